using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>What stands beside a certificate policy (RFC 5280 §4.2.1.4).</summary>
public sealed class PolicyQualifierTests
{
    private const string Policy = "2.16.840.1.101.3.2.1.48.1";
    private const string Cps = "1.3.6.1.5.5.7.2.1";
    private const string UserNotice = "1.3.6.1.5.5.7.2.2";
    private const string Unknown = "1.3.6.1.4.1.99999.2";

    private static readonly TestNode Root = TestNode.Root();

    [Fact]
    public void An_unknown_qualifier_in_a_critical_extension_is_refused()
    {
        Verifying.Refuses(
            VerificationFailure.UnknownCriticalExtension, Verifying.Trusting(Root.Certificate), Leaf(isCritical: true, (Policy, Unknown)));
        Verifying.Refuses(
            VerificationFailure.UnknownCriticalExtension,
            Verifying.Trusting(Root.Certificate),
            Leaf(isCritical: true, (Policy, Cps), ("2.16.840.1.101.3.2.1.48.2", Unknown)));
    }

    [Theory]
    [InlineData(true, Cps)]
    [InlineData(true, UserNotice)]
    [InlineData(false, Unknown)]
    public void Known_qualifiers_and_those_of_extensions_that_are_not_critical_are_of_no_matter(bool isCritical, string qualifier) =>
        Verifying.Accepts(Verifying.Trusting(Root.Certificate), Leaf(isCritical, (Policy, qualifier)));

    [Fact]
    public void A_policy_that_stands_twice_is_malformed() =>
        Assert.Throws<CertificateException>(static () => Leaf(isCritical: false, (Policy, Cps), (Policy, Cps)));

    private static Certificate Leaf(bool isCritical, params (string Policy, string Qualifier)[] policies)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach ((string policy, string qualifier) in policies)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(policy);
                    using (writer.PushSequence())
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(qualifier);
                        writer.WriteCharacterString(UniversalTagNumber.IA5String, "https://example.com/");
                    }
                }
            }
        }

        return Root.Leaf(template => template with { Overrides = [new ExtensionTemplate("2.5.29.32", isCritical, writer.Encode())] });
    }
}
