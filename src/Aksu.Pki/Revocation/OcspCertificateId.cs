using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Revocation;

/// <summary>CertID (RFC 6960 §4.1.1): a certificate named by its serial number and hashes of its issuer's name and key.</summary>
internal static class OcspCertificateId
{
    private const string Sha1 = "1.3.14.3.2.26";

    /// <summary>Whether a DER CertID names this certificate.</summary>
    public static bool Matches(ReadOnlySpan<byte> id, Certificate certificate, Certificate issuer)
    {
        DerReader fields = new DerReader(id).ReadSequence();
        ReadOnlySpan<byte> algorithm = fields.ReadSequence().ReadOid();
        ReadOnlySpan<byte> nameHash = fields.ReadOctetString();
        ReadOnlySpan<byte> keyHash = fields.ReadOctetString();
        ReadOnlySpan<byte> serial = fields.ReadInteger();
        fields.ThrowIfNotEmpty();
        return HashName(algorithm) is { } hash
            && serial.SequenceEqual(certificate.SerialNumber.Span)
            && nameHash.SequenceEqual(CryptographicOperations.HashData(hash, certificate.Issuer.Der.Span))
            && keyHash.SequenceEqual(CryptographicOperations.HashData(hash, KeyBits(issuer)));
    }

    /// <summary>Writes the CertID with SHA-1, the only hash that every responder knows; here it is a name, not a protection.</summary>
    public static void Write(AsnWriter writer, Certificate certificate, Certificate issuer)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Sha1);
                writer.WriteNull();
            }

            writer.WriteOctetString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, certificate.Issuer.Der.Span));
            writer.WriteOctetString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, KeyBits(issuer)));
            writer.WriteInteger(certificate.SerialNumber.Span);
        }
    }

    /// <summary>The content of the BIT STRING in the certified SubjectPublicKeyInfo.</summary>
    public static ReadOnlySpan<byte> KeyBits(Certificate certificate)
    {
        DerReader info = new DerReader(certificate.SubjectPublicKeyInfo.Span).ReadSequence();
        info.ReadEncoded();
        return info.ReadOctetsInBitString();
    }

    private static HashAlgorithmName? HashName(ReadOnlySpan<byte> oid)
    {
        if (oid.SequenceEqual(Oids.Sha1))
        {
            return HashAlgorithmName.SHA1;
        }

        if (oid.SequenceEqual(Oids.Sha256))
        {
            return HashAlgorithmName.SHA256;
        }

        if (oid.SequenceEqual(Oids.Sha384))
        {
            return HashAlgorithmName.SHA384;
        }

        return oid.SequenceEqual(Oids.Sha512) ? HashAlgorithmName.SHA512 : null;
    }
}
