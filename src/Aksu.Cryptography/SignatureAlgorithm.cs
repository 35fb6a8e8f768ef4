namespace Aksu.Cryptography;

/// <summary>
/// How a signature is made: key type, padding and hash together. A closed list: a key says which of them it can do
/// (<see cref="SigningKey.Supports"/>, <see cref="VerificationKey.Supports"/>).
/// </summary>
/// <remarks>
/// ECDSA members fix the hash, not the curve (X.509 and TLS 1.2 allow any pairing; TLS 1.3 fixes the curve in its own table).
/// </remarks>
public enum SignatureAlgorithm
{
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-1: old certificates and TLS 1.0 to 1.2 by opting in only.</summary>
    RsaPkcs1Sha1,
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    RsaPkcs1Sha256,
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384.</summary>
    RsaPkcs1Sha384,
    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512.</summary>
    RsaPkcs1Sha512,
    /// <summary>RSASSA-PKCS1-v1_5 over MD5 and SHA-1 joined (TLS 1.0 and 1.1, RFC 2246 §7.4.3), by opting in only.</summary>
    RsaPkcs1Md5Sha1,
    /// <summary>RSASSA-PSS with SHA-256, MGF1 with SHA-256, salt of 32 bytes.</summary>
    RsaPssSha256,
    /// <summary>RSASSA-PSS with SHA-384, MGF1 with SHA-384, salt of 48 bytes.</summary>
    RsaPssSha384,
    /// <summary>RSASSA-PSS with SHA-512, MGF1 with SHA-512, salt of 64 bytes.</summary>
    RsaPssSha512,
    /// <summary>ECDSA with SHA-1: by opting in only.</summary>
    EcdsaSha1,
    /// <summary>ECDSA with SHA-256, signature as a DER sequence.</summary>
    EcdsaSha256,
    /// <summary>ECDSA with SHA-384, signature as a DER sequence.</summary>
    EcdsaSha384,
    /// <summary>ECDSA with SHA-512, signature as a DER sequence.</summary>
    EcdsaSha512,
    /// <summary>Ed25519 (RFC 8032).</summary>
    Ed25519,
    /// <summary>Ed448 (RFC 8032).</summary>
    Ed448,
}
