namespace Aksu.Cryptography.LibCrypto;

/// <summary>An HMAC whose states lie in pinned memory that is wiped at the end: nothing native to free.</summary>
internal sealed unsafe class LibCryptoHmac<TDigest> : Hmac
    where TDigest : struct, IDigest
{
    private HmacMemory<TDigest>.Memory? _memory = HmacMemory<TDigest>.Rent();
    private bool _isBegun;

    public LibCryptoHmac(ReadOnlySpan<byte> key)
    {
        ref HmacMemory<TDigest>.HmacStates states = ref States;
        states.Key.SetKey(key);
        states.Working = states.Key.Inner;
    }

    public override int Size => TDigest.Size;

    /// <exception cref="ObjectDisposedException">This object was disposed of.</exception>
    private ref HmacMemory<TDigest>.HmacStates States
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory is null, this);
            return ref _memory.States;
        }
    }

    public override void Append(ReadOnlySpan<byte> source)
    {
        // SAFETY: both are pinned during the call.
        fixed (DigestState* working = &States.Working)
        fixed (byte* input = source)
        {
            TDigest.Append((byte*)working, input, source.Length);
        }
        _isBegun = true;
    }

    public override void Finish(Span<byte> destination)
    {
        ref HmacMemory<TDigest>.HmacStates states = ref States;
        // SAFETY: the slice checks that the destination holds a code; both are pinned during the call.
        fixed (DigestState* working = &states.Working)
        fixed (byte* output = destination[..TDigest.Size])
        {
            states.Key.Finish(working, output);
        }
        states.Working = states.Key.Inner;
        _isBegun = false;
    }

    public override void Compute(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        ThrowIfBegun(_isBegun);
        States.Key.Compute(message, destination);
    }

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _memory, null) is { } memory)
        {
            HmacMemory<TDigest>.Return(memory);
        }
    }
}
