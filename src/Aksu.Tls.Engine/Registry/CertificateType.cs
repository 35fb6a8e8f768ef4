namespace Aksu.Tls.Engine.Registry;

/// <summary>What a certificate message carries (RFC 7250). An open code point: unknown values survive.</summary>
public readonly record struct CertificateType(byte Value)
{
    /// <summary>X.509 certificate.</summary>
    public static readonly CertificateType X509 = new(0);

    /// <summary>SubjectPublicKeyInfo alone.</summary>
    public static readonly CertificateType RawPublicKey = new(2);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0 => "X509",
        2 => "RawPublicKey",
        _ => $"0x{Value:X2}",
    };
}
