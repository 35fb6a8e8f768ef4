namespace Aksu.Pki.Tests.Building;

/// <summary>Short ways to ask for a verdict about a chain, at the moment for which test certificates are made.</summary>
internal static class Verifying
{
    public static VerificationPolicy Trusting(params Certificate[] roots) => new() { Trust = TrustStore.Of(roots) };

    public static VerificationRequest Request(params Certificate[] chain) => new()
    {
        Chain = [.. chain.Select(static certificate => certificate.Der)],
        ServerIdentity = ServerIdentity.Parse("example.com"),
        Time = TestNode.Now,
    };

    public static Verdict Verify(VerificationPolicy policy, params Certificate[] chain) =>
        new CertificateVerifier(policy).Verify(Request(chain));

    public static void Accepts(VerificationPolicy policy, params Certificate[] chain)
    {
        Verdict verdict = Verify(policy, chain);
        Assert.True(verdict.IsAccepted, verdict.ToText());
    }

    public static Verdict Refuses(VerificationFailure expected, VerificationPolicy policy, params Certificate[] chain)
    {
        Verdict verdict = Verify(policy, chain);
        Assert.True(verdict.Failure == expected, $"expected {expected}, got {verdict.Failure}\n{verdict.ToText()}");
        return verdict;
    }
}
