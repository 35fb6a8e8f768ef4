namespace Aksu.Tls.Engine.Registry;

/// <summary>A signature scheme (RFC 9846 §4.3.3). An open code point: unknown values survive.</summary>
public readonly record struct SignatureScheme(ushort Value)
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-1 (legacy).</summary>
    public static readonly SignatureScheme RsaPkcs1Sha1 = new(0x0201);

    /// <summary>ECDSA with SHA-1 (legacy).</summary>
    public static readonly SignatureScheme EcdsaSha1 = new(0x0203);

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256: certificates and TLS 1.2.</summary>
    public static readonly SignatureScheme RsaPkcs1Sha256 = new(0x0401);

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384: certificates and TLS 1.2.</summary>
    public static readonly SignatureScheme RsaPkcs1Sha384 = new(0x0501);

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512: certificates and TLS 1.2.</summary>
    public static readonly SignatureScheme RsaPkcs1Sha512 = new(0x0601);

    /// <summary>ECDSA on P-256 with SHA-256.</summary>
    public static readonly SignatureScheme EcdsaSecp256r1Sha256 = new(0x0403);

    /// <summary>ECDSA on P-384 with SHA-384.</summary>
    public static readonly SignatureScheme EcdsaSecp384r1Sha384 = new(0x0503);

    /// <summary>ECDSA on P-521 with SHA-512.</summary>
    public static readonly SignatureScheme EcdsaSecp521r1Sha512 = new(0x0603);

    /// <summary>RSASSA-PSS with SHA-256, key of rsaEncryption.</summary>
    public static readonly SignatureScheme RsaPssRsaeSha256 = new(0x0804);

    /// <summary>RSASSA-PSS with SHA-384, key of rsaEncryption.</summary>
    public static readonly SignatureScheme RsaPssRsaeSha384 = new(0x0805);

    /// <summary>RSASSA-PSS with SHA-512, key of rsaEncryption.</summary>
    public static readonly SignatureScheme RsaPssRsaeSha512 = new(0x0806);

    /// <summary>Ed25519.</summary>
    public static readonly SignatureScheme Ed25519 = new(0x0807);

    /// <summary>Ed448.</summary>
    public static readonly SignatureScheme Ed448 = new(0x0808);

    /// <summary>RSASSA-PSS with SHA-256, key of id-RSASSA-PSS.</summary>
    public static readonly SignatureScheme RsaPssPssSha256 = new(0x0809);

    /// <summary>RSASSA-PSS with SHA-384, key of id-RSASSA-PSS.</summary>
    public static readonly SignatureScheme RsaPssPssSha384 = new(0x080a);

    /// <summary>RSASSA-PSS with SHA-512, key of id-RSASSA-PSS.</summary>
    public static readonly SignatureScheme RsaPssPssSha512 = new(0x080b);

    /// <summary>
    /// RSASSA-PKCS1-v1_5 over MD5 and SHA-1 joined: what an RSA key signs with in TLS 1.0 and 1.1, where no scheme stands on the wire. A
    /// value of the private range, for this library's own use.
    /// </summary>
    public static readonly SignatureScheme RsaPkcs1Md5Sha1 = new(0xff01);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0x0201 => "rsa_pkcs1_sha1",
        0x0203 => "ecdsa_sha1",
        0x0401 => "rsa_pkcs1_sha256",
        0x0501 => "rsa_pkcs1_sha384",
        0x0601 => "rsa_pkcs1_sha512",
        0x0403 => "ecdsa_secp256r1_sha256",
        0x0503 => "ecdsa_secp384r1_sha384",
        0x0603 => "ecdsa_secp521r1_sha512",
        0x0804 => "rsa_pss_rsae_sha256",
        0x0805 => "rsa_pss_rsae_sha384",
        0x0806 => "rsa_pss_rsae_sha512",
        0x0807 => "ed25519",
        0x0808 => "ed448",
        0x0809 => "rsa_pss_pss_sha256",
        0x080a => "rsa_pss_pss_sha384",
        0x080b => "rsa_pss_pss_sha512",
        0xff01 => "rsa_pkcs1_md5_sha1",
        _ => $"0x{Value:X4}",
    };
}
