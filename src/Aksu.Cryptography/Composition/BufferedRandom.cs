using System.Security.Cryptography;

namespace Aksu.Cryptography.Composition;

/// <summary>
/// Random bytes of the platform's generator, fetched some hundred at a time for each thread: a call of it costs a microsecond whatever the
/// length. Bytes that were given out are wiped here; long requests go to the generator itself.
/// </summary>
internal static class BufferedRandom
{
    private const int Size = 256;
    private const int LongestBuffered = 64;

    [ThreadStatic]
    private static Buffer? OfThread;

    public static void Fill(Span<byte> destination)
    {
        if (destination.Length > LongestBuffered)
        {
            RandomNumberGenerator.Fill(destination);
        }
        else
        {
            (OfThread ??= new Buffer()).Take(destination);
        }
    }

    private sealed class Buffer
    {
        private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(Size, pinned: true);
        private int _taken = Size;

        public void Take(Span<byte> destination)
        {
            if (destination.Length > Size - _taken)
            {
                _taken = Size; // stays so when the generator fails
                RandomNumberGenerator.Fill(_bytes);
                _taken = 0;
            }
            Span<byte> source = _bytes.AsSpan(_taken, destination.Length);
            source.CopyTo(destination);
            CryptographicOperations.ZeroMemory(source);
            _taken += destination.Length;
        }
    }
}
