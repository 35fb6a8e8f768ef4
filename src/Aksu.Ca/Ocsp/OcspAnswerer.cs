using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca.Ocsp;

/// <summary>Answers OCSP requests about the certificates of one issuer, signed by the issuer itself.</summary>
/// <param name="issuer">The issuer.</param>
/// <param name="key">Its key.</param>
/// <param name="find">Looks a serial number (INTEGER content bytes) up; null for one that was never issued.</param>
internal sealed class OcspAnswerer(
    Certificate issuer, SigningKey key, Func<ReadOnlyMemory<byte>, (OcspCertificateStatus Status, RevokedEntry? Revoked)?> find)
{
    private readonly byte[] _keyBits = ExtensionWriter.KeyBits(issuer.SubjectPublicKeyInfo.Span);

    /// <summary>The DER OCSPResponse for a DER OCSPRequest; errors are responses too.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> request, DateTimeOffset now, TimeSpan lifetime)
    {
        try
        {
            (List<ReadOnlyMemory<byte>> ids, byte[] nonce) = OcspRequestReader.Read(request);
            if (ids.Count == 0)
            {
                return OcspResponseWriter.WriteError(OcspError.MalformedRequest);
            }

            OcspStatement?[] statements = [.. ids.Select(State)];
            return statements.Contains(null)
                ? OcspResponseWriter.WriteError(OcspError.Unauthorized)
                : OcspResponseWriter.Write([.. statements.OfType<OcspStatement>()], issuer, key, isDelegated: false, now, now + lifetime,
                    nonce);
        }
        catch (AsnContentException)
        {
            return OcspResponseWriter.WriteError(OcspError.MalformedRequest);
        }
    }

    /// <summary>Null when the question is about another issuer.</summary>
    private OcspStatement? State(ReadOnlyMemory<byte> certificateId)
    {
        AsnReader id = new AsnReader(certificateId, AsnEncodingRules.DER).ReadSequence();
        HashAlgorithmName? hash = id.ReadSequence().ReadObjectIdentifier() switch
        {
            "1.3.14.3.2.26" => HashAlgorithmName.SHA1,
            "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
            "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
            "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
            _ => null,
        };
        byte[] nameHash = id.ReadOctetString();
        byte[] keyHash = id.ReadOctetString();
        ReadOnlyMemory<byte> serialNumber = id.ReadIntegerBytes();
        bool isOurs = hash is { } name
            && nameHash.AsSpan().SequenceEqual(CryptographicOperations.HashData(name, issuer.Subject.Der.Span))
            && keyHash.AsSpan().SequenceEqual(CryptographicOperations.HashData(name, _keyBits));
        if (!isOurs)
        {
            return null;
        }

        (OcspCertificateStatus status, RevokedEntry? revoked) = find(serialNumber) ?? (OcspCertificateStatus.Unknown, null);
        return new OcspStatement(certificateId, status, revoked);
    }
}
