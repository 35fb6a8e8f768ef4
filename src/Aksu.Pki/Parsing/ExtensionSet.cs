namespace Aksu.Pki.Parsing;

/// <summary>The extensions of a certificate, those that are known already read. Filled once by <see cref="ExtensionParser"/>.</summary>
internal sealed class ExtensionSet
{
    public static readonly ExtensionSet Empty = new();

    public CertificateExtension[] All { get; set; } = [];

    public KeyUsage? KeyUsage { get; set; }

    public ExtendedKeyUsage? ExtendedKeyUsage { get; set; }

    public BasicConstraints? BasicConstraints { get; set; }

    public GeneralName[]? SubjectAlternativeNames { get; set; }

    public NameConstraints? NameConstraints { get; set; }

    public AuthorityKeyIdentifier? AuthorityKeyIdentifier { get; set; }

    public ReadOnlyMemory<byte>? SubjectKeyIdentifier { get; set; }

    public ReadOnlyMemory<byte>[]? Policies { get; set; }

    public (ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> Subject)[]? PolicyMappings { get; set; }

    public PolicyConstraints? PolicyConstraints { get; set; }

    public int? InhibitAnyPolicy { get; set; }

    public ReadOnlyMemory<byte>[] OcspLocations { get; set; } = [];

    public ReadOnlyMemory<byte>[] IssuerLocations { get; set; } = [];

    public ReadOnlyMemory<byte>[] CrlLocations { get; set; } = [];

    public bool MustStaple { get; set; }

    public bool IsOcspNoCheck { get; set; }

    public bool IsPrecertificate { get; set; }

    public ReadOnlyMemory<byte> SctList { get; set; }

    /// <summary>Whether a policy has a qualifier other than the two that RFC 5280 §4.2.1.4 knows.</summary>
    public bool HasUnknownPolicyQualifier { get; set; }

    /// <summary>The first critical extension that is not processed here, if any (RFC 5280 §4.2: the certificate must be refused).</summary>
    public CertificateExtension? UnhandledCritical { get; set; }

    public CertificateExtension? Find(ReadOnlySpan<byte> oid)
    {
        foreach (CertificateExtension extension in All)
        {
            if (extension.OidBytes.Span.SequenceEqual(oid))
            {
                return extension;
            }
        }

        return null;
    }
}
