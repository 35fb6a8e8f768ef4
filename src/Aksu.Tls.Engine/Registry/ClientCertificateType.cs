namespace Aksu.Tls.Engine.Registry;

/// <summary>
/// What kind of key a server of TLS 1.2 or before takes from a client (RFC 5246 §7.4.4). An open code point: unknown values survive.
/// </summary>
public readonly record struct ClientCertificateType(byte Value)
{
    /// <summary>rsa_sign.</summary>
    public static readonly ClientCertificateType RsaSign = new(1);

    /// <summary>ecdsa_sign (RFC 8422 §5.5), which EdDSA keys use too.</summary>
    public static readonly ClientCertificateType EcdsaSign = new(64);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        1 => "rsa_sign",
        64 => "ecdsa_sign",
        _ => $"0x{Value:X2}",
    };
}
