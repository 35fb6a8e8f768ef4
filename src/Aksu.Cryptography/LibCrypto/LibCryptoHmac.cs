using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>An HMAC whose states lie in a secret: pinned, wiped, nothing native to free.</summary>
internal sealed unsafe class LibCryptoHmac<TDigest> : Hmac
    where TDigest : struct, IDigest
{
    private readonly Secret _memory;

    public LibCryptoHmac(ReadOnlySpan<byte> key)
    {
        _memory = new Secret(sizeof(States));
        ref States states = ref Memory;
        states.Key.SetKey(key);
        states.Working = states.Key.Inner;
    }

    public override int Size => TDigest.Size;

    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    private ref States Memory => ref MemoryMarshal.AsRef<States>(_memory.Span);

    public override void Append(ReadOnlySpan<byte> source)
    {
        // SAFETY: both are pinned during the call.
        fixed (DigestState* working = &Memory.Working)
        fixed (byte* input = source)
        {
            TDigest.Append((byte*)working, input, source.Length);
        }
    }

    public override void Finish(Span<byte> destination)
    {
        ref States states = ref Memory;
        // SAFETY: the slice checks that the destination holds a code; both are pinned during the call.
        fixed (DigestState* working = &states.Working)
        fixed (byte* output = destination[..TDigest.Size])
        {
            states.Key.Finish(working, output);
        }
        states.Working = states.Key.Inner;
    }

    public override void Dispose() => _memory.Dispose();

    private struct States
    {
        public HmacKeyState<TDigest> Key;
        public DigestState Working;
    }
}
