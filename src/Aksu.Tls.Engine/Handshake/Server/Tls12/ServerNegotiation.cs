using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>
/// The choices of a server of TLS 1.2 or before from a ClientHello, in the order in which they depend on each other: form, application
/// protocol, session, then suite with group and certificate.
/// </summary>
internal static class ServerNegotiation
{
    public static HandshakeState Begin(
        HandshakeContext context, ServerHandshakeOptions options, ReceivedOffer offer, ProtocolVersion version)
    {
        CheckForm(offer);
        string? protocol = ServerProtocolChoice.Choose(options, offer);
        return new SessionSearch(options, offer, version, protocol).Begin(context);
    }

    /// <summary>The rest of the choices, once it is known whether a session is resumed. Takes the session over.</summary>
    public static HandshakeState Conclude(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        ProtocolVersion version,
        string? protocol,
        ServerSession? session)
    {
        using (session)
        {
            if (!offer.HasExtendedMainSecret && !options.DangerousWithoutExtendedMainSecret)
            {
                throw Fault.ExtendedMainSecretRequired();
            }

            return session is null
                ? ServerFlight.Begin(context, options, offer, version, protocol, SuiteChoice.Choose(options, offer, version))
                : ServerFlight.Resume(context, options, offer, protocol, session);
        }
    }

    private static void CheckForm(ReceivedOffer offer)
    {
        // Every client has the null method (RFC 5246 §7.4.1.2); no other one is ever used.
        if (!offer.Hello.LegacyCompressionMethods.Span.Contains((byte)0))
        {
            throw Fault.InvalidCompression();
        }

        if (offer.RenegotiationInfo is { RenegotiatedConnection.IsEmpty: false })
        {
            throw Fault.InvalidRenegotiationInfo();
        }
    }
}
