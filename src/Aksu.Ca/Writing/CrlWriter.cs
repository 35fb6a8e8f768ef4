using System.Formats.Asn1;
using System.Numerics;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca.Writing;

/// <summary>Writes and signs revocation lists of version 2 (RFC 5280 §5).</summary>
internal static class CrlWriter
{
    /// <param name="issuer">Whose list it is.</param>
    /// <param name="issuerKey">Its key.</param>
    /// <param name="number">The list's number; each list has a higher one than those before (§5.2.3).</param>
    /// <param name="thisUpdate">Now.</param>
    /// <param name="nextUpdate">When the next list will come at the latest.</param>
    /// <param name="revoked">The revoked certificates: serial number (INTEGER content bytes), since when, why.</param>
    public static byte[] Write(
        Certificate issuer,
        SigningKey issuerKey,
        BigInteger number,
        DateTimeOffset thisUpdate,
        DateTimeOffset nextUpdate,
        IReadOnlyList<(ReadOnlyMemory<byte> SerialNumber, RevokedEntry Entry)> revoked)
    {
        SignatureAlgorithm algorithm = SignatureChoice.For(issuerKey);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            const int VersionTwo = 1;
            writer.WriteInteger(VersionTwo);
            SignatureChoice.WriteIdentifier(writer, algorithm);
            writer.WriteEncodedValue(issuer.Subject.Der.Span);
            CertificateWriter.WriteTime(writer, thisUpdate);
            CertificateWriter.WriteTime(writer, nextUpdate);

            // The list is left out when nothing is revoked (§5.1.2.6).
            if (revoked.Count > 0)
            {
                using (writer.PushSequence())
                {
                    foreach ((ReadOnlyMemory<byte> serialNumber, RevokedEntry entry) in revoked)
                    {
                        WriteEntry(writer, serialNumber.Span, entry);
                    }
                }
            }

            using (writer.PushSequence(Tags.Constructed(0)))
            {
                ExtensionWriter.Write(writer, [.. Extensions(issuer, number)]);
            }
        }

        return SignedStructure.Write(writer.Encode(), issuerKey, algorithm);
    }

    private static IEnumerable<ExtensionTemplate> Extensions(Certificate issuer, BigInteger number)
    {
        ReadOnlyMemory<byte> keyIdentifier = issuer.SubjectKeyIdentifier ?? ExtensionWriter.KeyIdentifier(issuer.SubjectPublicKeyInfo.Span);
        yield return new ExtensionTemplate("2.5.29.35", false, ExtensionWriter.WriteAuthorityKeyIdentifier(keyIdentifier.Span));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteInteger(number);
        yield return new ExtensionTemplate("2.5.29.20", false, writer.Encode());
    }

    private static void WriteEntry(AsnWriter writer, ReadOnlySpan<byte> serialNumber, RevokedEntry entry)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(serialNumber);
            CertificateWriter.WriteTime(writer, entry.Time);

            // The reason is left out when it is unspecified (§5.3.1).
            if (entry.Reason == RevocationReason.Unspecified)
            {
                return;
            }

            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("2.5.29.21");
                writer.WriteOctetString([0x0A, 0x01, (byte)entry.Reason]);
            }
        }
    }
}
