using System.Formats.Asn1;
using Aksu.Ca;
using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

public sealed class NameConstraintTests
{
    [Theory]
    [InlineData("example.com", null, "example.com", true)]
    [InlineData("example.com", null, "example.org", false)]
    [InlineData(null, "example.org", "example.com", true)]
    [InlineData(null, "example.com", "example.com", false)]
    [InlineData("com", "example.com", "example.com", false)]
    [InlineData("192.0.2.0/24", null, "example.com", true)]
    [InlineData("192.0.2.0/24", null, "192.0.2.1", true)]
    [InlineData("192.0.2.0/24", null, "192.0.3.1", false)]
    [InlineData("192.0.2.0/24", null, "2001:db8::1", false)]
    [InlineData("email:example.com", null, "me@example.com", true)]
    [InlineData("email:example.com", null, "me@example.org", false)]
    [InlineData("uri:.example.com", null, "https://www.example.com/", true)]
    [InlineData("uri:.example.com", null, "https://www.example.org/", false)]
    public void Names_below_must_lie_where_the_authority_may_certify(string? permitted, string? excluded, string name, bool isAccepted)
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority(change: t => t with { Overrides = [Constraints.Of(permitted, excluded)] });
        Certificate leaf = intermediate.Leaf(t => t with { Names = [SubjectAlternativeName.Parse(name)] });
        VerificationRequest request = Verifying.Request(leaf, intermediate.Certificate) with { ServerIdentity = null };
        Verdict verdict = new CertificateVerifier(Verifying.Trusting(root.Certificate)).Verify(request);
        Assert.Equal(isAccepted ? VerificationFailure.None : VerificationFailure.ConstraintViolation, verdict.Failure);
    }

    [Theory]
    [InlineData("me@example.com", null, true)]
    [InlineData("me@example.org", null, false)]
    [InlineData("me@example.org", "www.example.org", true)]
    public void A_mailbox_in_the_subject_counts_where_there_are_no_alternative_names(string mailbox, string? name, bool isAccepted)
    {
        // RFC 5280 §4.2.1.10: where the certificate has no subject alternative name.
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority(change: static t => t with { Overrides = [Constraints.Of("email:example.com", null)] });
        Certificate leaf = intermediate.Leaf(t => t with
        {
            Subject = SubjectOf(mailbox),
            Names = name is null ? [] : [SubjectAlternativeName.Parse(name)],
        });
        VerificationRequest request = Verifying.Request(leaf, intermediate.Certificate) with { ServerIdentity = null };

        Verdict verdict = new CertificateVerifier(Verifying.Trusting(root.Certificate)).Verify(request);

        Assert.Equal(isAccepted ? VerificationFailure.None : VerificationFailure.ConstraintViolation, verdict.Failure);
    }

    [Fact]
    public void Constraints_of_the_root_hold_too()
    {
        TestNode root = TestNode.Root(change: static t => t with { Overrides = [Constraints.Of("example.org", null)] });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), root.Leaf());
    }

    [Fact]
    public void An_authority_below_can_only_narrow()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First", static t => t with { Overrides = [Constraints.Of("example.org", null)] });
        TestNode second = first.Authority("Second", static t => t with { Overrides = [Constraints.Of("example.com", null)] });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), second.Leaf(),
            second.Certificate, first.Certificate);
    }

    [Fact]
    public void Names_of_intermediates_are_constrained_unless_self_issued()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First", static t => t with { Overrides = [Constraints.Of("example.com", null)] });
        TestNode outside = first.Authority("Second", static t => t with { Names = [SubjectAlternativeName.Parse("example.org")] });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), outside.Leaf(),
            outside.Certificate, first.Certificate);
        TestNode renewed = first.Authority("First", static t => t with { Names = [SubjectAlternativeName.Parse("example.org")] });
        Verifying.Accepts(Verifying.Trusting(root.Certificate), renewed.Leaf(), renewed.Certificate, first.Certificate);
    }

    [Fact]
    public void Directory_names_are_constrained_by_subject_and_alternative_name()
    {
        TestNode root = TestNode.Root();
        byte[] organization = SubjectName.Write(null, "Example");
        TestNode intermediate = root.Authority(change: t => t with { Overrides = [DirectoryConstraint(organization)] });
        Certificate inside = intermediate.Leaf(static t => t with { Subject = SubjectName.Write("example.com", "EXAMPLE") });
        Certificate outside = intermediate.Leaf(static t => t with { Subject = SubjectName.Write("example.com", "Other") });
        Certificate nameless = intermediate.Leaf(static t => t with { Subject = SubjectName.Write(null) });
        VerificationPolicy policy = Verifying.Trusting(root.Certificate);
        Verifying.Accepts(policy, inside, intermediate.Certificate);
        Verifying.Accepts(policy, nameless, intermediate.Certificate);
        Verifying.Refuses(VerificationFailure.ConstraintViolation, policy, outside, intermediate.Certificate);
    }

    [Fact]
    public void Name_constraints_outside_an_authority_are_refused()
    {
        TestNode root = TestNode.Root();
        Verifying.Refuses(VerificationFailure.Malformed, Verifying.Trusting(root.Certificate),
            root.Leaf(static t => t with { Overrides = [Constraints.Of("example.com", null)] }));
    }

    [Fact]
    public void Many_names_times_many_constraints_end_at_the_budget()
    {
        const int Many = 600;
        TestNode root = TestNode.Root(change: static t => t with
        {
            Overrides = [Constraints.Of(string.Join(' ', Enumerable.Range(0, Many).Select(static i => $"t{i}.example")), null)],
        });
        Certificate leaf = root.Leaf(static t => t with
        {
            Names = [.. Enumerable.Range(0, Many).Select(static i => SubjectAlternativeName.Parse($"t{i}.example"))],
        });
        VerificationRequest request = Verifying.Request(leaf) with { ServerIdentity = null };
        Verdict verdict = new CertificateVerifier(Verifying.Trusting(root.Certificate)).Verify(request);
        Assert.Equal(VerificationFailure.TooComplex, verdict.Failure);
        VerificationPolicy generous = Verifying.Trusting(
            root.Certificate) with
        { Budget = VerificationBudget.Default with { MaxNameComparisons = Many * (Many + 1) } };
        Assert.True(new CertificateVerifier(generous).Verify(request).IsAccepted);
    }

    [Theory]
    [InlineData("3000")]
    [InlineData("3004A000A100")]
    [InlineData("3002A000")]
    [InlineData("300AA008300687047F000001")]
    [InlineData("300EA00C300A8708C0000200FF00FF00")]
    [InlineData("3011A00F300D82086578616D706C65 80 01 01")]
    public void Malformed_constraints_make_the_authority_unusable(string hex)
    {
        TestNode root = TestNode.Root();
        byte[] value = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        Assert.Throws<CertificateException>(
            () => root.Authority(change: t => t with { Overrides = [new ExtensionTemplate("2.5.29.30", true, value)] }));
    }

    private static byte[] SubjectOf(string mailbox)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.9.1");
            writer.WriteCharacterString(UniversalTagNumber.IA5String, mailbox);
        }

        return writer.Encode();
    }

    private static ExtensionTemplate DirectoryConstraint(byte[] name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Tags.Constructed(0)))
        using (writer.PushSequence())
        using (writer.PushSequence(Tags.Constructed(4)))
        {
            writer.WriteEncodedValue(name);
        }

        return new ExtensionTemplate("2.5.29.30", true, writer.Encode());
    }
}
