using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>The handshake of TLS 1.3 (RFC 9846 §2).</summary>
internal sealed class Tls13Story(DemoPlan plan, Agreement agreement) : HandshakeStory(plan, agreement)
{
    public override TlsSide DerivesKeysLast => TlsSide.Client;

    public override Phrase KeysDerived => MessageTexts.KeysDerived13;

    public override Phrase ChangeCipherSpec => StoryTexts.ChangeCipherSpec13;

    public override bool HasChangeCipherSpec => false;

    public override Told Tell(HandshakeType type, TlsSide sender)
    {
        if (type == HandshakeType.ClientHello)
        {
            return new Told(Plan.Server is null ? MessageTexts.ClientHello13Psk : MessageTexts.ClientHello13, Offers);
        }

        if (type == HandshakeType.ServerHello)
        {
            return new Told(
                MessageTexts.ServerHello13,
                new Fact(StoryTexts.Version, Agreement.Version ?? ""),
                new Fact(StoryTexts.Suite, Agreement.CipherSuite ?? ""),
                new Fact(StoryTexts.Group, Agreement.Group ?? ""));
        }

        if (type == HandshakeType.EncryptedExtensions)
        {
            return new Told(StoryTexts.EncryptedExtensions);
        }

        if (type == HandshakeType.CertificateRequest)
        {
            return new Told(StoryTexts.CertificateRequest);
        }

        if (type == HandshakeType.Certificate)
        {
            return sender == TlsSide.Server
                ? new Told(MessageTexts.ServerCertificate13, ChainOf(sender))
                : new Told(MessageTexts.ClientCertificate, ChainOf(sender));
        }

        if (type == HandshakeType.CertificateVerify)
        {
            return new Told(MessageTexts.CertificateVerify13);
        }

        if (type == HandshakeType.Finished)
        {
            return sender == TlsSide.Server
                ? new Told(MessageTexts.ServerFinished13)
                : new Told(MessageTexts.ClientFinished13);
        }

        return type == HandshakeType.NewSessionTicket
            ? new Told(StoryTexts.NewSessionTicket)
            : new Told(StoryTexts.OtherMessage);
    }
}
