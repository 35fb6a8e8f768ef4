using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>Here, and nowhere else, a server decides the protocol version (RFC 9846 §4.3.1).</summary>
internal static class VersionChoice
{
    public static HandshakeState Continue(HandshakeContext context, ServerHandshakeOptions options, ReceivedOffer offer)
    {
        ProtocolVersion version = Choose(options, offer);
        if (offer.Hello.CipherSuites.Contains(CipherSuite.FallbackScsv) && options.Versions.Any(own => own.Value > version.Value))
        {
            throw Fault.InappropriateFallback();
        }

        context.Report(Diagnostics.HandshakeEvent.VersionDecided, version.ToString());
        context.IsTls13 = true;
        return ServerNegotiation.Begin(context, options, offer);
    }

    private static ProtocolVersion Choose(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        if (offer.Versions is { } versions)
        {
            return options.Versions.Where(versions.Contains).Cast<ProtocolVersion?>().FirstOrDefault() ?? throw Fault.UnsupportedVersion();
        }

        // No supported_versions: a client of TLS 1.2 or before.
        throw offer.Hello.LegacyVersion.Value <= ProtocolVersion.Ssl3.Value ? Fault.Ssl3Refused() : Fault.UnsupportedVersion();
    }
}
