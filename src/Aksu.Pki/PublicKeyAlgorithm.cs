namespace Aksu.Pki;

/// <summary>What kind of key a SubjectPublicKeyInfo names, the unusable kinds included.</summary>
public enum PublicKeyAlgorithm
{
    /// <summary>A kind that is not known here.</summary>
    Unknown,
    /// <summary>rsaEncryption.</summary>
    Rsa,
    /// <summary>id-RSASSA-PSS.</summary>
    RsaPss,
    /// <summary>Elliptic curve P-256.</summary>
    EcP256,
    /// <summary>Elliptic curve P-384.</summary>
    EcP384,
    /// <summary>Elliptic curve P-521.</summary>
    EcP521,
    /// <summary>Another elliptic curve, or one given by explicit parameters: never accepted.</summary>
    EcOther,
    /// <summary>Ed25519.</summary>
    Ed25519,
    /// <summary>Ed448.</summary>
    Ed448,
    /// <summary>DSA: never accepted.</summary>
    Dsa,
}
