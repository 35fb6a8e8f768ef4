using System.Formats.Asn1;

namespace Aksu.Pki.Revocation;

/// <summary>Writes OCSP requests (RFC 6960 §4.1, RFC 5019), to be sent by whoever fetches evidence.</summary>
public static class OcspRequest
{
    /// <summary>A DER OCSPRequest about one certificate, without a nonce so that responders may answer from a cache.</summary>
    public static byte[] Create(Certificate certificate, Certificate issuer)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            OcspCertificateId.Write(writer, certificate, issuer);
        }

        return writer.Encode();
    }
}
