using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>With which hash a certificate was signed: what tls-server-end-point is computed with (RFC 5929 §4.1).</summary>
public sealed class CertificateSignatureHashTests
{
    [Theory]
    [InlineData("SHA256", "SHA-256")]
    [InlineData("SHA384", "SHA-384")]
    [InlineData("SHA512", "SHA-512")]
    public void The_parameters_of_a_PSS_signature_name_it(string hash, string found) =>
        Assert.Equal(found, CertificateSignatureHash.Find(Signed(new HashAlgorithmName(hash), RSASignaturePadding.Pss)));

    [Fact]
    public void A_PSS_signature_without_a_hash_in_its_parameters_has_SHA_1_and_so_SHA_256() =>
        Assert.Equal("SHA-256", CertificateSignatureHash.Find(WithPssParameters()));

    [Fact]
    public void A_certificate_that_is_cut_has_none()
    {
        byte[] certificate = Signed(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Equal("SHA-256", CertificateSignatureHash.Find(certificate));
        for (int length = 0; length < certificate.Length; length += 7)
        {
            Assert.Null(CertificateSignatureHash.Find(certificate.AsMemory(0, length)));
        }
    }

    // No certificate, but as much of one as is looked at.
    private static byte[] WithPssParameters()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.10");
                using (writer.PushSequence())
                {
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Signed(HashAlgorithmName hash, RSASignaturePadding padding)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=test.example", key, hash, padding);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        return certificate.RawData;
    }
}
