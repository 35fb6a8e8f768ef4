using Aksu.Ca;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Identities;

/// <summary>An OCSP response that an identity sends along is about its own certificate.</summary>
public sealed class StapledResponseTests : IDisposable
{
    private readonly EmbeddedAuthority _authority = EmbeddedAuthority.Create();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void One_about_the_certificate_is_kept()
    {
        using Identity identity = _authority.IssueServer("example.com");
        ReadOnlyMemory<byte> response = _authority.MakeOcspResponse(identity.Certificate);

        Identity stapling = identity.WithOcspResponse(response.Span);

        Assert.Equal(response.ToArray(), stapling.OcspResponse.ToArray());
        Assert.True(identity.OcspResponse.IsEmpty);
        Assert.Same(identity.Key, stapling.Key);
        Assert.Equal(identity.Chain, stapling.Chain);
    }

    [Fact]
    public void One_about_another_certificate_is_refused()
    {
        using Identity identity = _authority.IssueServer("example.com");
        using Identity other = _authority.IssueServer("example.org");
        ReadOnlyMemory<byte> response = _authority.MakeOcspResponse(other.Certificate);

        CertificateException error = Assert.Throws<CertificateException>(() => identity.WithOcspResponse(response.Span));

        Assert.Contains("is not about the certificate", error.Message, StringComparison.Ordinal);
    }

    // Without the issuer nobody can tell what the hashes in the response mean.
    [Fact]
    public void Without_the_issuer_every_response_is_kept()
    {
        TestNode root = TestNode.Root();
        using var alone = Identity.Create([root.Certificate], root.Key);
        using Identity other = _authority.IssueServer("example.org");
        ReadOnlyMemory<byte> response = _authority.MakeOcspResponse(other.Certificate);

        Assert.Equal(response.ToArray(), alone.WithOcspResponse(response.Span).OcspResponse.ToArray());
    }

    [Fact]
    public void What_is_no_response_is_refused()
    {
        using Identity identity = _authority.IssueServer("example.com");

        Assert.Throws<CertificateException>(() => identity.WithOcspResponse([1, 2, 3]));
    }
}
