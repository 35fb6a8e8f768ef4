using Aksu.Pki.Asn1;

namespace Aksu.Pki;

/// <summary>One extension as it stands in a certificate or revocation list.</summary>
public readonly struct CertificateExtension
{
    internal CertificateExtension(ReadOnlyMemory<byte> oid, bool isCritical, ReadOnlyMemory<byte> value)
    {
        OidBytes = oid;
        IsCritical = isCritical;
        Value = value;
    }

    /// <summary>The identifier in dotted text.</summary>
    public string Oid => Oids.ToText(OidBytes.Span);

    /// <summary>Whether a verifier that does not know the extension must refuse the certificate.</summary>
    public bool IsCritical { get; }

    /// <summary>The DER content of the extnValue octet string; valid as long as the certificate.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    internal ReadOnlyMemory<byte> OidBytes { get; }
}
