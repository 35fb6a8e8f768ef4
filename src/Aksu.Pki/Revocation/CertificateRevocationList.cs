using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Revocation;

/// <summary>
/// A certificate revocation list (RFC 5280 §5), read strictly. Immutable and thread-safe. That it can be read does not mean that its
/// signature is right: the verifier checks that.
/// </summary>
public sealed class CertificateRevocationList
{
    /// <summary>Longest list that is read, in bytes.</summary>
    public const int MaxSize = 64 * 1024 * 1024;

    private readonly CrlContent _content;

    private CertificateRevocationList(ReadOnlyMemory<byte> der, CrlContent content)
    {
        Der = der;
        _content = content;
    }

    /// <summary>Reads a DER revocation list; the bytes are copied.</summary>
    /// <exception cref="CertificateException">The bytes are not a revocation list.</exception>
    public static CertificateRevocationList Parse(ReadOnlySpan<byte> der)
    {
        if (der.Length > MaxSize)
        {
            throw new CertificateException($"The revocation list is longer than {MaxSize} bytes.");
        }

        byte[] copy = der.ToArray();
        try
        {
            return new CertificateRevocationList(copy, CrlParser.Read(copy));
        }
        catch (AsnContentException error)
        {
            throw CertificateException.IsMalformed("The revocation list", error);
        }
    }

    /// <summary>Reads the first revocation list of a PEM text.</summary>
    /// <exception cref="CertificateException">There is none, or it is malformed.</exception>
    public static CertificateRevocationList ParsePem(ReadOnlySpan<char> pem)
    {
        foreach (PemBlock block in Pem.ReadBlocks(pem))
        {
            if (block.Label == PemLabels.Crl)
            {
                return Parse(block.Content);
            }
        }

        throw new CertificateException("The text holds no revocation list (no block BEGIN X509 CRL).");
    }

    /// <summary>The whole list in DER.</summary>
    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>Who issued the list.</summary>
    public DistinguishedName Issuer => _content.Issuer;

    /// <summary>When the list was made.</summary>
    public DateTimeOffset ThisUpdate => _content.ThisUpdate;

    /// <summary>When the next list will come; null if the list does not say.</summary>
    public DateTimeOffset? NextUpdate => _content.NextUpdate;

    /// <summary>How many certificates are revoked.</summary>
    public int Count => _content.Entries.Length;

    /// <summary>The list's number in hexadecimal; null if it has none.</summary>
    public string? NumberText => _content.Number is { } number ? Convert.ToHexStringLower(number.Span) : null;

    /// <summary>The list as PEM text with a final line break.</summary>
    public string ToPem() => PemEncoding.WriteString(PemLabels.Crl, Der.Span) + "\n";

    /// <summary>Looks a certificate up by its serial number (INTEGER content bytes).</summary>
    /// <returns>The entry; null if the serial number is not listed.</returns>
    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber) => _content.Find(serialNumber);

    internal CrlContent Content => _content;

    internal SignatureIdentifier SignatureIdentifier => _content.SignatureIdentifier;
}
