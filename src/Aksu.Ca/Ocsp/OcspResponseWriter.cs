using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca.Ocsp;

/// <summary>Writes and signs OCSP responses (RFC 6960 §4.2.1).</summary>
internal static class OcspResponseWriter
{
    private const string BasicResponse = "1.3.6.1.5.5.7.48.1.1";
    private const string Nonce = "1.3.6.1.5.5.7.48.1.2";

    /// <summary>A response without statements, which tells of an error (§4.2.1 OCSPResponseStatus).</summary>
    public static byte[] WriteError(OcspError error) => [0x30, 0x03, 0x0A, 0x01, (byte)error];

    /// <param name="statements">What to say.</param>
    /// <param name="signer">Whose key signs: the issuer itself, or a responder that it has authorized.</param>
    /// <param name="key">That key.</param>
    /// <param name="isDelegated">Whether the signer's certificate must come along because it is not the issuer's.</param>
    /// <param name="thisUpdate">Now.</param>
    /// <param name="nextUpdate">Until when the response counts.</param>
    /// <param name="nonce">The request's nonce to repeat (RFC 8954); empty for none.</param>
    public static byte[] Write(
        IReadOnlyList<OcspStatement> statements,
        Certificate signer,
        SigningKey key,
        bool isDelegated,
        DateTimeOffset thisUpdate,
        DateTimeOffset nextUpdate,
        ReadOnlySpan<byte> nonce = default)
    {
        SignatureAlgorithm algorithm = SignatureChoice.For(key);
        byte[] data = WriteData(statements, signer, thisUpdate, nextUpdate, nonce);
        byte[] signature = SignatureChoice.Sign(key, algorithm, data);
        var basic = new AsnWriter(AsnEncodingRules.DER);
        using (basic.PushSequence())
        {
            basic.WriteEncodedValue(data);
            SignatureChoice.WriteIdentifier(basic, algorithm);
            basic.WriteBitString(signature);
            if (isDelegated)
            {
                using (basic.PushSequence(Tags.Constructed(0)))
                using (basic.PushSequence())
                {
                    basic.WriteEncodedValue(signer.Der.Span);
                }
            }
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(OcspError.None);
            using (writer.PushSequence(Tags.Constructed(0)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(BasicResponse);
                writer.WriteOctetString(basic.Encode());
            }
        }

        return writer.Encode();
    }

    private static byte[] WriteData(
        IReadOnlyList<OcspStatement> statements,
        Certificate signer,
        DateTimeOffset thisUpdate,
        DateTimeOffset nextUpdate,
        ReadOnlySpan<byte> nonce)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Tags.Constructed(2)))
            {
                writer.WriteOctetString(
                    CryptographicOperations.HashData(HashAlgorithmName.SHA1, ExtensionWriter.KeyBits(signer.SubjectPublicKeyInfo.Span)));
            }

            WriteTime(writer, thisUpdate);
            using (writer.PushSequence())
            {
                foreach (OcspStatement statement in statements)
                {
                    WriteStatement(writer, statement, thisUpdate, nextUpdate);
                }
            }

            if (!nonce.IsEmpty)
            {
                var value = new AsnWriter(AsnEncodingRules.DER);
                value.WriteOctetString(nonce);
                using (writer.PushSequence(Tags.Constructed(1)))
                {
                    ExtensionWriter.Write(writer, [new ExtensionTemplate(Nonce, false, value.Encode())]);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteStatement(AsnWriter writer, OcspStatement statement, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(statement.CertificateId.Span);
            if (statement is { Status: OcspCertificateStatus.Revoked, Revoked: { } entry })
            {
                using (writer.PushSequence(Tags.Constructed(1)))
                {
                    WriteTime(writer, entry.Time);
                    if (entry.Reason != RevocationReason.Unspecified)
                    {
                        using (writer.PushSequence(Tags.Constructed(0)))
                        {
                            writer.WriteEnumeratedValue(entry.Reason);
                        }
                    }
                }
            }
            else
            {
                writer.WriteNull(Tags.Primitive(statement.Status == OcspCertificateStatus.Good ? 0 : 2));
            }

            WriteTime(writer, thisUpdate);
            using (writer.PushSequence(Tags.Constructed(0)))
            {
                WriteTime(writer, nextUpdate);
            }
        }
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time) =>
        writer.WriteGeneralizedTime(time.ToUniversalTime(), omitFractionalSeconds: true);
}
