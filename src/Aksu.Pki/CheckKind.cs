namespace Aksu.Pki;

/// <summary>What is checked on a path, each by a name that stays the same in text and JSON.</summary>
public enum CheckKind
{
    /// <summary>The path ends at a trusted authority.</summary>
    Trust,
    /// <summary>The certificate is signed with its issuer's key.</summary>
    Signature,
    /// <summary>The signature algorithm is supported and strong.</summary>
    SignatureAlgorithm,
    /// <summary>The key is of a supported kind and long enough.</summary>
    KeyStrength,
    /// <summary>The moment lies in the validity period.</summary>
    Validity,
    /// <summary>Every critical extension is understood.</summary>
    CriticalExtensions,
    /// <summary>An issuer is an authority (basicConstraints).</summary>
    BasicConstraints,
    /// <summary>No more authorities follow than allowed.</summary>
    PathLength,
    /// <summary>keyUsage allows the use.</summary>
    KeyUsage,
    /// <summary>extKeyUsage allows the purpose.</summary>
    ExtendedKeyUsage,
    /// <summary>Names lie where the authorities above may certify them.</summary>
    NameConstraints,
    /// <summary>Certificate policies are valid along the path.</summary>
    Policies,
    /// <summary>The rules of the chosen profile.</summary>
    Profile,
    /// <summary>The certificate is for the expected name.</summary>
    Name,
    /// <summary>A pinned key is in the path.</summary>
    Pins,
    /// <summary>The certificate is not revoked.</summary>
    Revocation,
    /// <summary>The certificate was logged publicly.</summary>
    Transparency,
    /// <summary>The work stays within the budget.</summary>
    Budget,
}
