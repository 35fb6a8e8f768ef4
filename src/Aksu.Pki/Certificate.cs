using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;
using Aksu.Pki.Parsing;
using Aksu.Pki.Signatures;

namespace Aksu.Pki;

/// <summary>
/// An X.509 certificate (RFC 5280 §4), read strictly and once. Immutable and thread-safe; all memory that it hands out is a view of its own
/// copy of the bytes. That a certificate can be read says nothing about whether it can be trusted: see <see cref="CertificateVerifier"/>.
/// </summary>
public sealed class Certificate : IEquatable<Certificate>
{
    /// <summary>Longest certificate that is read, in bytes.</summary>
    public const int MaxSize = 512 * 1024;

    private readonly CertificateContent _content;
    private VerificationKey? _verificationKey;

    private Certificate(ReadOnlyMemory<byte> der, CertificateContent content)
    {
        Der = der;
        _content = content;
    }

    /// <summary>Reads a DER certificate; the bytes are copied.</summary>
    /// <exception cref="CertificateException">The bytes are not a certificate, or break the profile of RFC 5280 in a way that makes them
    /// ambiguous.</exception>
    public static Certificate Parse(ReadOnlySpan<byte> der)
    {
        if (der.Length > MaxSize)
        {
            throw new CertificateException($"The certificate is longer than {MaxSize} bytes.");
        }

        byte[] copy = der.ToArray();
        try
        {
            return new Certificate(copy, CertificateParser.Read(copy));
        }
        catch (AsnContentException error)
        {
            throw CertificateException.IsMalformed("The certificate", error);
        }
    }

    /// <summary>Reads the first certificate of a PEM text.</summary>
    /// <exception cref="CertificateException">There is none, or it is malformed.</exception>
    public static Certificate ParsePem(ReadOnlySpan<char> pem)
    {
        IReadOnlyList<Certificate> found = Pem.ReadCertificates(pem);
        return found[0];
    }

    /// <summary>The whole certificate in DER.</summary>
    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>1, 2 or 3.</summary>
    public int Version => _content.Version;

    /// <summary>The serial number as INTEGER content bytes: big-endian, two's complement.</summary>
    public ReadOnlyMemory<byte> SerialNumber => _content.SerialNumber;

    /// <summary>The serial number in lower-case hexadecimal.</summary>
    public string SerialNumberText => Convert.ToHexStringLower(TrimSign(_content.SerialNumber.Span));

    /// <summary>Who signed.</summary>
    public DistinguishedName Issuer => _content.Issuer;

    /// <summary>Who is certified.</summary>
    public DistinguishedName Subject => _content.Subject ?? _content.Issuer;

    /// <summary>First moment of validity, in UTC.</summary>
    public DateTimeOffset NotBefore => _content.NotBefore;

    /// <summary>Last second of validity, included, in UTC.</summary>
    public DateTimeOffset NotAfter => _content.NotAfter;

    /// <summary>The certified key.</summary>
    public PublicKeyInfo PublicKey => _content.PublicKey;

    /// <summary>The certified key as DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => _content.PublicKey.Der;

    /// <summary>How the issuer signed; null when the algorithm is weak or not supported.</summary>
    public SignatureAlgorithm? SignatureAlgorithm => _content.SignatureIdentifier.Algorithm;

    /// <summary>Whether the issuer signed over a SHA-1 digest, which anyone with enough money can forge; it is never accepted.</summary>
    public bool IsSignedWithSha1 => _content.SignatureIdentifier.IsSha1;

    /// <summary>Name of the signature algorithm for people.</summary>
    public string SignatureAlgorithmText => _content.SignatureIdentifier.Name;

    /// <summary>All extensions in order.</summary>
    public IReadOnlyList<CertificateExtension> Extensions => _content.Extensions.All;

    /// <summary>subjectAltName: the names that the certificate stands for; empty if absent.</summary>
    public IReadOnlyList<GeneralName> SubjectAlternativeNames => _content.Extensions.SubjectAlternativeNames ?? [];

    /// <summary>keyUsage, or null if absent.</summary>
    public KeyUsage? KeyUsage => _content.Extensions.KeyUsage;

    /// <summary>extKeyUsage, or null if absent.</summary>
    public ExtendedKeyUsage? ExtendedKeyUsage => _content.Extensions.ExtendedKeyUsage;

