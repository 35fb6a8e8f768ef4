using System.Formats.Asn1;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>
/// Which hash stands for a certificate in the channel binding tls-server-end-point: that of its signature, and SHA-256 for the broken ones
/// (RFC 5929 §4.1).
/// </summary>
internal static class CertificateSignatureHash
{
    private const string Pss = "1.2.840.113549.1.1.10";

    /// <summary>The hash's name; null when the signature has none (EdDSA), or the certificate cannot be read.</summary>
    public static string? Find(ReadOnlyMemory<byte> certificate)
    {
        try
        {
            AsnReader outer = new AsnReader(certificate, AsnEncodingRules.DER).ReadSequence();
            outer.ReadEncodedValue(); // tbsCertificate
            AsnReader algorithm = outer.ReadSequence();
            string oid = algorithm.ReadObjectIdentifier();
            return oid == Pss ? HashOfPss(algorithm) : HashOf(oid);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static string? HashOf(string oid) => oid switch
    {
        // MD5 and SHA-1, with RSA and ECDSA.
        "1.3.14.3.2.26" or "1.2.840.113549.1.1.4" or "1.2.840.113549.1.1.5" or "1.2.840.10045.4.1" => "SHA-256",
        "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" or "2.16.840.1.101.3.4.2.1" => "SHA-256",
        "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" or "2.16.840.1.101.3.4.2.2" => "SHA-384",
        "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" or "2.16.840.1.101.3.4.2.3" => "SHA-512",
        _ => null,
    };

    // RSASSA-PSS-params (RFC 4055 §3.1): the hash is the first, optional field; without it, it is SHA-1.
    private static string? HashOfPss(AsnReader algorithm)
    {
        var hashTag = new Asn1Tag(TagClass.ContextSpecific, 0);
        AsnReader parameters = algorithm.ReadSequence();
        if (!parameters.HasData || !parameters.PeekTag().HasSameClassAndValue(hashTag))
        {
            return "SHA-256";
        }

        return HashOf(parameters.ReadSequence(hashTag).ReadSequence().ReadObjectIdentifier());
    }
}
