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
        if (offer.HasIgnoredServerName)
        {
            context.Report(
                Diagnostics.HandshakeEvent.ServerNameIgnored,
                "The client sent an address, or a name with a trailing dot, as server_name; it counts for none (RFC 6066 §3).");
        }

        if (version != ProtocolVersion.Tls13)
        {
            return Tls12.ServerNegotiation.Begin(context, options, offer, version);
        }

        context.IsTls13 = true;
        return Tls13.ServerNegotiation.Begin(context, options, offer);
    }

    private static ProtocolVersion Choose(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        if (offer.Versions is null && offer.Hello.LegacyVersion.Value <= ProtocolVersion.Ssl3.Value)
        {
            throw Fault.Ssl3Refused();
        }

        for (int i = 0; i < options.EnabledVersions.Count; i++)
        {
            if (IsOffered(options.EnabledVersions[i], offer))
            {
                return options.EnabledVersions[i];
            }
        }

        throw Fault.UnsupportedVersion();
    }

    // Without supported_versions: a client of TLS 1.2 or before, whatever it calls itself.
    private static bool IsOffered(ProtocolVersion version, ReceivedOffer offer) => offer.Versions is { } versions
        ? versions.Contains(version)
        : version.Value <= Math.Min(offer.Hello.LegacyVersion.Value, ProtocolVersion.Tls12.Value);
}
