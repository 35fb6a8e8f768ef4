using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>The classic handshake of TLS 1.2 and before (RFC 5246 §7.3).</summary>
internal sealed class Tls12Story(DemoPlan plan, Agreement agreement) : HandshakeStory(plan, agreement)
{
    /// <summary>Whether a key that both sides have stands in for certificates.</summary>
    private bool IsPreSharedKey => Agreement.CipherSuite is { } suite && suite.Contains("PSK_WITH_", StringComparison.Ordinal);

    /// <summary>Whether the client encrypts the pre-master secret to the certificate's key, as in the textbook.</summary>
    private bool IsKeyTransport => Agreement.CipherSuite is { } suite && suite.StartsWith("TLS_RSA_", StringComparison.Ordinal);

    public override TlsSide DerivesKeysLast => TlsSide.Server;

    public override Phrase KeysDerived => MessageTexts.KeysDerived12;

    public override Phrase ChangeCipherSpec => MessageTexts.ChangeCipherSpec12;

    public override bool HasChangeCipherSpec => true;

    public override Told Tell(HandshakeType type, TlsSide sender)
    {
        if (type == HandshakeType.ClientHello)
        {
            return new Told(MessageTexts.ClientHello12, Offers);
        }

        if (type == HandshakeType.ServerHello)
        {
            return new Told(
                MessageTexts.ServerHello12,
                new Fact(StoryTexts.Version, Agreement.Version ?? ""),
                new Fact(StoryTexts.Suite, Agreement.CipherSuite ?? ""));
        }

        if (type == HandshakeType.Certificate)
        {
            return sender == TlsSide.Server
                ? new Told(MessageTexts.ServerCertificate12, ChainOf(sender))
                : new Told(MessageTexts.ClientCertificate, ChainOf(sender));
        }

        if (type == HandshakeType.CertificateStatus)
        {
            return new Told(MessageTexts.CertificateStatus);
        }

        if (type == HandshakeType.ServerKeyExchange)
        {
            return new Told(
                IsPreSharedKey ? MessageTexts.ServerKeyExchangePsk : MessageTexts.ServerKeyExchange,
                Agreement.Group is { } group ? [new Fact(StoryTexts.Group, group)] : []);
        }

        if (type == HandshakeType.CertificateRequest)
        {
            return new Told(StoryTexts.CertificateRequest);
        }

        if (type == HandshakeType.ServerHelloDone)
        {
            return new Told(StoryTexts.ServerHelloDone);
        }

        if (type == HandshakeType.ClientKeyExchange)
        {
            return new Told(
                IsKeyTransport ? MessageTexts.ClientKeyExchangeRsa
                : IsPreSharedKey ? MessageTexts.ClientKeyExchangePsk
                : MessageTexts.ClientKeyExchange);
        }

        if (type == HandshakeType.CertificateVerify)
        {
            return new Told(MessageTexts.CertificateVerify12);
        }

        if (type == HandshakeType.Finished)
        {
            return new Told(MessageTexts.Finished12);
        }

        return type == HandshakeType.NewSessionTicket
            ? new Told(MessageTexts.Ticket12)
            : new Told(StoryTexts.OtherMessage);
    }
}
