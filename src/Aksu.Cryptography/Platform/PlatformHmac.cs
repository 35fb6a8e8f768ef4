using System.Security.Cryptography;

namespace Aksu.Cryptography.Platform;

internal sealed class PlatformHmac(IncrementalHash hash) : Hmac
{
    private bool _isBegun;

    public override int Size => hash.HashLengthInBytes;

    public override void Append(ReadOnlySpan<byte> source)
    {
        hash.AppendData(source);
        _isBegun = true;
    }

    public override void Finish(Span<byte> destination)
    {
        hash.GetHashAndReset(destination);
        _isBegun = false;
    }

    public override void Compute(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        ThrowIfBegun(_isBegun);
        base.Compute(message, destination);
    }

    public override void Dispose() => hash.Dispose();
}
