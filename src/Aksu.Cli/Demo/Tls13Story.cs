using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>The handshake of TLS 1.3 (RFC 9846 §2).</summary>
internal sealed class Tls13Story(DemoPlan plan, Agreement agreement) : HandshakeStory(plan, agreement)
{
    public override TlsSide DerivesKeysLast => TlsSide.Client;

    public override string KeysDerived =>
        "Each side joins its own secret half with the other's public half. Both arrive at the same shared secret, and nobody who listened "
        + "can. From it they derive the keys: from here on everything is encrypted.";

    public override string ChangeCipherSpec => "A record without meaning, for old boxes on the way that expect one.";

    public override bool HasChangeCipherSpec => false;

    public override Told Tell(HandshakeType type, TlsSide sender)
    {
        if (type == HandshakeType.ClientHello)
        {
            return new Told(
                "The client says what it can do, and sends its half of a key exchange along: the public part of a key that it has just "
                + "made for this connection alone."
                + (Plan.Server is null ? " It also names the key that both have, and proves that it has it." : ""),
                Offers);
        }

        if (type == HandshakeType.ServerHello)
        {
            return new Told(
                "The server chooses, and sends its own half of the key exchange.",
                new Fact("version", Agreement.Version ?? ""),
                new Fact("cipher", Agreement.CipherSuite ?? ""),
                new Fact("group", Agreement.Group ?? ""));
        }

        if (type == HandshakeType.EncryptedExtensions)
        {
            return new Told("What else the server agrees to. It is the first message that nobody but the client can read.");
        }

        if (type == HandshakeType.CertificateRequest)
        {
            return new Told("The server wants to know who the client is, too.");
        }

        if (type == HandshakeType.Certificate)
        {
            return sender == TlsSide.Server
                ? new Told("Who the server is: its certificate, the certificate of the authority that issued it, and that authority's "
                    + "signed word on whether it has revoked the first (OCSP).", ChainOf(sender))
                : new Told("Who the client is.", ChainOf(sender));
        }

        if (type == HandshakeType.CertificateVerify)
        {
            return new Told(
                "The proof: a signature over every message so far, made with the private key of the certificate. A copied "
                + "certificate alone is worth nothing.");
        }

        if (type == HandshakeType.Finished)
        {
            return sender == TlsSide.Server
                ? new Told("A seal over the whole handshake, made with the shared secret. Had anybody changed one bit on the "
                    + "way, it would not fit.")
                : new Told("The same seal from the client. The handshake is complete after one round trip.");
        }

        return type == HandshakeType.NewSessionTicket
            ? new Told("A ticket for the next time: with it the client comes back without certificates and signatures.")
            : new Told("A message of the handshake.");
    }
}
