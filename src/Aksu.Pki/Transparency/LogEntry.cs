using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Transparency;

/// <summary>What a log has signed about a certificate (RFC 6962 §3.2).</summary>
internal static class LogEntry
{
    private const int MaxEntryLength = 0xFFFFFF;

    /// <summary>For timestamps that came in TLS or OCSP: the certificate itself.</summary>
    public static byte[] OfCertificate(Certificate certificate) => Prefix(0, [], certificate.Der.Span);

    /// <summary>For timestamps inside the certificate: the precertificate, which is the certificate without them.</summary>
    public static byte[] OfPrecertificate(Certificate certificate, Certificate issuer) =>
        Prefix(1, SHA256.HashData(issuer.SubjectPublicKeyInfo.Span), WithoutTimestamps(certificate));

    /// <summary>digitally-signed struct: version, signature type, timestamp, entry, extensions.</summary>
    public static byte[] SignedData(byte[] entry, SignedCertificateTimestamp timestamp)
    {
        byte[] data = new byte[2 + 8 + entry.Length + 2 + timestamp.Extensions.Length];
        BinaryPrimitives.WriteUInt64BigEndian(data.AsSpan(2), timestamp.Timestamp);
        entry.CopyTo(data, 10);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(10 + entry.Length), (ushort)timestamp.Extensions.Length);
        timestamp.Extensions.CopyTo(data.AsSpan(12 + entry.Length));
        return data;
    }

    private static byte[] Prefix(ushort entryType, ReadOnlySpan<byte> issuerKeyHash, ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxEntryLength)
        {
            throw new CertificateException("The certificate is too long for a transparency log.");
        }

        byte[] entry = new byte[2 + issuerKeyHash.Length + 3 + content.Length];
        BinaryPrimitives.WriteUInt16BigEndian(entry, entryType);
        issuerKeyHash.CopyTo(entry.AsSpan(2));
        int position = 2 + issuerKeyHash.Length;
        entry[position] = (byte)(content.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(position + 1), (ushort)content.Length);
        content.CopyTo(entry.AsSpan(position + 3));
        return entry;
    }

    private static byte[] WithoutTimestamps(Certificate certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        DerReader fields = new DerReader(certificate.Tbs.Span).ReadSequence();
        using (writer.PushSequence())
        {
            while (!fields.IsEmpty)
            {
                if (!fields.NextIs(ContextTag.Constructed(3)))
                {
                    writer.WriteEncodedValue(fields.ReadEncoded());
                    continue;
                }

                DerReader list = fields.ReadSequence(ContextTag.Constructed(3)).ReadSequence();
                using (writer.PushSequence(ContextTag.Constructed(3)))
                using (writer.PushSequence())
                {
                    while (!list.IsEmpty)
                    {
                        ReadOnlySpan<byte> extension = list.ReadEncoded();
                        if (!new DerReader(extension).ReadSequence().ReadOid().SequenceEqual(Oids.SctList))
                        {
                            writer.WriteEncodedValue(extension);
                        }
                    }
                }
            }
        }

        return writer.Encode();
    }
}
