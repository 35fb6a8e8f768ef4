using Aksu.Cryptography;

namespace Aksu.Pki.Tests.Parsing;

/// <summary>Certificates that standards print.</summary>
public sealed class PublishedCertificateTests
{
    /// <summary>RFC 8410 §10.1.</summary>
    private const string Rfc8410Key = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    /// <summary>
    /// RFC 8410 §10.2: an X25519 key certified with Ed25519. It spells out defaults (critical FALSE), as real certificates do.
    /// </summary>
    private const string Rfc8410Certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBLDCB36ADAgECAghWAUdKKo3DMDAFBgMrZXAwGTEXMBUGA1UEAwwOSUVURiBUZX
        N0IERlbW8wHhcNMTYwODAxMTIxOTI0WhcNNDAxMjMxMjM1OTU5WjAZMRcwFQYDVQQD
        DA5JRVRGIFRlc3QgRGVtbzAqMAUGAytlbgMhAIUg8AmJMKdUdIt93LQ+91oNvzoNJj
        ga9OukqY6qm05qo0UwQzAPBgNVHRMBAf8EBTADAQEAMA4GA1UdDwEBAAQEAwIDCDAg
        BgNVHQ4BAQAEFgQUmx9e7e0EM4Xk97xiPFl1uQvIuzswBQYDK2VwA0EAryMB/t3J5v
        /BzKc9dNZIpDmAgs3babFOTQbs+BolzlDUwsPrdGxO3YNGhW7Ibz3OGhhlxXrCe1Cg
        w1AH9efZBw==
        -----END CERTIFICATE-----
        """;

    [Fact]
    public void The_certificate_of_rfc_8410_is_read_and_its_signature_is_right()
    {
        var certificate = Certificate.ParsePem(Rfc8410Certificate);
        Assert.Equal("CN=IETF Test Demo", certificate.Subject.ToString());
        Assert.Equal("5601474a2a8dc330", certificate.SerialNumberText);
        Assert.Equal(KeyUsage.KeyAgreement, certificate.KeyUsage);
        Assert.Equal(new BasicConstraints(false, null), certificate.BasicConstraints);
        Assert.Equal(SignatureAlgorithm.Ed25519, certificate.SignatureAlgorithm);
        Assert.Equal(PublicKeyAlgorithm.Unknown, certificate.PublicKey.Algorithm);
        Assert.Equal(new DateTimeOffset(2040, 12, 31, 23, 59, 59, TimeSpan.Zero), certificate.NotAfter);
        using VerificationKey? key = CryptographyProvider.Default.ImportPublicKey(Convert.FromBase64String(Rfc8410Key));
        Assert.True(key!.Verify(SignatureAlgorithm.Ed25519, certificate.Tbs.Span, certificate.Signature.Span));
    }
}