    /// <summary>basicConstraints, or null if absent.</summary>
    public BasicConstraints? BasicConstraints => _content.Extensions.BasicConstraints;

    /// <summary>nameConstraints, or null if absent.</summary>
    public NameConstraints? NameConstraints => _content.Extensions.NameConstraints;

    /// <summary>authorityKeyIdentifier, or null if absent.</summary>
    public AuthorityKeyIdentifier? AuthorityKeyIdentifier => _content.Extensions.AuthorityKeyIdentifier;

    /// <summary>subjectKeyIdentifier, or null if absent.</summary>
    public ReadOnlyMemory<byte>? SubjectKeyIdentifier => _content.Extensions.SubjectKeyIdentifier;

    /// <summary>Whether the server must staple an OCSP response (RFC 7633).</summary>
    public bool MustStaple => _content.Extensions.MustStaple;

    /// <summary>Whether basicConstraints says that the subject is an authority.</summary>
    public bool IsAuthority => BasicConstraints is { IsAuthority: true };

    /// <summary>Whether issuer and subject are the same name.</summary>
    public bool IsSelfIssued => _content.Subject is null || Subject.Equals(Issuer);

    /// <summary>Addresses of OCSP responders (authorityInfoAccess), as written by the issuer.</summary>
    public IReadOnlyList<string> OcspLocations => Texts(_content.Extensions.OcspLocations);

    /// <summary>Addresses of the issuer's certificate (authorityInfoAccess), as written by the issuer.</summary>
    public IReadOnlyList<string> IssuerLocations => Texts(_content.Extensions.IssuerLocations);

    /// <summary>Addresses of revocation lists (cRLDistributionPoints), as written by the issuer.</summary>
    public IReadOnlyList<string> CrlLocations => Texts(_content.Extensions.CrlLocations);

    /// <summary>SHA-256 of the whole certificate.</summary>
    public byte[] Sha256() => SHA256.HashData(Der.Span);

    /// <summary>SHA-256 of the whole certificate in lower-case hexadecimal.</summary>
    public string FingerprintText => Convert.ToHexStringLower(SHA256.HashData(Der.Span));

    /// <summary>The certificate as PEM text with a final line break.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabels.Certificate, Der.Span) + "\n";

    /// <summary>The subject (or, if that is empty, the first alternative name) for people.</summary>
    public override string ToString() =>
        Subject.IsEmpty && SubjectAlternativeNames is [var first, ..] ? first.ToString() : Subject.ToString();

    /// <summary>Equality of all bytes.</summary>
    public bool Equals(Certificate? other) => ReferenceEquals(this, other) || (other is not null && Der.Span.SequenceEqual(other.Der.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Certificate);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_content.Signature.Span);
        return hash.ToHashCode();
    }

    internal ReadOnlyMemory<byte> Tbs => _content.Tbs;

    internal ReadOnlyMemory<byte> Signature => _content.Signature;

    internal SignatureIdentifier SignatureIdentifier => _content.SignatureIdentifier;

    internal ExtensionSet ExtensionSet => _content.Extensions;

    internal bool HasTimeInWrongForm => _content.HasTimeInWrongForm;

    internal bool HasUniqueIdentifier => _content.HasUniqueIdentifier;

    /// <summary>
    /// The issuer's certificate under whose key the signature was found to be right: that never changes, so it is asked once.
    /// </summary>
    internal Certificate? SignatureVerifiedUnder { get; set; }

    /// <summary>
    /// The key, imported at the first use and kept as long as the certificate; null when the kind of key is not supported.
    /// </summary>
    internal VerificationKey? GetVerificationKey(CryptographyProvider provider)
    {
        VerificationKey? known = Volatile.Read(ref _verificationKey);
        if (known is not null)
        {
            return known;
        }

        VerificationKey? imported = provider.ImportPublicKey(SubjectPublicKeyInfo.Span);
        VerificationKey? winner = Interlocked.CompareExchange(ref _verificationKey, imported, null);
        if (winner is null)
        {
            return imported;
        }

        imported?.Dispose();
        return winner;
    }

    private static ReadOnlySpan<byte> TrimSign(ReadOnlySpan<byte> serial) => serial.Length > 1 && serial[0] == 0 ? serial[1..] : serial;

    private static string[] Texts(ReadOnlyMemory<byte>[] values) =>
        Array.ConvertAll(values, static value => Encoding.ASCII.GetString(value.Span));
}
