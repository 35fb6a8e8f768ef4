using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Webs of authorities in which some edges are bad: a good path must be found wherever there is one, and only there.</summary>
public sealed class PathFamilyTests
{
    private const string Leaf = "example.com";

    /// <summary>Why an edge (one authority certifying another) is not good.</summary>
    public static TheoryData<string> Flaws =>
        ["expired", "not yet valid", "other purpose", "name constraints", "no authority", "no basic constraints", "no certificate signing",
            "unknown critical extension", "altered"];

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_bad_edge_is_walked_around(string flaw)
    {
        // root ── A ── C ── leaf, and root ── B ── C: the edge A→C is bad.
        TestNode root = TestNode.Root();
        SigningKey key = TestNode.NewKey();
        TestNode left = root.Authority("A");
        Certificate badEdge = Edge(left, "C", key, flaw);
        TestNode right = root.Authority("B");
        TestNode goodEdge = right.Authority("C", key: key);
        Certificate leaf = goodEdge.Leaf();
        VerificationPolicy policy = Verifying.Trusting(root.Certificate);
        Verifying.Accepts(policy, leaf, badEdge, left.Certificate, goodEdge.Certificate, right.Certificate);
        Verifying.Accepts(policy, leaf, right.Certificate, goodEdge.Certificate, left.Certificate, badEdge);
        Verdict verdict = Verifying.Verify(policy, leaf, badEdge, left.Certificate, right.Certificate);
        Assert.False(verdict.IsAccepted, verdict.ToText());
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_bad_root_is_walked_around(string flaw)
    {
        // Two trusted roots certify the same authority; one way is bad.
        TestNode first = TestNode.Root("First");
        TestNode second = TestNode.Root("Second");
        SigningKey key = TestNode.NewKey();
        Certificate badEdge = Edge(first, "Shared", key, flaw);
        TestNode goodEdge = second.Authority("Shared", key: key);
        Certificate leaf = goodEdge.Leaf();
        VerificationPolicy policy = Verifying.Trusting(first.Certificate, second.Certificate);
        Verifying.Accepts(policy, leaf, badEdge, goodEdge.Certificate);
        Verifying.Accepts(policy, leaf, goodEdge.Certificate, badEdge);
        Assert.False(Verifying.Verify(policy, leaf, badEdge).IsAccepted);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_ladder_of_authorities_that_certify_each_other_is_climbed_by_its_one_good_side(int rungs)
    {
        // On each rung two certificates of one authority, one of them expired, and of each a twin that leads nowhere.
        TestNode root = TestNode.Root();
        TestNode current = root;
        var presented = new List<Certificate>();
        for (int rung = 0; rung < rungs; rung++)
        {
            SigningKey key = TestNode.NewKey();
            string name = "Rung " + rung;
            TestNode good = current.Authority(name, key: key);
            presented.Add(current.Authority(name, static t => t with { NotAfter = TestNode.Now.AddDays(-1) }, key).Certificate);
            presented.Add(TestNode.Root("Elsewhere").Authority(name, key: key).Certificate);
            presented.Add(good.Certificate);
            current = good;
        }

        Verifying.Accepts(Verifying.Trusting(root.Certificate), [current.Leaf(), .. presented]);
        Verifying.Refuses(VerificationFailure.Expired, Verifying.Trusting(root.Certificate), [current.Leaf(), .. presented.SkipLast(1)]);
    }

    [Fact]
    public void Authorities_that_certify_each_other_in_a_circle_do_not_keep_a_path_from_being_found()
    {
        TestNode root = TestNode.Root();
        SigningKey keyA = TestNode.NewKey();
        SigningKey keyB = TestNode.NewKey();
        TestNode a = TestNode.Root("A", key: keyA);
        TestNode b = TestNode.Root("B", key: keyB);
        TestNode aByB = b.Authority("A", key: keyA);
        TestNode bByA = a.Authority("B", key: keyB);
        TestNode aByRoot = root.Authority("A", key: keyA);
        Certificate leaf = bByA.Leaf();
        VerificationPolicy policy = Verifying.Trusting(root.Certificate);
        Verifying.Accepts(policy, leaf, bByA.Certificate, aByB.Certificate, a.Certificate, b.Certificate, aByRoot.Certificate);
        Verifying.Refuses(
            VerificationFailure.UnknownAuthority, policy, leaf, bByA.Certificate, aByB.Certificate, a.Certificate, b.Certificate);
    }

    [Fact]
    public void Swapped_roots_and_intermediates_are_told_apart()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Verifying.Accepts(Verifying.Trusting(intermediate.Certificate), intermediate.Leaf(), root.Certificate);
        Verifying.Refuses(
            VerificationFailure.UnknownAuthority, Verifying.Trusting(TestNode.Root().Certificate), intermediate.Leaf(),
            intermediate.Certificate, root.Certificate);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    public void The_policy_counts_intermediates_and_not_those_that_certify_themselves(int limit, int intermediates, bool isAccepted)
    {
        TestNode root = TestNode.Root();
        TestNode current = root;
        var presented = new List<Certificate>();
        for (int i = 0; i < intermediates; i++)
        {
            current = current.Authority("Level " + i);
            presented.Add(current.Certificate);
            TestNode renewed = current.Authority("Level " + i);
            presented.Add(renewed.Certificate);
            current = renewed;
        }

        VerificationPolicy policy = Verifying.Trusting(root.Certificate) with { MaxIntermediates = limit };
        Verdict verdict = Verifying.Verify(policy, [current.Leaf(), .. presented]);
        Assert.True(verdict.IsAccepted == isAccepted, verdict.ToText());
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(null, 0, true)]
    [InlineData(0, null, false)]
    [InlineData(1, 5, true)]
    [InlineData(5, 1, true)]
    public void A_path_length_may_grow_below_but_never_help(int? upper, int? lower, bool isAccepted)
    {
        // The lower one's own limit is about what it issues; the upper one's counts what is between it and the leaf.
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First", t => t with { BasicConstraints = new BasicConstraints(true, upper) });
        bool isDeep = upper is not 0 || !isAccepted;
        TestNode last = isDeep
            ? first.Authority("Second", t => t with { BasicConstraints = new BasicConstraints(true, lower) })
            : first;
        Certificate[] chain = isDeep ? [last.Leaf(), last.Certificate, first.Certificate] : [last.Leaf(), first.Certificate];
        Verdict verdict = Verifying.Verify(Verifying.Trusting(root.Certificate), chain);
        Assert.True(verdict.IsAccepted == isAccepted, verdict.ToText());
    }

    private static Certificate Edge(TestNode issuer, string name, SigningKey key, string flaw)
    {
        Certificate edge = issuer.Authority(name, t => Flawed(t, flaw), key).Certificate;
        if (flaw != "altered")
        {
            return edge;
        }

        byte[] der = edge.Der.ToArray();
        der[^1] ^= 1;
        return Certificate.Parse(der);
    }

    private static CertificateTemplate Flawed(CertificateTemplate template, string flaw) => flaw switch
    {
        "expired" => template with { NotAfter = TestNode.Now.AddSeconds(-1) },
        "not yet valid" => template with { NotBefore = TestNode.Now.AddSeconds(1) },
        "other purpose" => template with { ExtendedKeyUsage = ExtendedKeyUsage.CodeSigning },
        "name constraints" => template with { Overrides = [Constraints.Of(null, Leaf)] },
        "no authority" => template with { BasicConstraints = new BasicConstraints(false, null) },
        "no basic constraints" => template with { BasicConstraints = null },
        "no certificate signing" => template with { KeyUsage = KeyUsage.CrlSign },
        "unknown critical extension" => template with { Overrides = [new ExtensionTemplate("1.3.6.1.4.1.99999.1", true, [5, 0])] },
        _ => template,
    };
}
