namespace Aksu.Pki.Tests.Rules;

/// <summary>The roots of the operating system.</summary>
public sealed class SystemTrustTests
{
    [Fact]
    public void Are_read_once_and_kept() => Assert.Same(TrustStore.System, TrustStore.System);

    [Fact]
    public void Are_found_by_their_name()
    {
        if (TrustStore.System.Certificates.Count == 0)
        {
            Assert.NotEmpty(TrustStore.System.Warnings);
            Assert.Skip("This system trusts nobody.");
        }

        foreach (Certificate root in TrustStore.System.Certificates)
        {
            Assert.Contains(root, TrustStore.System.FindBySubject(root.Subject).ToArray());
        }
    }

    [Fact]
    public void Are_what_the_default_policy_trusts() => Assert.Same(TrustStore.System, VerificationPolicy.Default.Trust);
}
