using Aksu.Pki;

namespace Aksu.Ca.Writing;

/// <summary>All that goes into a certificate besides what its issuer and its key decide.</summary>
internal sealed record CertificateTemplate
{
    /// <summary>DER Name.</summary>
    public required byte[] Subject { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Unsigned, big-endian; null for 128 random bits.</summary>
    public byte[]? SerialNumber { get; init; }

    public IReadOnlyList<SubjectAlternativeName> Names { get; init; } = [];

    public BasicConstraints? BasicConstraints { get; init; }

    public KeyUsage? KeyUsage { get; init; }

    public ExtendedKeyUsage? ExtendedKeyUsage { get; init; }

    public bool MustStaple { get; init; }

    public bool IsOcspNoCheck { get; init; }

    public string? OcspLocation { get; init; }

    public string? CrlLocation { get; init; }

    /// <summary>Extensions to add, or to put in the place of those that would be written; one with a null value leaves it out.</summary>
    public IReadOnlyList<ExtensionTemplate> Overrides { get; init; } = [];
}
