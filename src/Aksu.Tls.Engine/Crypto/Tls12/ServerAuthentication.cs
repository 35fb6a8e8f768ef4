namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>What kind of key the server's certificate holds under a suite of TLS 1.2 and before.</summary>
internal enum ServerAuthentication
{
    /// <summary>RSA, whether it signs or decrypts.</summary>
    Rsa,

    /// <summary>ECDSA, and EdDSA with it (RFC 8422 §2).</summary>
    Ecdsa,

    /// <summary>No certificate: a key agreed outside TLS.</summary>
    PreSharedKey,
}
