namespace Aksu.Cryptography;

/// <summary>What kind of asymmetric key a SubjectPublicKeyInfo or a private key holds.</summary>
public enum KeyKind
{
    /// <summary>rsaEncryption: usable with PKCS#1 v1.5 and PSS.</summary>
    Rsa,
    /// <summary>id-RSASSA-PSS: usable with PSS only, within the parameters the key names.</summary>
    RsaPss,
    /// <summary>ECDSA on P-256.</summary>
    EcP256,
    /// <summary>ECDSA on P-384.</summary>
    EcP384,
    /// <summary>ECDSA on P-521.</summary>
    EcP521,
    /// <summary>Ed25519.</summary>
    Ed25519,
    /// <summary>Ed448.</summary>
    Ed448,
}
