using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>Asks the client for a share of another group (RFC 9846 §4.2.4).</summary>
internal static class HelloRetryRequest
{
    private const int CookieLength = 32;

    public static HandshakeState Send(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        Suite13 suite,
        NamedGroup group,
        bool takesPreSharedKey)
    {
        // The client does not know yet what its next hello has to be.
        _ = context.Transport.RequireAligned();
        byte[]? cookie = null;
        if (options.SendsCookie)
        {
            cookie = new byte[CookieLength];
            options.Cryptography.FillRandom(cookie);
        }

        context.AddToTranscript(offer.Message);
        context.Transcript.Select(suite.Hash);
        context.Transcript.ReplaceWithMessageHash();
        context.Transport.UseRecordVersion(ProtocolVersion.Tls12);
        context.Send(new ServerHello(
            ProtocolVersion.Tls12,
            ServerHello.HelloRetryRequestRandom.ToArray(),
            offer.Hello.LegacySessionId,
            suite.Suite,
            0,
            ExtensionBlock.Of(
                new SupportedVersionsChoice(ProtocolVersion.Tls13),
                new KeyShareRetry(group),
                cookie is null ? null : new Cookie(cookie))));
        if (!offer.Hello.LegacySessionId.IsEmpty)
        {
            context.SendChangeCipherSpec();
        }

        if (offer.HasEarlyData)
        {
            context.Transport.SkipEarlyData(EarlyDataSkipping.UntilSecondHello);
        }

        ClientHello first = ClientHello.Decode(offer.Message.Body.ToArray());
        return new ExpectRetriedClientHello(options, new SentRetry(first, suite, group, cookie, takesPreSharedKey));
    }
}
