using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>Here, and nowhere else, a server decides the protocol version (RFC 9846 §4.3.1).</summary>
internal static class VersionChoice
{
    public static HandshakeState Continue(HandshakeContext context, ServerHandshakeOptions options, ReceivedOffer offer)
    {
        ProtocolVersion version = Choose(options, offer);
        if (offer.Hello.CipherSuites.Contains(CipherSuite.FallbackScsv) && options.HighestVersion.Value > version.Value)
        {
            throw Fault.InappropriateFallback();
        }

        context.Report(Diagnostics.HandshakeEvent.VersionDecided, version.ToString());
        if (version != ProtocolVersion.Tls13)
        {
            return Tls12.ServerNegotiation.Begin(context, options, offer, version);
        }

        context.IsTls13 = true;
        return Tls13.ServerNegotiation.Begin(context, options, offer);
    }

    private static ProtocolVersion Choose(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        if (offer.Versions is { } versions)
        {
            return FirstOrFault(options.EnabledVersions.Where(versions.Contains));
        }

        // No supported_versions: a client of TLS 1.2 or before, whatever it calls itself.
        ProtocolVersion highest = offer.Hello.LegacyVersion;
        return highest.Value > ProtocolVersion.Ssl3.Value
            ? FirstOrFault(options.EnabledVersions.Where(own => own.Value <= Math.Min(highest.Value, ProtocolVersion.Tls12.Value)))
            : throw Fault.Ssl3Refused();
    }

    private static ProtocolVersion FirstOrFault(IEnumerable<ProtocolVersion> common)
    {
        foreach (ProtocolVersion version in common)
        {
            return version;
        }

        throw Fault.UnsupportedVersion();
    }
}
