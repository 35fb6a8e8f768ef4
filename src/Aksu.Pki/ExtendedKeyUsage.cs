namespace Aksu.Pki;

/// <summary>The purposes a certificate is limited to (RFC 5280 §4.2.1.12).</summary>
[Flags]
public enum ExtendedKeyUsage
{
    /// <summary>No purpose.</summary>
    None = 0,
    /// <summary>id-kp-serverAuth: a TLS server.</summary>
    ServerAuth = 1 << 0,
    /// <summary>id-kp-clientAuth: a TLS client.</summary>
    ClientAuth = 1 << 1,
    /// <summary>id-kp-codeSigning.</summary>
    CodeSigning = 1 << 2,
    /// <summary>id-kp-emailProtection.</summary>
    EmailProtection = 1 << 3,
    /// <summary>id-kp-timeStamping.</summary>
    TimeStamping = 1 << 4,
    /// <summary>id-kp-OCSPSigning: signing OCSP responses for an authority.</summary>
    OcspSigning = 1 << 5,
    /// <summary>anyExtendedKeyUsage: no limit.</summary>
    Any = 1 << 6,
    /// <summary>A purpose that is not in this list.</summary>
    Other = 1 << 7,
}
