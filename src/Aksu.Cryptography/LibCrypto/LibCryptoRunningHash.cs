using System.Runtime.CompilerServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>A running hash whose state is a field: nothing native to free, and a look at the digest works on a copy.</summary>
internal sealed unsafe class LibCryptoRunningHash<TDigest> : RunningHash
    where TDigest : struct, IDigest
{
    private DigestState _state;
    private bool _disposed;

    public LibCryptoRunningHash()
    {
        // SAFETY: the field is pinned during the call and has room for any digest's state.
        fixed (DigestState* state = &_state)
        {
            TDigest.Start((byte*)state);
        }
    }

    private LibCryptoRunningHash(in DigestState state) => _state = state;

    public override int Size => TDigest.Size;

    public override void Append(ReadOnlySpan<byte> source)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        // SAFETY: the field and the source are pinned during the call.
        fixed (DigestState* state = &_state)
        fixed (byte* input = source)
        {
            TDigest.Append((byte*)state, input, source.Length);
        }
    }

    [SkipLocalsInit]
    public override void Peek(Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        DigestState copy = _state;
        // SAFETY: the slice checks that the destination holds a digest; it is pinned during the call; the copy is on the stack.
        fixed (byte* output = destination[..TDigest.Size])
        {
            TDigest.Finish((byte*)&copy, output);
        }
    }

    public override RunningHash Fork()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new LibCryptoRunningHash<TDigest>(in _state);
    }

    public override void Dispose()
    {
        _disposed = true;
        _state.Clear();
    }
}
