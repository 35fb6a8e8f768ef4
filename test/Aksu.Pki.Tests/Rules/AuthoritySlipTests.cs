using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Slips in the certificates of authorities: which profile refuses which.</summary>
public sealed class AuthoritySlipTests
{
    private const string BasicConstraintsOid = "2.5.29.19";
    private const string KeyUsageOid = "2.5.29.15";
    private const string SubjectKeyIdentifierOid = "2.5.29.14";
    private const string AuthorityKeyIdentifierOid = "2.5.29.35";
    private const string ExtendedKeyUsageOid = "2.5.29.37";
    private const string NameConstraintsOid = "2.5.29.30";
    private const string PolicyConstraintsOid = "2.5.29.36";
    private const string InhibitAnyPolicyOid = "2.5.29.54";
    private const string SubjectInfoAccessOid = "1.3.6.1.5.5.7.1.11";
    private const string AuthorityInfoAccessOid = "1.3.6.1.5.5.7.1.1";
    private const string FreshestCrlOid = "2.5.29.46";
    private const string UnknownOid = "1.3.6.1.4.1.99999.1";

    private const string Everywhere = "Compatible Rfc5280 WebPki";
    private const string Strict = "Rfc5280 WebPki";
    private const string Rfc = "Rfc5280";
    private const string Web = "WebPki";
    private const string Nowhere = "";

    private static readonly SigningKey RootKey = TestNode.NewKey();
    private static readonly SigningKey IntermediateKey = TestNode.NewKey();

    /// <summary>Extension, whether critical, its value (null leaves it out), and the profiles that refuse it.</summary>
    public static TheoryData<string, bool, string?, string> OfRoots => new()
    {
        { BasicConstraintsOid, true, null, Everywhere },
        { BasicConstraintsOid, true, "3000", Everywhere },
        { BasicConstraintsOid, false, "30030101FF", Strict },
        { BasicConstraintsOid, true, "30060101FF020101", Nowhere },
        { BasicConstraintsOid, true, "30060101FF020100", Everywhere },
        { KeyUsageOid, true, "03020780", Everywhere },
        { KeyUsageOid, false, "03020106", Nowhere },
        { KeyUsageOid, true, null, Nowhere },
        { SubjectKeyIdentifierOid, false, null, Strict },
        { SubjectKeyIdentifierOid, true, "040101", Strict },
        { AuthorityKeyIdentifierOid, true, "3003800101", Strict },
        { AuthorityKeyIdentifierOid, false, "3000", Web },
        { AuthorityKeyIdentifierOid, false, "3003820101", Web },
        { AuthorityKeyIdentifierOid, false, "3006A104820261 61", Web },
        { AuthorityKeyIdentifierOid, false, "300C800101A10482026161820101", Web },
        { AuthorityKeyIdentifierOid, false, "3003800101", Web },
        { ExtendedKeyUsageOid, false, "300A06082B06010505070301", Web },
        { ExtendedKeyUsageOid, false, "300A06082B06010505070303", Everywhere },
        { ExtendedKeyUsageOid, false, "300606045 51D2500", Web },
        { UnknownOid, true, "0500", Everywhere },
        { UnknownOid, false, "0500", Nowhere },
    };

