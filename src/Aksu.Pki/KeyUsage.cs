namespace Aksu.Pki;

/// <summary>What a certified key may do (RFC 5280 §4.2.1.3).</summary>
[Flags]
public enum KeyUsage
{
    /// <summary>No usage.</summary>
    None = 0,
    /// <summary>digitalSignature: signing anything but certificates and revocation lists, as in a TLS handshake.</summary>
    DigitalSignature = 1 << 0,
    /// <summary>contentCommitment, once called nonRepudiation.</summary>
    ContentCommitment = 1 << 1,
    /// <summary>keyEncipherment: RSA key transport.</summary>
    KeyEncipherment = 1 << 2,
    /// <summary>dataEncipherment.</summary>
    DataEncipherment = 1 << 3,
    /// <summary>keyAgreement: static Diffie-Hellman.</summary>
    KeyAgreement = 1 << 4,
    /// <summary>keyCertSign: signing certificates.</summary>
    KeyCertSign = 1 << 5,
    /// <summary>cRLSign: signing revocation lists.</summary>
    CrlSign = 1 << 6,
    /// <summary>encipherOnly.</summary>
    EncipherOnly = 1 << 7,
    /// <summary>decipherOnly.</summary>
    DecipherOnly = 1 << 8,
}
