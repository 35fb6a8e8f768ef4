using Aksu.Ca;
using Aksu.Cryptography;

namespace Aksu.Pki.Tests;

public sealed class EmbeddedAuthorityTests
{
    [Theory]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.EcP384)]
    [InlineData(KeyKind.EcP521)]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.RsaPss)]
    [InlineData(KeyKind.Ed25519)]
    [InlineData(KeyKind.Ed448)]
    public void Issues_what_the_verifier_accepts_in_every_profile(KeyKind kind)
    {
        using var authority = EmbeddedAuthority.Create(key: new KeyRequest(kind));
        using Identity identity = authority.Issue(
            new IssueOptions { Names = ["example.com", "*.example.com", "127.0.0.1", "::1"], Key = new KeyRequest(kind) });
        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            var verifier = new CertificateVerifier(new VerificationPolicy { Trust = authority.Trust, Profile = profile });
            foreach (string name in (string[])["example.com", "www.example.com", "127.0.0.1", "::1"])
            {
                Verdict verdict = verifier.Verify(VerificationRequest.ForServer(identity.DerChain, ServerIdentity.Parse(name)));
                Assert.True(verdict.IsAccepted, verdict.ToText());
            }

            Verdict wrong = verifier.Verify(VerificationRequest.ForServer(identity.DerChain, ServerIdentity.Parse("example.org")));
            Assert.Equal(VerificationFailure.NameMismatch, wrong.Failure);
        }
    }
}
