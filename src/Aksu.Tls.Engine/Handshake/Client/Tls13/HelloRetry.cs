using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>Answers HelloRetryRequest with a second ClientHello (RFC 9846 §4.2.4).</summary>
internal static class HelloRetry
{
    public static HandshakeState Answer(
        HandshakeContext context, ClientOffer offer, ServerHello hello, Suite13 suite, HandshakeMessage message)
    {
        NamedGroup? group = hello.Extensions.TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> share)
            ? CheckedGroup(offer, KeyShareRetry.Decode(share).Group)
            : null;
        ReadOnlyMemory<byte>? cookie = hello.Extensions.TryFind(ExtensionType.Cookie, out ReadOnlyMemory<byte> body)
            ? Cookie.Decode(body).Value.ToArray()
            : default(ReadOnlyMemory<byte>?);
        if (group is null && cookie is null)
        {
            throw Fault.HelloRetryWithoutChange();
        }

        // The server waits for the next hello: nothing of its own next message can be here yet.
        _ = context.Transport.RequireAligned();
        context.Transcript.Select(suite.Hash);
        context.Transcript.ReplaceWithMessageHash();
        context.AddToTranscript(message);

        if (group is { } wanted)
        {
            offer.OfferOnly(wanted);
        }

        offer.KeepPreSharedKeysFor(suite.Hash);
        if (offer.Options.MiddleboxCompatibility)
        {
            context.SendChangeCipherSpec();
        }

        ClientHelloComposer.Send(context, offer, cookie);
        return new ExpectServerHello(offer, new RetriedHello(suite, group));
    }

    private static NamedGroup CheckedGroup(ClientOffer offer, NamedGroup group) =>
        offer.Groups.Contains(group) && !offer.HasShare(group) ? group : throw Fault.GroupNotOffered();
}
