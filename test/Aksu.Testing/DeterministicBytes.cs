using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aksu.Testing;

/// <summary>An endless stream of bytes that a seed and a label decide: SHA-256 over both and a counter. Thread-safe.</summary>
public sealed class DeterministicBytes(ReadOnlySpan<byte> seed, string label)
{
    private readonly byte[] _input = [.. SHA256.HashData(seed), .. Encoding.UTF8.GetBytes(label), .. new byte[sizeof(ulong)]];
    private readonly Lock _lock = new();
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private int _left;
    private ulong _counter;

    public void Fill(Span<byte> destination)
    {
        lock (_lock)
        {
            while (!destination.IsEmpty)
            {
                if (_left == 0)
                {
                    BinaryPrimitives.WriteUInt64BigEndian(_input.AsSpan(^sizeof(ulong)..), _counter++);
                    SHA256.HashData(_input, _block);
                    _left = _block.Length;
                }
                int taken = Math.Min(_left, destination.Length);
                _block.AsSpan(_block.Length - _left, taken).CopyTo(destination);
                _left -= taken;
                destination = destination[taken..];
            }
        }
    }

    public byte[] Next(int length)
    {
        byte[] bytes = new byte[length];
        Fill(bytes);
        return bytes;
    }
}
