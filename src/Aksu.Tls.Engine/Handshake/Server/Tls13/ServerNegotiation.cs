using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>
/// A TLS 1.3 server's choices from a ClientHello, in the order in which they depend on each other: form, application protocol, pre-shared
/// key, suite, group, certificate.
/// </summary>
internal static class ServerNegotiation
{
    /// <summary>Begins with a first hello.</summary>
    public static HandshakeState Begin(HandshakeContext context, ServerHandshakeOptions options, ReceivedOffer offer) =>
        Continue(context, options, offer, retry: null);

    /// <summary>Begins with a first hello, or goes on with a second one.</summary>
    public static HandshakeState Continue(
        HandshakeContext context, ServerHandshakeOptions options, ReceivedOffer offer, SentRetry? retry)
    {
        CheckForm(offer);
        string? protocol = ServerProtocolChoice.Choose(options, offer);
        return offer.PreSharedKeys is null
            ? Conclude(context, options, offer, retry, protocol, preSharedKey: null)
            : new PreSharedKeySearch(options, offer, retry, protocol).Next(context, from: 0);
    }

    /// <summary>The rest of the choices, once it is known whether a pre-shared key is taken. Takes the key over.</summary>
    public static HandshakeState Conclude(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        SentRetry? retry,
        string? protocol,
        AcceptedPreSharedKey? preSharedKey)
    {
        using AcceptedPreSharedKey? held = preSharedKey;
        Suite13 suite = preSharedKey?.Suite ?? retry?.Suite ?? SuiteChoice.Choose(options, offer.Hello.CipherSuites)
            ?? throw Fault.NoCommonCipherSuite();
        if (preSharedKey is null or { UsesKeyExchange: true })
        {
            KeyShareEntry? share = GroupChoice.Choose(options, offer, out NamedGroup group);
            if (share is null)
            {
                return retry is null
                    ? HelloRetryRequest.Send(context, options, offer, suite, group, takesPreSharedKey: preSharedKey is not null)
                    : throw Fault.GroupNotOffered();
            }

            return ServerFlight.Begin(context, options, offer, retry, suite, protocol, preSharedKey, share);
        }

        return ServerFlight.Begin(context, options, offer, retry, suite, protocol, preSharedKey, share: null);
    }

    private static void CheckForm(ReceivedOffer offer)
    {
        // Exactly one method, null (RFC 9846 §4.2.2).
        if (offer.Hello.LegacyCompressionMethods.Span is not [0])
        {
            throw Fault.InvalidCompression();
        }

        if (offer.PreSharedKeys is not null && offer.PskModes is null)
        {
            throw Fault.MissingExtension(ExtensionType.PskKeyExchangeModes, "ClientHello");
        }

        // RFC 9846 §9.2: without a pre-shared key both are there; the groups and the shares come together or not at all.
        if (offer.PreSharedKeys is null && offer.Schemes is null)
        {
            throw Fault.MissingExtension(ExtensionType.SignatureAlgorithms, "ClientHello");
        }

        if (offer.Groups is null && (offer.Shares is not null || offer.PreSharedKeys is null))
        {
            throw Fault.MissingExtension(ExtensionType.SupportedGroups, "ClientHello");
        }

        if (offer.Shares is null && offer.Groups is not null)
        {
            throw Fault.MissingExtension(ExtensionType.KeyShare, "ClientHello");
        }

        // A share stands for a group of the list, in its order (RFC 9846 §4.3.8).
        foreach (KeyShareEntry share in offer.Shares ?? [])
        {
            if (!offer.Groups!.Contains(share.Group))
            {
                throw Fault.GroupNotOffered();
            }
        }
    }
}
