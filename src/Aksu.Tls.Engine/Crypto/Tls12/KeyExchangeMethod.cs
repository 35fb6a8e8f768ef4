namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>How the pre-master secret of TLS 1.2 and before comes about (RFC 5246 §7.4.7).</summary>
internal enum KeyExchangeMethod
{
    /// <summary>Ephemeral Diffie-Hellman over a curve, signed by the server (RFC 8422).</summary>
    Ecdhe,

    /// <summary>Ephemeral Diffie-Hellman over a finite field, signed by the server (RFC 5246, RFC 7919).</summary>
    Dhe,

    /// <summary>The client encrypts it to the key in the server's certificate; no forward secrecy (RFC 5246 §7.4.7.1).</summary>
    Rsa,

    /// <summary>A key agreed outside TLS alone; no forward secrecy (RFC 4279 §2).</summary>
    Psk,

    /// <summary>A key agreed outside TLS and a curve (RFC 5489).</summary>
    EcdhePsk,

    /// <summary>A key agreed outside TLS and a finite field (RFC 4279 §3).</summary>
    DhePsk,
}
