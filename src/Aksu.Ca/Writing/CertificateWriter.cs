using System.Formats.Asn1;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca.Writing;

/// <summary>Writes and signs certificates (RFC 5280 §4.1).</summary>
internal static class CertificateWriter
{
    /// <summary>A certificate that an authority signs.</summary>
    public static byte[] Write(CertificateTemplate template, ReadOnlySpan<byte> subjectPublicKeyInfo, Certificate issuer,
        SigningKey issuerKey)
    {
        ReadOnlyMemory<byte> keyIdentifier = issuer.SubjectKeyIdentifier ?? ExtensionWriter.KeyIdentifier(issuer.SubjectPublicKeyInfo.Span);
        return Write(template, subjectPublicKeyInfo, issuer.Subject.Der.Span, keyIdentifier, issuerKey, SignatureChoice.For(issuerKey));
    }

    /// <summary>A root: signed with the key that it certifies.</summary>
    public static byte[] WriteSelfSigned(CertificateTemplate template, SigningKey key) =>
        Write(template, key.SubjectPublicKeyInfo.Span, template.Subject, null, key, SignatureChoice.For(key));

    public static byte[] Write(
        CertificateTemplate template,
        ReadOnlySpan<byte> subjectPublicKeyInfo,
        ReadOnlySpan<byte> issuer,
        ReadOnlyMemory<byte>? authorityKeyIdentifier,
        SigningKey issuerKey,
        SignatureAlgorithm algorithm)
    {
        List<ExtensionTemplate> extensions = ExtensionWriter.Collect(template, subjectPublicKeyInfo, authorityKeyIdentifier);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (extensions.Count > 0)
            {
                using (writer.PushSequence(Tags.Constructed(0)))
                {
                    writer.WriteInteger(2);
                }
            }

            writer.WriteIntegerUnsigned(template.SerialNumber ?? SerialNumber.Make());
            SignatureChoice.WriteIdentifier(writer, algorithm);
            writer.WriteEncodedValue(issuer);
            using (writer.PushSequence())
            {
                WriteTime(writer, template.NotBefore);
                WriteTime(writer, template.NotAfter);
            }

            writer.WriteEncodedValue(template.Subject);
            writer.WriteEncodedValue(subjectPublicKeyInfo);
            if (extensions.Count > 0)
            {
                using (writer.PushSequence(Tags.Constructed(3)))
                {
                    ExtensionWriter.Write(writer, extensions);
                }
            }
        }

        return SignedStructure.Write(writer.Encode(), issuerKey, algorithm);
    }

    /// <summary>RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from then on.</summary>
    public static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        var whole = new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        if (whole.Year is >= 1950 and < 2050)
        {
            writer.WriteUtcTime(whole);
        }
        else
        {
            writer.WriteGeneralizedTime(whole, omitFractionalSeconds: true);
        }
    }
}