    /// <summary>As <see cref="OfRoots"/>.</summary>
    public static TheoryData<string, bool, string?, string> OfIntermediates => new()
    {
        { BasicConstraintsOid, true, null, Everywhere },
        { BasicConstraintsOid, true, "3000", Everywhere },
        { BasicConstraintsOid, false, "30030101FF", Strict },
        { BasicConstraintsOid, true, "30060101FF020100", Nowhere },
        { KeyUsageOid, true, "03020780", Everywhere },
        { KeyUsageOid, true, "03020204", Nowhere },
        { KeyUsageOid, true, null, Nowhere },
        { SubjectKeyIdentifierOid, false, null, Strict },
        { AuthorityKeyIdentifierOid, false, null, Strict },
        { AuthorityKeyIdentifierOid, false, "3000", Strict },
        { AuthorityKeyIdentifierOid, false, "3003800101", Strict },
        { NameConstraintsOid, false, "3011A00F300D820B6578616D706C652E636F6D", Rfc },
        { NameConstraintsOid, true, "3011A00F300D820B6578616D706C652E636F6D", Nowhere },
        { NameConstraintsOid, false, "3011A10F300D820B6578616D706C652E636F6D", Everywhere },
        { PolicyConstraintsOid, false, "3003800105", Strict },
        { PolicyConstraintsOid, true, "3003800105", Nowhere },
        { InhibitAnyPolicyOid, false, "020101", Strict },
        { SubjectInfoAccessOid, true, "3000", Everywhere },
        { AuthorityInfoAccessOid, true, "3010300E06082B0601050507300186026 13A", Strict },
        { FreshestCrlOid, true, "3000", Everywhere },
        { ExtendedKeyUsageOid, true, "300A06082B06010505070301", Nowhere },
        { ExtendedKeyUsageOid, false, "300A06082B06010505070302", Everywhere },
        { UnknownOid, true, "0500", Everywhere },
    };

    [Theory]
    [MemberData(nameof(OfRoots))]
    public void A_slip_of_a_root_is_refused_by(string oid, bool isCritical, string? value, string profiles)
    {
        TestNode root = TestNode.Root(change: t => With(t, oid, isCritical, value), key: RootKey);
        TestNode intermediate = root.Authority(key: IntermediateKey);
        Expect(profiles, root, intermediate.Leaf(), intermediate.Certificate);
    }

    [Theory]
    [MemberData(nameof(OfIntermediates))]
    public void A_slip_of_an_intermediate_is_refused_by(string oid, bool isCritical, string? value, string profiles)
    {
        TestNode root = TestNode.Root(key: RootKey);
        TestNode intermediate = root.Authority(change: t => With(t, oid, isCritical, value), key: IntermediateKey);
        Expect(profiles, root, intermediate.Leaf(), intermediate.Certificate);
    }

    [Fact]
    public void A_trusted_authority_that_another_one_certified_must_have_an_authority_key_identifier()
    {
        TestNode other = TestNode.Root("Other root");
        TestNode crossed = other.Authority("Test root", t => With(t, AuthorityKeyIdentifierOid, false, null), RootKey);
        Expect(Strict, crossed, crossed.Leaf());
    }

    [Fact]
    public void An_extension_of_a_root_that_is_not_in_the_path_does_not_matter()
    {
        TestNode root = TestNode.Root(key: RootKey);
        TestNode stranger = TestNode.Root("Stranger", t => With(t, UnknownOid, true, "0500"));
        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            Verifying.Accepts(Verifying.Trusting(root.Certificate, stranger.Certificate) with { Profile = profile }, root.Leaf(),
                root.Authority("Unused", t => With(t, UnknownOid, true, "0500")).Certificate);
        }
    }

    [Fact]
    public void An_authority_in_the_place_of_the_peer_is_no_server_of_the_web()
    {
        TestNode root = TestNode.Root(key: RootKey);
        TestNode peer = root.Authority("example.com",
            static t => t with
            {
                Names = [Ca.SubjectAlternativeName.Parse("example.com")],
                ExtendedKeyUsage = ExtendedKeyUsage.ServerAuth,
            });
        Expect(Web, root, peer.Certificate);
        TestNode other = root.Authority("example.org", static t => t with { Names = [Ca.SubjectAlternativeName.Parse("example.org")] });
        Expect(Everywhere, root, other.Certificate);
    }

    private static void Expect(string refusing, TestNode root, params Certificate[] chain)
    {
        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            Verdict verdict = Verifying.Verify(Verifying.Trusting(root.Certificate) with { Profile = profile }, chain);
            bool isRefused = refusing.Split(' ').Contains(profile.ToString());
            Assert.True(verdict.IsAccepted != isRefused, $"{profile}:\n{verdict.ToText()}");
        }
    }

    private static CertificateTemplate With(CertificateTemplate template, string oid, bool isCritical, string? hex)
    {
        byte[]? value = hex is null ? null : Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        return template with { Overrides = [new ExtensionTemplate(oid, isCritical, value)] };
    }
}
