using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>A certificate chain and its key, as the flags describe them.</summary>
internal sealed class Credential
{
    public string? CertificateFile { get; set; }

    public string? KeyFile { get; set; }

    public List<SignatureScheme>? Schemes { get; set; }

    public byte[]? OcspResponse { get; set; }

    /// <summary>A SignedCertificateTimestampList as it stands on the wire.</summary>
    public byte[]? Timestamps { get; set; }

    public bool MustMatchIssuer { get; set; }

    /// <summary>A bare key without certificates.</summary>
    public bool IsRaw { get; init; }

    /// <summary>A key that is imported (RFC 9258), and no certificate.</summary>
    public bool IsPreSharedKey { get; init; }

    public byte[] ImportedKey { get; set; } = [];

    public byte[] ImportedIdentity { get; set; } = [];

    public byte[] ImportedContext { get; set; } = [];

    public string ImportedHash { get; set; } = "SHA-256";

    public bool IsEmpty => CertificateFile is null or "" && KeyFile is null or "";
}
