using System.Security.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The client's second hello, which may differ from the first only where HelloRetryRequest says so (RFC 9846 §4.2.2).</summary>
internal sealed class ExpectRetriedClientHello(ServerHandshakeOptions options, SentRetry retry) : HandshakeState
{
    // A client of ECH (RFC 9849) encrypts its inner hello anew; this server does not look into it.
    private static readonly ExtensionType[] MayChange =
    [
        ExtensionType.KeyShare, ExtensionType.EarlyData, ExtensionType.Cookie, ExtensionType.PreSharedKey, ExtensionType.Padding,
        ExtensionType.EncryptedClientHello,
    ];

    public override string Awaited => "the second ClientHello";

    public override bool IgnoresChangeCipherSpec => true;

    public override int CeilingFor(HandshakeType type) => DefaultCeiling * 8;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.ClientHello, message);
        ReceivedOffer offer = ReceivedOffer.Read(message);
        CheckUnchanged(offer.Hello);
        CheckCookie(offer);

        // One share, for the group that was asked for (RFC 9846 §4.3.8); and early data is given up (§4.3.10).
        if (offer.Shares is not [{ } share] || share.Group != retry.Group)
        {
            throw Fault.GroupNotOffered();
        }

        if (offer.HasEarlyData)
        {
            throw Fault.ClientHelloChanged();
        }

        // Only keys that do not go with the suite may be dropped (RFC 9846 §4.2.2).
        if (retry.TakesPreSharedKey && offer.PreSharedKeys is null)
        {
            throw Fault.MissingExtension(ExtensionType.PreSharedKey, "the second ClientHello");
        }

        context.Transport.SkipEarlyData(EarlyDataSkipping.None);
        return ServerNegotiation.Continue(context, options, offer, retry);
    }

    private void CheckCookie(ReceivedOffer offer)
    {
        bool isRight = retry.Cookie is { } sent
            ? offer.Cookie is { } echoed && CryptographicOperations.FixedTimeEquals(sent, echoed.Span)
            : offer.Cookie is null;
        if (!isRight)
        {
            throw Fault.InvalidCookie();
        }
    }

    private void CheckUnchanged(ClientHello second)
    {
        ClientHello first = retry.FirstHello;
        bool isSame = first.LegacyVersion == second.LegacyVersion
            && first.Random.Span.SequenceEqual(second.Random.Span)
            && first.LegacySessionId.Span.SequenceEqual(second.LegacySessionId.Span)
            && first.LegacyCompressionMethods.Span.SequenceEqual(second.LegacyCompressionMethods.Span)
            && first.CipherSuites.AsSpan().SequenceEqual(second.CipherSuites);
        if (!isSame || !Comparable(first).SequenceEqual(Comparable(second), ExtensionEquality.Instance))
        {
            throw Fault.ClientHelloChanged();
        }
    }

    private static IEnumerable<Extension> Comparable(ClientHello hello) =>
        hello.Extensions.Entries.Where(extension => !MayChange.Contains(extension.Type));

    private sealed class ExtensionEquality : IEqualityComparer<Extension>
    {
        public static readonly ExtensionEquality Instance = new();

        public bool Equals(Extension x, Extension y) => x.Type == y.Type && x.Body.Span.SequenceEqual(y.Body.Span);

        public int GetHashCode(Extension obj) => obj.Type.GetHashCode();
    }
}
