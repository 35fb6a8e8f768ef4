using System.Net;
using Aksu.Ca;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Combinations of names and constraints, each judged by a second, simpler rule as well.</summary>
public sealed class NameConstraintFamilyTests
{
    private static readonly string?[] DnsLists = [null, "test.example.com", "other.example.org", "test.example.com other.example.org"];
    private static readonly string?[] AddressLists = [null, "192.0.2.1", "198.51.100.1", "192.0.2.1 198.51.100.1"];
    private static readonly string?[] DnsSubtrees = [null, "example.com", "example.org"];
    private static readonly string?[] AddressSubtrees = [null, "192.0.2.0/24", "198.51.100.0/24"];

    /// <summary>Names of both kinds × permitted and excluded subtrees of both kinds: 16 leaves under 81 authorities.</summary>
    [Fact]
    public void Names_and_subtrees_of_two_kinds_in_every_combination()
    {
        TestNode root = TestNode.Root();
        var key = TestNode.NewKey();
        var leafKey = TestNode.NewKey();
        var failures = new List<string>();
        int count = 0;
        foreach (string?[] four in Product(DnsSubtrees, AddressSubtrees, DnsSubtrees, AddressSubtrees))
        {
            string? permitted = Join(four[0], four[1]);
            string? excluded = Join(four[2], four[3]);
            TestNode authority = permitted is null && excluded is null
                ? root.Authority(key: key)
                : root.Authority(change: t => t with { Overrides = [Constraints.Of(permitted, excluded)] }, key: key);
            var verifier = new CertificateVerifier(Verifying.Trusting(root.Certificate));
            foreach (string?[] two in Product(DnsLists, AddressLists))
            {
                string[] names = [.. (Join(two[0], two[1]) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
                Certificate leaf = authority.Leaf(
                    t => t with { Names = [.. names.Select(SubjectAlternativeName.Parse)], Subject = Ca.Writing.SubjectName.Write("leaf") },
                    leafKey);
                bool expected = names.All(name => MayCertify(name, four));
                Verdict verdict = verifier.Verify(Verifying.Request(leaf, authority.Certificate) with { ServerIdentity = null });
                count++;
                if (verdict.IsAccepted != expected)
                {
                    failures.Add($"names [{string.Join(' ', names)}], permitted [{permitted}], excluded [{excluded}]: {verdict.Reason}");
                }
            }
        }

        Assert.Equal(81 * 16, count);
        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("example.com", null, "*.example.com", true)]
    [InlineData("*.example.com", null, "www.example.com", false)]
    [InlineData("bar.example.com", null, "*.example.com", false)]
    [InlineData(null, "bar.example.com", "*.example.com", false)]
    [InlineData(null, "foo.bar.example.com", "*.example.com", true)]
    [InlineData(null, "com", "*.example.com", false)]
    [InlineData("example.com", "bad.example.com", "www.bad.example.com", false)]
    [InlineData("example.com", "bad.example.com", "notbad.example.com", true)]
    [InlineData("other:1.2.3", null, "example.com", true)]
    [InlineData(null, "other:1.2.3", "example.com", true)]
    [InlineData("directory:leaf", null, "example.com", true)]
    [InlineData("directory:somebody else", null, "example.com", false)]
    [InlineData(null, "directory:leaf", "example.com", false)]
    [InlineData(null, "directory:somebody else", "example.com", true)]
    [InlineData("email:*@example.com", null, "*@example.com", true)]
    [InlineData("email:*@example.com", null, "user@example.com", false)]
    [InlineData("email:**@example.com", null, "*@example.com", false)]
    [InlineData("email:user@example.com", null, "user@EXAMPLE.com", true)]
    [InlineData("email:user@example.com", null, "USER@example.com", false)]
    [InlineData("email:.example.com", null, "user@example.com", false)]
    [InlineData("email:.example.com", null, "user@www.example.com", true)]
    [InlineData(null, "email:example.com", "user@example.com", false)]
    [InlineData(null, "email:example.com", "user@www.example.com", true)]
    [InlineData("::1/128", null, "::1", true)]
    [InlineData("::1/128", null, "::2", false)]
    [InlineData("0.0.0.0/0", null, "::1", false)]
    [InlineData(null, "0.0.0.0/0", "::1", true)]
    [InlineData("example.com", null, "192.0.2.1", true)]
    public void Single_names_under_every_profile(string? permitted, string? excluded, string name, bool isAccepted)
    {
        TestNode root = TestNode.Root();
        TestNode authority = root.Authority(change: t => t with { Overrides = [Constraints.Of(permitted, excluded)] });
        Certificate leaf = authority.Leaf(t => t with
        {
            Names = [SubjectAlternativeName.Parse(name)],
            Subject = Ca.Writing.SubjectName.Write("leaf"),
        });
        VerificationRequest request = Verifying.Request(leaf, authority.Certificate) with { ServerIdentity = null };
        foreach (CertificateProfile profile in (CertificateProfile[])[CertificateProfile.Compatible, CertificateProfile.Rfc5280])
        {
            Verdict verdict = new CertificateVerifier(Verifying.Trusting(root.Certificate) with { Profile = profile }).Verify(request);
            Assert.True(verdict.IsAccepted == isAccepted, verdict.ToText());
        }
    }

    [Theory]
    [InlineData(".example.com", true)]
    [InlineData("*.example.com", false)]
    [InlineData("exa mple.com", false)]
    [InlineData("email:invalid@invalid@example.com", false)]
    [InlineData("email:@example.com", false)]
    [InlineData("uri:https://example.com", false)]
    public void A_malformed_subtree_makes_the_authority_useless(string subtree, bool isToleratedOutsideTheRfc)
    {
        TestNode root = TestNode.Root(change: t => t with { Overrides = [Constraints.Of(subtree, null)] });
        Certificate leaf = root.Leaf(static t => t with { Names = [SubjectAlternativeName.Parse("www.example.com")] });
        VerificationRequest request = Verifying.Request(leaf) with { ServerIdentity = null };
        Assert.Equal(isToleratedOutsideTheRfc, new CertificateVerifier(Verifying.Trusting(root.Certificate)).Verify(request).IsAccepted);
        VerificationPolicy strict = Verifying.Trusting(root.Certificate) with { Profile = CertificateProfile.Rfc5280 };
        Assert.False(new CertificateVerifier(strict).Verify(request).IsAccepted);
    }

    [Fact]
    public void A_name_of_a_kind_that_cannot_be_judged_is_refused_where_it_is_constrained()
    {
        TestNode root = TestNode.Root(change: static t => t with { Overrides = [Constraints.Of(null, "other:1.2.3")] });
        byte[] otherName = Convert.FromHexString("300AA00806022A03A0020500");
        Certificate leaf = root.Leaf(t => t with { Overrides = [new Ca.Writing.ExtensionTemplate("2.5.29.17", false, otherName)] });
        VerificationRequest request = Verifying.Request(leaf) with { ServerIdentity = null };
        Assert.Equal(VerificationFailure.ConstraintViolation,
            new CertificateVerifier(Verifying.Trusting(root.Certificate)).Verify(request).Failure);
    }

    [Fact]
    public void Two_authorities_narrow_together_and_another_path_may_be_wider()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First", static t => t with { Overrides = [Constraints.Of("example.com example.org", null)] });
        var key = TestNode.NewKey();
        TestNode narrow = first.Authority("Second", static t => t with { Overrides = [Constraints.Of("example.org", null)] }, key);
        TestNode wide = first.Authority("Second", key: key);
        VerificationPolicy policy = Verifying.Trusting(root.Certificate);
        Verifying.Refuses(VerificationFailure.ConstraintViolation, policy, narrow.Leaf(), narrow.Certificate, first.Certificate);
        Verifying.Accepts(policy, narrow.Leaf(), narrow.Certificate, first.Certificate, wide.Certificate);
    }

    /// <summary>
    /// The second opinion: a name may be certified if it lies in no excluded subtree and, where its kind is permitted anywhere, there.
    /// </summary>
    private static bool MayCertify(string name, string?[] subtrees)
    {
        bool isAddress = IPAddress.TryParse(name, out IPAddress? address);
        string? permitted = subtrees[isAddress ? 1 : 0];
        string? excluded = subtrees[isAddress ? 3 : 2];
        return (permitted is null || IsIn(permitted)) && (excluded is null || !IsIn(excluded));

        bool IsIn(string subtree) => isAddress
            ? IPNetwork.Parse(subtree).Contains(address!)
            : name.EndsWith("." + subtree, StringComparison.Ordinal);
    }

    private static string? Join(string? first, string? second) =>
        first is null ? second : second is null ? first : first + " " + second;

    private static IEnumerable<string?[]> Product(params string?[][] lists) => lists.Aggregate(
        (IEnumerable<string?[]>)[[]], static (all, list) => all.SelectMany(left => list.Select(right => (string?[])[.. left, right])));
}
