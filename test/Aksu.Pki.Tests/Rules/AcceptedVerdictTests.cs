using System.Reflection;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>A verdict that is given again must be the one that would be found anew.</summary>
public sealed class AcceptedVerdictTests
{
    private static readonly TestNode Root = TestNode.Root();
    private static readonly VerificationPolicy Policy = Verifying.Trusting(Root.Certificate);

    [Fact]
    public void The_same_request_gets_the_same_verdict()
    {
        var verifier = new CertificateVerifier(Policy);
        Certificate leaf = Root.Leaf();
        Verdict first = verifier.Verify(Verifying.Request(leaf));
        Assert.Same(first, verifier.Verify(Verifying.Request(leaf)));
    }

    [Fact]
    public void Whatever_differs_in_a_request_is_looked_at_anew()
    {
        var verifier = new CertificateVerifier(Policy);
        Certificate leaf = Root.Leaf();
        VerificationRequest request = Verifying.Request(leaf);
        Assert.True(verifier.Verify(request).IsAccepted);

        Assert.Equal(VerificationFailure.NameMismatch, Failure(request with { ServerIdentity = ServerIdentity.Parse("example.org") }));
        Assert.Equal(VerificationFailure.NameMismatch, Failure(request with { Email = "somebody@example.com" }));
        Assert.Equal(
            VerificationFailure.WrongPurpose,
            Failure(request with { Purpose = CertificatePurpose.Client, ServerIdentity = null }));
        Assert.NotEqual(VerificationFailure.None, Failure(request with { RequiredKeyUsage = KeyUsage.KeyCertSign }));
        Assert.Equal(VerificationFailure.Expired, Failure(request with { Time = leaf.NotAfter.AddSeconds(1) }));
        Assert.Equal(VerificationFailure.NotYetValid, Failure(request with { Time = leaf.NotBefore.AddSeconds(-1) }));
        Assert.Equal(VerificationFailure.UnknownAuthority, Failure(Verifying.Request(TestNode.Root().Leaf())));

        VerificationFailure Failure(VerificationRequest other) => verifier.Verify(other).Failure;
    }

    /// <summary>Whoever adds a property decides here whether VerdictKey compares it or AcceptedVerdicts keeps out of its way.</summary>
    [Fact]
    public void Every_property_of_a_request_was_thought_of()
    {
        string[] compared = ["Chain", "Email", "Purpose", "RequiredKeyUsage", "ServerIdentity", "SignedCertificateTimestamps"];
        string[] dated = ["Fetched", "StapledOcspResponse", "Time"];
        IEnumerable<string> all = typeof(VerificationRequest)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(static property => property.Name)
            .Where(static name => name != "EqualityContract");
        Assert.Equal([.. compared.Concat(dated).Order()], all.Order());
    }

    [Fact]
    public void The_end_of_an_authority_in_the_path_ends_the_verdict()
    {
        TestNode authority = Root.Authority(change: static t => t with { NotAfter = TestNode.Now.AddDays(1) });
        var verifier = new CertificateVerifier(Policy);
        VerificationRequest request = Verifying.Request(authority.Leaf(), authority.Certificate);
        Assert.True(verifier.Verify(request).IsAccepted);
        Assert.Equal(VerificationFailure.Expired, verifier.Verify(request with { Time = TestNode.Now.AddDays(1).AddSeconds(1) }).Failure);
    }

    [Fact]
    public void A_chain_that_is_changed_afterwards_is_another_chain()
    {
        var verifier = new CertificateVerifier(Policy);
        byte[] der = Root.Leaf().Der.ToArray();
        VerificationRequest request = Verifying.Request() with { Chain = [der] };
        Assert.True(verifier.Verify(request).IsAccepted);
        der[^1] ^= 1;
        Assert.False(verifier.Verify(request).IsAccepted);
    }

    [Fact]
    public void Refusals_are_found_anew()
    {
        var verifier = new CertificateVerifier(Policy);
        VerificationRequest request = Verifying.Request(TestNode.Root().Leaf());
        Assert.NotSame(verifier.Verify(request), verifier.Verify(request));
    }

    [Fact]
    public void Nothing_is_given_again_where_evidence_has_a_date()
    {
        var verifier = new CertificateVerifier(Policy with { Revocation = new RevocationPolicy { Mode = RevocationMode.Soft } });
        VerificationRequest request = Verifying.Request(Root.Leaf());
        Verdict first = verifier.Verify(request);
        Assert.True(first.IsAccepted, first.ToText());
        Assert.NotSame(first, verifier.Verify(request));
    }

    [Fact]
    public void Many_peers_do_not_fill_memory()
    {
        var verifier = new CertificateVerifier(Policy);
        Certificate leaf = Root.Leaf();
        Verdict first = verifier.Verify(Verifying.Request(leaf));
        for (int i = 0; i < 300; i++)
        {
            verifier.Verify(Verifying.Request(leaf) with { SignedCertificateTimestamps = new byte[] { (byte)i, (byte)(i >> 8) } });
        }

        Assert.NotSame(first, verifier.Verify(Verifying.Request(leaf)));
    }
}
