namespace Aksu.Cli.Settings;

/// <summary>How two sides come to a shared secret, as people call it.</summary>
internal enum KeyExchange
{
    /// <summary>A fresh exchange over a curve.</summary>
    Ecdhe,

    /// <summary>A fresh exchange in a finite field.</summary>
    Dhe,

    /// <summary>The client encrypts the secret to the server's RSA key: the textbook form, TLS 1.2 and before.</summary>
    Rsa,

    /// <summary>A key that both sides have beforehand.</summary>
    Psk,
}
