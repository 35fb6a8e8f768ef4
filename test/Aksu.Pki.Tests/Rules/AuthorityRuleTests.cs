using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

public sealed class AuthorityRuleTests
{
    [Fact]
    public void Accepts_leaf_intermediate_root()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Verifying.Accepts(Verifying.Trusting(root.Certificate), intermediate.Leaf(), intermediate.Certificate);
    }

    [Fact]
    public void Refuses_an_intermediate_that_is_no_authority()
    {
        TestNode root = TestNode.Root();
        TestNode wrong = root.Authority(change: static t => t with { BasicConstraints = new BasicConstraints(false, null) });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), wrong.Leaf(), wrong.Certificate);
    }

    [Fact]
    public void Refuses_an_intermediate_without_basic_constraints()
    {
        TestNode root = TestNode.Root();
        TestNode wrong = root.Authority(change: static t => t with { BasicConstraints = null });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), wrong.Leaf(), wrong.Certificate);
    }

    [Fact]
    public void Refuses_a_server_certificate_that_issues()
    {
        TestNode root = TestNode.Root();
        TestNode server = root.Authority(change: static _ => TestNode.LeafTemplate());
        Certificate leaf = server.Leaf();
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), leaf, server.Certificate);
    }

    [Fact]
    public void Refuses_an_authority_whose_key_may_not_sign_certificates()
    {
        TestNode root = TestNode.Root();
        TestNode wrong = root.Authority(change: static t => t with { KeyUsage = KeyUsage.DigitalSignature | KeyUsage.CrlSign });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), wrong.Leaf(), wrong.Certificate);
    }

    [Fact]
    public void Accepts_an_authority_without_key_usage()
    {
        TestNode root = TestNode.Root();
        TestNode silent = root.Authority(change: static t => t with { KeyUsage = null });
        Verifying.Accepts(Verifying.Trusting(root.Certificate), silent.Leaf(), silent.Certificate);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(3, 3, true)]
    public void Holds_the_path_length_at_its_bound(int allowed, int below, bool isAccepted)
    {
        TestNode root = TestNode.Root();
        var chain = new List<TestNode> { root.Authority("A", t => t with { BasicConstraints = new BasicConstraints(true, allowed) }) };
        for (int i = 0; i < below; i++)
        {
            chain.Insert(0, chain[0].Authority($"Below {i}"));
        }

        Verdict verdict = Verifying.Verify(Verifying.Trusting(root.Certificate),
            [chain[0].Leaf(), .. chain.Select(static node => node.Certificate)]);
        Assert.Equal(isAccepted ? VerificationFailure.None : VerificationFailure.ConstraintViolation, verdict.Failure);
    }

    [Fact]
    public void Holds_the_path_length_of_the_root()
    {
        TestNode root = TestNode.Root(change: static t => t with { BasicConstraints = new BasicConstraints(true, 0) });
        TestNode intermediate = root.Authority();
        Verifying.Accepts(Verifying.Trusting(root.Certificate), root.Leaf());
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), intermediate.Leaf(),
            intermediate.Certificate);
    }

    [Fact]
    public void Does_not_count_self_issued_certificates()
    {
        TestNode root = TestNode.Root();
        TestNode old = root.Authority("Same", static t => t with { BasicConstraints = new BasicConstraints(true, 0) });
        TestNode renewed = old.Authority("Same");
        Certificate leaf = renewed.Leaf();
        Verifying.Accepts(Verifying.Trusting(root.Certificate), leaf, renewed.Certificate, old.Certificate);
    }

    [Fact]
    public void Counts_intermediates_against_the_policy()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First");
        TestNode second = first.Authority("Second");
        VerificationPolicy policy = Verifying.Trusting(root.Certificate);
        Verifying.Accepts(policy with { MaxIntermediates = 2 }, second.Leaf(), second.Certificate, first.Certificate);
        Verifying.Refuses(VerificationFailure.ConstraintViolation, policy with { MaxIntermediates = 1 }, second.Leaf(),
            second.Certificate, first.Certificate);
        Verifying.Refuses(VerificationFailure.ConstraintViolation, policy with { MaxIntermediates = 0 }, first.Leaf(), first.Certificate);
        Verifying.Accepts(policy with { MaxIntermediates = 0 }, root.Leaf());
    }

    [Theory]
    [InlineData(ExtendedKeyUsage.ServerAuth, true)]
    [InlineData(ExtendedKeyUsage.Any, true)]
    [InlineData(ExtendedKeyUsage.ServerAuth | ExtendedKeyUsage.ClientAuth, true)]
    [InlineData(ExtendedKeyUsage.ClientAuth, false)]
    [InlineData(ExtendedKeyUsage.CodeSigning, false)]
    public void Purposes_of_an_authority_limit_what_is_below(ExtendedKeyUsage usage, bool isAccepted)
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority(change: t => t with { ExtendedKeyUsage = usage });
        Verdict verdict = Verifying.Verify(Verifying.Trusting(root.Certificate), intermediate.Leaf(), intermediate.Certificate);
        Assert.Equal(isAccepted ? VerificationFailure.None : VerificationFailure.WrongPurpose, verdict.Failure);
    }

    [Fact]
    public void Refuses_an_empty_issuer_and_an_authority_without_a_subject()
    {
        TestNode root = TestNode.Root(change: static t => t with { Subject = SubjectName.Write(null) });
        Verifying.Refuses(VerificationFailure.Malformed, Verifying.Trusting(root.Certificate), root.Leaf());
    }

    [Fact]
    public void Accepts_an_old_root_without_extensions_in_the_compatible_profile_only()
    {
        SigningKey key = TestNode.NewKey();
        Certificate versionOne = Certificate.Parse(VersionOne.Write("Test root", key));
        TestNode modern = TestNode.Root(key: key);
        Certificate leaf = modern.Leaf();
        Assert.Equal(1, versionOne.Version);
        Verifying.Accepts(Verifying.Trusting(versionOne), leaf);
        Verdict strict = Verifying.Verify(Verifying.Trusting(versionOne) with { Profile = CertificateProfile.Rfc5280 }, leaf);
        Assert.False(strict.IsAccepted);
    }
}
