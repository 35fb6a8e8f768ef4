using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;
using Field = Aksu.Pki.Tests.Building.Resigned.Field;

namespace Aksu.Pki.Tests.Rules;

/// <summary>
/// What NIST's PKITS tests in its sections on name chaining (4.3), self-issued certificates (4.5) and serial numbers in lists (4.4), made
/// anew with certificates of today.
/// </summary>
public sealed class NameChainingTests
{
    private const string Organization = "2.5.4.10";
    private const string CommonName = "2.5.4.3";

    private static readonly TestNode Root = TestNode.Root(
        "Good CA", static t => t with { Subject = Name(UniversalTagNumber.UTF8String, "Good CA") });

    [Theory]
    [InlineData("Good CA", true)]
    [InlineData("GOOD ca", true)]
    [InlineData("  Good   CA ", true)]
    [InlineData("GoodCA", false)]
    [InlineData("Good CA 2", false)]
    public void Case_and_spaces_of_names_do_not_break_a_chain(string commonName, bool isAccepted) =>
        Expect(isAccepted, Name(UniversalTagNumber.UTF8String, commonName));

    [Fact]
    public void The_string_type_of_names_does_not_break_a_chain()
    {
        Expect(true, Name(UniversalTagNumber.PrintableString, "Good CA"));
        Expect(true, Name(UniversalTagNumber.BMPString, "Good CA"));
        Expect(true, Name(UniversalTagNumber.T61String, "Good CA"));
        Expect(false, Name(UniversalTagNumber.IA5String, "Good CA"));
    }

    [Fact]
    public void The_order_of_the_parts_of_a_name_counts()
    {
        byte[] swapped = Write(UniversalTagNumber.UTF8String, (CommonName, "Good CA"), (Organization, "Test Certificates"));
        Expect(false, swapped);
    }

    [Theory]
    [InlineData(UniversalTagNumber.PrintableString)]
    [InlineData(UniversalTagNumber.BMPString)]
    [InlineData(UniversalTagNumber.T61String)]
    public void An_excluded_name_does_not_slip_by_in_another_string_type(UniversalTagNumber type)
    {
        TestNode root = TestNode.Root(change: static t => t with { Overrides = [Constraints.Of(null, "directory:Bank")] });
        Certificate leaf = root.Leaf(t => t with { Subject = Write(type, (CommonName, "BANK")) });
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), leaf);
    }

    [Fact]
    public void An_authority_that_renews_its_key_is_reached_from_the_old_key_and_from_the_new()
    {
        SigningKey newKey = TestNode.NewKey();
        TestNode old = TestNode.Root("Basic CA");
        TestNode renewed = TestNode.Root("Basic CA", key: newKey);
        TestNode newByOld = old.Authority("Basic CA", key: newKey);
        TestNode oldByNew = renewed.Authority("Basic CA", key: old.Key);
        Verifying.Accepts(Verifying.Trusting(old.Certificate), renewed.Leaf(), newByOld.Certificate);
        Verifying.Accepts(Verifying.Trusting(renewed.Certificate), old.Leaf(), oldByNew.Certificate);
        Verifying.Accepts(
            Verifying.Trusting(old.Certificate), renewed.Leaf(), newByOld.Certificate, oldByNew.Certificate, renewed.Certificate);
        Assert.False(Verifying.Verify(Verifying.Trusting(old.Certificate), renewed.Leaf(), oldByNew.Certificate).IsAccepted);
    }

    [Fact]
    public void An_authority_that_certifies_itself_does_not_use_up_a_path_length()
    {
        TestNode root = TestNode.Root();
        TestNode limited = root.Authority("Limited", static t => t with { BasicConstraints = new BasicConstraints(true, 0) });
        TestNode renewed = limited.Authority("Limited");
        TestNode below = renewed.Authority("Below");
        Verifying.Accepts(Verifying.Trusting(root.Certificate), renewed.Leaf(), renewed.Certificate, limited.Certificate);
        Verifying.Refuses(VerificationFailure.ConstraintViolation, Verifying.Trusting(root.Certificate), below.Leaf(), below.Certificate,
            renewed.Certificate, limited.Certificate);
    }

    /// <summary>Negative and 20 octets long: told apart from those that look alike.</summary>
    [Theory]
    [InlineData("020181", "81", true)]
    [InlineData("020181", "00FF81", false)]
    [InlineData("0214 7F00000000000000000000000000000000000012", "7F00000000000000000000000000000000000012", true)]
    [InlineData("0214 7F00000000000000000000000000000000000012", "7F00000000000000000000000000000000000013", false)]
    public void Unusual_serial_numbers_are_found_on_lists(string serial, string listed, bool isRevoked)
    {
        byte[] der = Resigned.With(Root.Leaf(), Root.Key, Field.SerialNumber, Hex(serial));
        var list = CertificateRevocationList.Parse(CrlWriter.Write(
            Root.Certificate, Root.Key, 1, TestNode.Now.AddDays(-1), TestNode.Now.AddDays(1),
            [(Hex(listed), new RevokedEntry(TestNode.Now.AddDays(-2), RevocationReason.Superseded))]));
        VerificationPolicy policy = Verifying.Trusting(Root.Certificate) with
        {
            Revocation = new RevocationPolicy { Mode = RevocationMode.Hard, Crls = CrlStore.Of([list]) },
        };
        Verdict verdict = new CertificateVerifier(policy).Verify(Verifying.Request(Root.Leaf()) with { Chain = [der] });
        Assert.Equal(isRevoked ? VerificationFailure.Revoked : VerificationFailure.None, verdict.Failure);
    }

    private static void Expect(bool isAccepted, byte[] issuer)
    {
        byte[] der = Resigned.With(Root.Leaf(), Root.Key, Field.Issuer, issuer);
        Verdict verdict = new CertificateVerifier(Verifying.Trusting(Root.Certificate))
            .Verify(Verifying.Request(Root.Leaf()) with { Chain = [der] });
        Assert.True(verdict.IsAccepted == isAccepted, verdict.ToText());
    }

    private static byte[] Name(UniversalTagNumber type, string commonName) =>
        Write(type, (Organization, "Test Certificates"), (CommonName, commonName));

    private static byte[] Write(UniversalTagNumber type, params (string Type, string Value)[] parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach ((string attribute, string value) in parts)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(attribute);
                    writer.WriteCharacterString(type, value);
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
