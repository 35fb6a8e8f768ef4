using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>The server chooses: here, and nowhere else, a client learns the protocol version.</summary>
/// <param name="offer">What the client offered.</param>
/// <param name="retry">What HelloRetryRequest fixed; null when none came yet.</param>
internal sealed class ExpectServerHello(ClientOffer offer, RetriedHello? retry) : HandshakeState
{
    public override string Awaited => "ServerHello";

    // A change_cipher_spec may come from the first ClientHello on (RFC 9846 §5).
    public override bool IgnoresChangeCipherSpec => offer.Options.Has(ProtocolVersion.Tls13);

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.ServerHello, message);
        ServerHello hello = ServerHello.Decode(message.Body);
        ProtocolVersion version = ChosenVersion(hello);
        if (version != ProtocolVersion.Tls13)
        {
            return Tls12.ServerChoice.Accept(context, offer, hello, version, message);
        }

        context.IsTls13 = true;
        Suite13 suite = CheckCommon(hello);
        if (hello.IsHelloRetryRequest)
        {
            return retry is null
                ? HelloRetry.Answer(context, offer, hello, suite, message)
                : throw Fault.SecondHelloRetryRequest();
        }

        return ServerChoice.Accept(context, offer, retry, hello, suite, message);
    }

    public override void Dispose() => offer.Dispose();

    private ProtocolVersion ChosenVersion(ServerHello hello)
    {
        if (!hello.Extensions.TryFind(ExtensionType.SupportedVersions, out ReadOnlyMemory<byte> body))
        {
            // A HelloRetryRequest is one of TLS 1.3 whatever else it says.
            return hello.IsHelloRetryRequest ? throw Fault.VersionNotOffered() : ChosenLegacyVersion(hello.LegacyVersion);
        }

        // The extension is for TLS 1.3 and later alone (RFC 9846 §4.3.1).
        ProtocolVersion version = SupportedVersionsChoice.Decode(body).Version;
        return version == ProtocolVersion.Tls13 && offer.Options.Has(version) ? version : throw Fault.VersionNotOffered();
    }

    // TLS 1.2 and before. A server of TLS 1.3 cannot fall back to them once it has asked for another hello (RFC 9846 §4.2.4).
    private ProtocolVersion ChosenLegacyVersion(ProtocolVersion version)
    {
        if (version.Value <= ProtocolVersion.Ssl3.Value)
        {
            throw Fault.Ssl3Refused();
        }

        if (version.Value > ProtocolVersion.Tls12.Value || retry is not null)
        {
            throw Fault.VersionNotOffered();
        }

        return offer.Options.Has(version) ? version : throw Fault.UnsupportedVersion();
    }

    private Suite13 CheckCommon(ServerHello hello)
    {
        ExtensionMessage kind = hello.IsHelloRetryRequest ? ExtensionMessage.HelloRetryRequest : ExtensionMessage.ServerHello;
        ExtensionRules.Check(hello.Extensions, kind, offer.Extensions);
        if (hello.LegacyVersion != ProtocolVersion.Tls12)
        {
            throw Fault.WrongLegacyVersion();
        }

        if (!hello.LegacySessionIdEcho.Span.SequenceEqual(offer.SessionId.Span))
        {
            throw Fault.SessionIdNotEchoed();
        }

        if (hello.LegacyCompressionMethod != 0)
        {
            throw Fault.InvalidCompression();
        }

        Suite13 suite = offer.FindSuite13(hello.CipherSuite) ?? throw Fault.CipherSuiteNotOffered();
        return retry is null || retry.Suite == suite ? suite : throw Fault.CipherSuiteChanged();
    }
}
