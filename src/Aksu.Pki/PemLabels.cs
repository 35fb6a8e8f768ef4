namespace Aksu.Pki;

/// <summary>Labels of PEM blocks (RFC 7468, and the older ones of OpenSSL).</summary>
public static class PemLabels
{
    /// <summary>A certificate.</summary>
    public const string Certificate = "CERTIFICATE";
    /// <summary>A certificate with OpenSSL's trust settings: read for what its name promises is not safe, so it is refused.</summary>
    public const string TrustedCertificate = "TRUSTED CERTIFICATE";
    /// <summary>A certificate revocation list.</summary>
    public const string Crl = "X509 CRL";
    /// <summary>A certificate signing request.</summary>
    public const string CertificateRequest = "CERTIFICATE REQUEST";
    /// <summary>A private key, PKCS#8.</summary>
    public const string PrivateKey = "PRIVATE KEY";
    /// <summary>A private key, PKCS#8, encrypted.</summary>
    public const string EncryptedPrivateKey = "ENCRYPTED PRIVATE KEY";
    /// <summary>A private key, PKCS#1.</summary>
    public const string RsaPrivateKey = "RSA PRIVATE KEY";
    /// <summary>A private key, SEC 1.</summary>
    public const string EcPrivateKey = "EC PRIVATE KEY";
    /// <summary>Parameters of a curve, which OpenSSL writes before a key; skipped.</summary>
    public const string EcParameters = "EC PARAMETERS";
    /// <summary>A public key, SubjectPublicKeyInfo.</summary>
    public const string PublicKey = "PUBLIC KEY";
}
