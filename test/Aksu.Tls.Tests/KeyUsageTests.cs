using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>RFC 5246 §7.4.2: a server's key does what its certificate allows, signing or taking a secret.</summary>
public sealed class KeyUsageTests
{
    private static readonly CipherSuite Transport = CipherSuite.RsaAes128GcmSha256;

    private static readonly CipherSuite Signed = CipherSuite.EcdheRsaAes128GcmSha256;

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, true, true)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, true, false)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, false, true)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, false, false)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DigitalSignature, true, true)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DigitalSignature, false, true)]
    public async Task The_key_is_used_as_its_certificate_says(X509KeyUsageFlags usage, bool isTransport, bool isRight)
    {
        using Identity identity = SelfSigned(usage);
        CipherSuite[] suites = [isTransport ? Transport : Signed];
        var client = new TlsClientOptions
        {
            Trust = TrustStore.Of(identity.Certificate),
            Versions = [ProtocolVersion.Tls12],
            DangerousRsaKeyTransport = true,
            CipherSuites = suites,
        };
        var server = new TlsServerOptions
        {
            Identities = [identity],
            Versions = [ProtocolVersion.Tls12],
            DangerousRsaKeyTransport = true,
            CipherSuites = suites,
        };

        if (isRight)
        {
            await using Connected pair = await Connected.Make(client, server);
            Assert.Equal(suites[0], pair.Client.Info.CipherSuite);
            return;
        }

        (TlsException? refusing, _) = await Connected.Fail(client, server);
        Assert.Equal((TlsReason.PeerCertificateRefused, AlertDescription.UnsupportedCertificate), (refusing!.Reason, refusing.Alert));
        Assert.Equal(VerificationFailure.WrongPurpose, refusing.Verdict?.Failure);
    }

    private static Identity SelfSigned(X509KeyUsageFlags usage)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + TestAuthority.Host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(TestAuthority.Host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Identity.FromPem(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
