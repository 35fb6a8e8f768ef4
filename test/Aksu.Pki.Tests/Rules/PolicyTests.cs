using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Certificate policies (RFC 5280 §6.1, RFC 9618), after the pattern of NIST's PKITS sections 4.8 to 4.12.</summary>
public sealed class PolicyTests
{
    private const string One = "2.16.840.1.101.3.2.1.48.1";
    private const string Two = "2.16.840.1.101.3.2.1.48.2";
    private const string Any = "2.5.29.32.0";
    private static readonly ExtensionTemplate Demand = Constraints(0, null);

    [Fact]
    public void Without_a_demand_policies_need_not_agree() => Expect(true, [Policies(One)], [Policies(Two)]);

    [Fact]
    public void A_demanded_policy_must_be_valid_along_the_path()
    {
        Expect(true, [Policies(One), Demand], [Policies(One)]);
        Expect(true, [Policies(One, Two), Demand], [Policies(Two)]);
        Expect(false, [Policies(One), Demand], [Policies(Two)]);
        Expect(false, [Policies(One), Demand], []);
        Expect(false, [Demand], [Policies(One)]);
    }

    [Fact]
    public void Any_policy_stands_for_all_until_it_is_inhibited()
    {
        Expect(true, [Policies(Any), Demand], [Policies(One)]);
        Expect(true, [Policies(One), Demand], [Policies(Any)]);
        Expect(false, [Policies(One), Demand, InhibitAny(0)], [Policies(Any)]);
        Expect(true, [Policies(One), Demand, InhibitAny(1)], [Policies(Any)]);
        Expect(true, [Policies(One), Demand, InhibitAny(0)], [Policies(One)]);
    }

    [Fact]
    public void Mapped_policies_are_valid_under_their_new_name()
    {
        Expect(true, [Policies(One), Demand, Mapping(One, Two)], [Policies(Two)]);
        Expect(false, [Policies(One), Demand, Mapping(One, Two)], [Policies(One)]);
        Expect(false, [Policies(One), Constraints(0, 0), Mapping(One, Two)], [Policies(Two)], inhibitedAbove: true);
        Expect(false, [Policies(Any), Mapping(Any, Two)], [Policies(Two)]);
    }

    [Fact]
    public void A_demand_may_begin_further_down()
    {
        Expect(true, [Constraints(2, null)], []);
        Expect(false, [Constraints(1, null)], []);
        Expect(false, [Constraints(0, null)], []);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_demand_holds_for_authorities_between_too(bool hasPolicy)
    {
        TestNode root = TestNode.Root();
        TestNode top = root.Authority("Top", static t => t with { Overrides = [Policies(One), Demand] });
        TestNode between = top.Authority("Between", t => t with { Overrides = hasPolicy ? [Policies(One)] : [] });
        Certificate leaf = between.Leaf(static t => t with { Overrides = [Policies(One)] });
        Verdict verdict = Verifying.Verify(
            Verifying.Trusting(root.Certificate), leaf, between.Certificate, top.Certificate);

        Assert.True(verdict.IsAccepted == hasPolicy, verdict.ToText());
    }

    [Fact]
    public void Constraints_that_constrain_nothing_are_malformed() =>
        Assert.Throws<CertificateException>(
            () => TestNode.Root().Authority(change: static t => t with { Overrides = [new("2.5.29.36", true, [0x30, 0x00])] }));

    private static void Expect(bool isAccepted, ExtensionTemplate[] authority, ExtensionTemplate[] leaf, bool inhibitedAbove = false)
    {
        TestNode root = TestNode.Root();
        TestNode top = root.Authority("Top",
            t => t with { Overrides = inhibitedAbove ? [Policies(Any), Constraints(null, 0)] : [Policies(Any)] });
        TestNode intermediate = top.Authority("Intermediate", t => t with { Overrides = authority });
        Verdict verdict = Verifying.Verify(Verifying.Trusting(root.Certificate), intermediate.Leaf(t => t with { Overrides = leaf }),
            intermediate.Certificate, top.Certificate);
        Assert.True(verdict.IsAccepted == isAccepted, verdict.ToText());
    }

    private static ExtensionTemplate Policies(params string[] policies)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (string policy in policies)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(policy);
                }
            }
        }

        return new ExtensionTemplate("2.5.29.32", false, writer.Encode());
    }

    private static ExtensionTemplate Mapping(string issuer, string subject)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(issuer);
            writer.WriteObjectIdentifier(subject);
        }

        return new ExtensionTemplate("2.5.29.33", true, writer.Encode());
    }

    private static ExtensionTemplate Constraints(int? requireExplicit, int? inhibitMapping)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (requireExplicit is { } demand)
            {
                writer.WriteInteger(demand, Tags.Primitive(0));
            }

            if (inhibitMapping is { } mapping)
            {
                writer.WriteInteger(mapping, Tags.Primitive(1));
            }
        }

        return new ExtensionTemplate("2.5.29.36", true, writer.Encode());
    }

    private static ExtensionTemplate InhibitAny(int skip)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteInteger(skip);
        return new ExtensionTemplate("2.5.29.54", true, writer.Encode());
    }
}
