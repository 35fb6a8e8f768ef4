using Aksu.Ca;
using Aksu.Pki;
using Aksu.Testing;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// One certificate: parsed, looked at from all sides, and verified as leaf and as its own anchor. Every signature is right.
/// </summary>
internal static class CertificateTarget
{
    private static readonly NullCryptographyProvider Provider = new();
    private static readonly ManualTime Clock = new();

    public static FuzzTarget Target { get; } = new("certificates", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        Certificate certificate;
        try
        {
            certificate = Certificate.Parse(input.Span);
        }
        catch (CertificateException)
        {
            return;
        }

        if (!certificate.Der.Span.SequenceEqual(input.Span))
        {
            throw new FindException("The certificate keeps other bytes than it was read from.");
        }

        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            var verifier = new CertificateVerifier(
                new VerificationPolicy { Trust = TrustStore.Of(certificate), Profile = profile, TimeProvider = Clock }, Provider);
            Verdict verdict = verifier.Verify(VerificationRequest.ForServer([input], ServerIdentity.Parse("fuzz.example")));
            _ = verdict.ToText() + verdict.ToJson();
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        using EmbeddedAuthority authority = EmbeddedAuthority.Create();
        yield return authority.RootCertificate.Der.ToArray();
        yield return authority.IntermediateCertificate!.Der.ToArray();
        using Identity server = authority.Issue(
            new IssueOptions { Names = ["fuzz.example", "*.fuzz.example", "192.0.2.1"], MustStaple = true });
        yield return server.Certificate.Der.ToArray();
        using Identity client = authority.IssueClient("someone@fuzz.example");
        yield return client.Certificate.Der.ToArray();
        foreach (Certificate root in TrustStore.System.Certificates.DistinctBy(static root => root.PublicKey.Algorithm).Take(8))
        {
            yield return root.Der.ToArray();
        }
    }
}
