using System.Security.Cryptography;

namespace Aksu.Cryptography.Platform;

internal sealed class PlatformRunningHash(IncrementalHash hash) : RunningHash
{
    public override int Size => hash.HashLengthInBytes;

    public override void Append(ReadOnlySpan<byte> source) => hash.AppendData(source);

    public override void Peek(Span<byte> destination) => hash.GetCurrentHash(destination);

    public override RunningHash Fork() => new PlatformRunningHash(hash.Clone());

    public override void Dispose() => hash.Dispose();
}
