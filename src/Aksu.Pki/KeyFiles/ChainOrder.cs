using System.Formats.Asn1;
using Aksu.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.KeyFiles;

/// <summary>
/// Puts the certificates of a file in the order TLS wants (RFC 9846 §4.5.1): the key's own first, each certified by the next.
/// </summary>
internal static class ChainOrder
{
    public static List<Certificate> Repair(List<Certificate> certificates, SigningKey key, List<string> warnings)
    {
        if (certificates.Count == 0)
        {
            throw new CertificateException("There is no certificate.");
        }

        Certificate own = certificates.Find(certificate => BelongsTo(certificate, key))
            ?? throw new CertificateException(
                $"The private key does not belong to the certificate of {certificates[0]}"
                + (certificates.Count > 1 ? $" nor to any of the {certificates.Count - 1} others." : "."));
        var chain = new List<Certificate> { own };
        while (FindIssuer(chain[^1], certificates, chain) is { } issuer)
        {
            chain.Add(issuer);
        }

        int unused = certificates.Distinct().Count() - chain.Count;
        if (unused > 0)
        {
            warnings.Add($"{unused} of the given certificates do not belong to the chain of {own} and are not sent.");
        }

        if (!certificates.Where(chain.Contains).Distinct().SequenceEqual(chain))
        {
            warnings.Add("The certificates were not in order, each certified by the next; the order was repaired.");
        }

        return chain;
    }

    private static Certificate? FindIssuer(Certificate certificate, List<Certificate> candidates, List<Certificate> chain)
    {
        if (certificate.IsSelfIssued && chain.Count > 1)
        {
            return null;
        }

        return candidates
            .Where(candidate => candidate.Subject.Equals(certificate.Issuer) && !chain.Contains(candidate))
            .OrderByDescending(candidate => candidate.SubjectKeyIdentifier is { } offered
                && certificate.AuthorityKeyIdentifier is { } wanted && wanted.KeyIdentifier.Span.SequenceEqual(offered.Span))
            .FirstOrDefault();
    }

    /// <summary>The same key bits; the algorithm may be written differently (rsaEncryption or id-RSASSA-PSS).</summary>
    private static bool BelongsTo(Certificate certificate, SigningKey key)
    {
        ReadOnlySpan<byte> info = key.SubjectPublicKeyInfo.Span;
        return certificate.SubjectPublicKeyInfo.Span.SequenceEqual(info)
            || KeyBits(certificate.SubjectPublicKeyInfo.Span).SequenceEqual(KeyBits(info));
    }

    private static ReadOnlySpan<byte> KeyBits(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        try
        {
            DerReader info = new DerReader(subjectPublicKeyInfo).ReadSequence();
            info.ReadEncoded();
            return info.ReadOctetsInBitString();
        }
        catch (AsnContentException error)
        {
            throw new CertificateException("The public half of the key is malformed.", error);
        }
    }
}
