using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// The last eight bytes of ServerHello.random by which a server that can do better says that it was asked for less (RFC 9846 §4.2.3). The
/// server's signature covers them, so an attacker who takes versions out of the ClientHello is found out.
/// </summary>
internal static class DowngradeSentinel
{
    /// <summary>"DOWNGRD" and 1: TLS 1.2 was negotiated by a server of TLS 1.3.</summary>
    public static ReadOnlySpan<byte> ToTls12 => "DOWNGRD\u0001"u8;

    /// <summary>"DOWNGRD" and 0: TLS 1.1 or before was negotiated by a server of TLS 1.2 or 1.3.</summary>
    public static ReadOnlySpan<byte> ToTls11 => "DOWNGRD\u0000"u8;

    /// <summary>Puts the sentinel into a server's fresh random where its rules ask for one.</summary>
    /// <param name="serverRandom">32 bytes.</param>
    /// <param name="negotiated">The version of this connection.</param>
    /// <param name="highest">The highest version that this server has enabled.</param>
    public static void Mark(Span<byte> serverRandom, ProtocolVersion negotiated, ProtocolVersion highest)
    {
        Span<byte> tail = serverRandom[^8..];
        if (negotiated == ProtocolVersion.Tls12 && highest == ProtocolVersion.Tls13)
        {
            ToTls12.CopyTo(tail);
        }
        else if (negotiated.Value < ProtocolVersion.Tls12.Value && highest.Value >= ProtocolVersion.Tls12.Value)
        {
            ToTls11.CopyTo(tail);
        }
    }

    /// <summary>Whether a server's random says that this client could have had a newer version.</summary>
    /// <param name="serverRandom">32 bytes.</param>
    /// <param name="negotiated">The version of this connection.</param>
    /// <param name="highest">The highest version that this client offered.</param>
    public static bool ShowsDowngrade(ReadOnlySpan<byte> serverRandom, ProtocolVersion negotiated, ProtocolVersion highest)
    {
        ReadOnlySpan<byte> tail = serverRandom[^8..];
        if (highest == ProtocolVersion.Tls13)
        {
            return negotiated != ProtocolVersion.Tls13 && (tail.SequenceEqual(ToTls12) || tail.SequenceEqual(ToTls11));
        }

        return highest == ProtocolVersion.Tls12 && negotiated.Value < ProtocolVersion.Tls12.Value && tail.SequenceEqual(ToTls11);
    }
}
