using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Tests.Building;

/// <summary>
/// A certificate with one field of its TBSCertificate (RFC 5280 §4.1) replaced, and signed again: what no writer would write.
/// </summary>
internal static class Resigned
{
    public enum Field
    {
        Version,
        SerialNumber,
        Signature,
        Issuer,
        Validity,
        Subject,
        SubjectPublicKeyInfo,
        Extensions,
    }

    /// <param name="certificate">A certificate of version 3 without unique identifiers.</param>
    /// <param name="issuerKey">The key to sign with.</param>
    /// <param name="field">What is replaced.</param>
    /// <param name="replacement">DER values to put in its place: none leaves it out.</param>
    public static byte[] With(Certificate certificate, SigningKey issuerKey, Field field, params byte[][] replacement)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        DerReader fields = new DerReader(certificate.Tbs.Span).ReadSequence();
        using (writer.PushSequence())
        {
            for (Field current = Field.Version; current <= Field.Extensions; current++)
            {
                ReadOnlySpan<byte> original = fields.ReadEncoded();
                if (current != field)
                {
                    writer.WriteEncodedValue(original);
                    continue;
                }

                foreach (byte[] value in replacement)
                {
                    writer.WriteEncodedValue(value);
                }
            }
        }

        return SignedStructure.Write(writer.Encode(), issuerKey, SignatureChoice.For(issuerKey));
    }

    /// <summary>The DER of one field as it is.</summary>
    public static byte[] FieldOf(Certificate certificate, Field field)
    {
        DerReader fields = new DerReader(certificate.Tbs.Span).ReadSequence();
        for (Field current = Field.Version; current < field; current++)
        {
            fields.ReadEncoded();
        }

        return fields.ReadEncoded().ToArray();
    }
}
