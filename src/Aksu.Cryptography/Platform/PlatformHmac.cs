using System.Security.Cryptography;

namespace Aksu.Cryptography.Platform;

internal sealed class PlatformHmac(IncrementalHash hash) : Hmac
{
    public override int Size => hash.HashLengthInBytes;

    public override void Append(ReadOnlySpan<byte> source) => hash.AppendData(source);

    public override void Finish(Span<byte> destination) => hash.GetHashAndReset(destination);

    public override void Dispose() => hash.Dispose();
}
