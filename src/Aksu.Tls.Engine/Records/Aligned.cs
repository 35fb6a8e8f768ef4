namespace Aksu.Tls.Engine.Records;

/// <summary>
/// Proof that no handshake bytes, partial or trailing, lie in front of a key change (RFC 9846 §5.1). Only
/// <see cref="HandshakeJoiner.RequireAligned"/> makes it.
/// </summary>
internal sealed class Aligned
{
    private static readonly Aligned Proof = new();

    private Aligned()
    {
    }

    internal static Aligned From(HandshakeJoiner joiner) =>
        joiner.IsEmpty ? Proof : throw Errors.Fault.KeyChangeNotAligned();
}
