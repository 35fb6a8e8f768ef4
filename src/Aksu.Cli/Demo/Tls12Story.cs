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

    public override string KeysDerived =>
        "Both sides now have the same pre-master secret. With the two random numbers of the hellos they derive the master "
        + "secret from it, and from that the keys.";

    public override string ChangeCipherSpec => "\"From here on I encrypt.\" What follows from this side is under the new keys.";

    public override bool HasChangeCipherSpec => true;

    public override Told Tell(HandshakeType type, TlsSide sender)
    {
        if (type == HandshakeType.ClientHello)
        {
            return new Told("The client says which versions and ciphers it can do, and sends a random number.", Offers);
        }

        if (type == HandshakeType.ServerHello)
        {
            return new Told(
                "The server chooses the version and the cipher, and sends a random number of its own.",
                new Fact("version", Agreement.Version ?? ""),
                new Fact("cipher", Agreement.CipherSuite ?? ""));
        }

        if (type == HandshakeType.Certificate)
        {
            return sender == TlsSide.Server
                ? new Told("Who the server is: its certificate with its public key, and the certificate of the authority that "
                    + "issued it.", ChainOf(sender))
                : new Told("Who the client is.", ChainOf(sender));
        }

        if (type == HandshakeType.CertificateStatus)
        {
            return new Told("The word of the authority, a few minutes old and signed, on whether it has revoked the certificate (OCSP).");
        }

        if (type == HandshakeType.ServerKeyExchange)
        {
            return new Told(
                IsPreSharedKey
                    ? "The server's half of a fresh key exchange, which is joined with the key that both have."
                    : "The server's half of a fresh key exchange, signed with the private key of its certificate.",
                Agreement.Group is { } group ? [new Fact("group", group)] : []);
        }

        if (type == HandshakeType.CertificateRequest)
        {
            return new Told("The server wants to know who the client is, too.");
        }

        if (type == HandshakeType.ServerHelloDone)
        {
            return new Told("The server has said what it has to say; it is the client's turn.");
        }

        if (type == HandshakeType.ClientKeyExchange)
        {
            return IsKeyTransport
                ? new Told(
                    "The client makes up a pre-master secret and encrypts it with the public key of the server's certificate. "
                    + "Only the holder of the private key can read it: that is the server's proof.")
                : new Told(IsPreSharedKey
                    ? "The name of the key, and the client's half of the key exchange if there is one."
                    : "The client's half of the key exchange.");
        }

        if (type == HandshakeType.CertificateVerify)
        {
            return new Told("The proof: a signature over every message so far, made with the private key of the client's certificate.");
        }

        if (type == HandshakeType.Finished)
        {
            return new Told("A seal over the whole handshake, made with the master secret. Had anybody changed one bit on the "
                + "way, it would not fit.");
        }

        return type == HandshakeType.NewSessionTicket
            ? new Told("A ticket for the next time: with it the client comes back without certificates and key exchange.")
            : new Told("A message of the handshake.");
    }
}
