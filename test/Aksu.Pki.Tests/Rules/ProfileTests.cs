using Aksu.Ca;
using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Slips of issuers: let pass in the compatible profile, refused by the one whose rule it is.</summary>
public sealed class ProfileTests
{
    private static readonly TestNode Root = TestNode.Root();

    public static TheoryData<string, string> Slips => new()
    {
        { "serial of 21 octets", "Rfc5280" },
        { "serial zero", "Rfc5280" },
        { "no authority key identifier", "Rfc5280" },
        { "critical authority key identifier", "Rfc5280" },
        { "key identifier of another issuer", "Rfc5280" },
        { "critical subject key identifier", "Rfc5280" },
        { "critical authority information access", "Rfc5280" },
        { "underscore in a name", "Rfc5280" },
        { "malformed mailbox as name", "Rfc5280" },
        { "malformed address of a resource as name", "Rfc5280" },
        { "empty subject and names not critical", "Rfc5280" },
        { "may sign certificates without being an authority", "Rfc5280" },
        { "path length without authority", "Rfc5280" },
        { "no purposes", "WebPki" },
        { "any purpose", "WebPki" },
        { "critical purposes", "WebPki" },
        { "purposes besides TLS", "WebPki" },
        { "critical names with a subject", "WebPki" },
        { "common name that is no alternative name", "WebPki" },
        { "common name in other case", "WebPki" },
        { "several common names", "WebPki" },
        { "mailbox as name", "WebPki" },
        { "issuer in authority key identifier", "WebPki" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_refused_by_its_profile_only(string slip, string profile)
    {
        Certificate leaf = Root.Leaf(template => Make(template, slip));
        VerificationPolicy policy = Verifying.Trusting(Root.Certificate);
        VerificationRequest request = Verifying.Request(leaf) with { ServerIdentity = null };
        Assert.True(new CertificateVerifier(policy).Verify(request).IsAccepted, "compatible");
        Verdict rfc = new CertificateVerifier(policy with { Profile = CertificateProfile.Rfc5280 }).Verify(request);
        Verdict web = new CertificateVerifier(policy with { Profile = CertificateProfile.WebPki }).Verify(request);
        Assert.True(rfc.IsAccepted == (profile == "WebPki"), rfc.ToText());
        Assert.False(web.IsAccepted, "web pki");
    }

    [Fact]
    public void An_ordinary_certificate_keeps_every_profile()
    {
        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            Verifying.Accepts(Verifying.Trusting(Root.Certificate) with { Profile = profile }, Root.Leaf());
        }
    }

    [Fact]
    public void A_root_may_omit_its_authority_key_identifier_but_not_its_subject_key_identifier()
    {
        TestNode without = TestNode.Root(change: static t => t with { Overrides = [new ExtensionTemplate("2.5.29.14", false, null)] });
        VerificationPolicy policy = Verifying.Trusting(without.Certificate);
        Verifying.Accepts(policy, without.Leaf());
        Verifying.Refuses(VerificationFailure.Malformed, policy with { Profile = CertificateProfile.Rfc5280 }, without.Leaf());
    }

    [Fact]
    public void Name_constraints_need_not_be_critical_in_the_web()
    {
        byte[] permitted = Convert.FromHexString("3011A00F300D820B6578616D706C652E636F6D");
        TestNode root = TestNode.Root(change: t => t with { Overrides = [new ExtensionTemplate("2.5.29.30", false, permitted)] });
        VerificationPolicy policy = Verifying.Trusting(root.Certificate);
        Verifying.Accepts(policy with { Profile = CertificateProfile.WebPki }, root.Leaf());
        Verifying.Refuses(VerificationFailure.Malformed, policy with { Profile = CertificateProfile.Rfc5280 }, root.Leaf());
    }

    private static CertificateTemplate Make(CertificateTemplate template, string slip) => slip switch
    {
        "serial of 21 octets" => template with { SerialNumber = [.. Enumerable.Repeat((byte)0x7F, 21)] },
        "serial zero" => template with { SerialNumber = [0] },
        "no authority key identifier" => Override(template, "2.5.29.35", false, null),
        "critical authority key identifier" => Override(template, "2.5.29.35", true, [0x30, 0x03, 0x80, 0x01, 0x01]),
        "critical subject key identifier" => Override(template, "2.5.29.14", true, [0x04, 0x01, 0x01]),
        "critical authority information access" =>
            Override(template, "1.3.6.1.5.5.7.1.1", true,
                Convert.FromHexString("3010300E06082B06010505073001860261 3A".Replace(" ", "", StringComparison.Ordinal))),
        "underscore in a name" =>
            template with { Names = [SubjectAlternativeName.Parse("my_host.example")], Subject = SubjectName.Write(null) },
        "empty subject and names not critical" =>
            Override(template with { Subject = SubjectName.Write(null) }, "2.5.29.17", false,
                Convert.FromHexString("300D820B6578616D706C652E636F6D")),
        "may sign certificates without being an authority" => template with { KeyUsage = KeyUsage.DigitalSignature | KeyUsage.KeyCertSign },
        "path length without authority" => template with { BasicConstraints = new BasicConstraints(false, 0) },
        "no purposes" => template with { ExtendedKeyUsage = null },
        "any purpose" => template with { ExtendedKeyUsage = ExtendedKeyUsage.ServerAuth | ExtendedKeyUsage.Any },
        "critical purposes" => Override(template, "2.5.29.37", true, Convert.FromHexString("300A06082B06010505070301")),
        "purposes besides TLS" => template with { ExtendedKeyUsage = ExtendedKeyUsage.ServerAuth | ExtendedKeyUsage.CodeSigning },
        "critical names with a subject" => Override(template, "2.5.29.17", true, Convert.FromHexString("300D820B6578616D706C652E636F6D")),
        "common name that is no alternative name" => template with { Subject = SubjectName.Write("other.example") },
        "malformed mailbox as name" =>
            Override(template, "2.5.29.17", false, Convert.FromHexString("3010820B6578616D706C652E636F6D810161")),
        "malformed address of a resource as name" =>
            Override(template, "2.5.29.17", false, Convert.FromHexString("3010820B6578616D706C652E636F6D860161")),
        "several common names" => template with { Subject = TwoCommonNames() },
        "common name in other case" => template with { Subject = SubjectName.Write("Example.com") },
        "mailbox as name" =>
            template with { Names = [SubjectAlternativeName.Parse("example.com"), SubjectAlternativeName.Parse("me@example.com")] },
        "issuer in authority key identifier" => Override(template, "2.5.29.35", false, KeyIdentifierWithIssuer()),
        "key identifier of another issuer" => Override(template, "2.5.29.35", false, [0x30, 0x03, 0x80, 0x01, 0x01]),
        _ => throw new ArgumentOutOfRangeException(nameof(slip)),
    };

    private static CertificateTemplate Override(CertificateTemplate template, string oid, bool isCritical, byte[]? value) =>
        template with { Overrides = [new ExtensionTemplate(oid, isCritical, value)] };

    private static byte[] TwoCommonNames()
    {
        byte[] once = SubjectName.Write("example.com");
        ReadOnlySpan<byte> part = once.AsSpan(2);
        return [0x30, (byte)(2 * part.Length), .. part, .. part];
    }

    /// <summary>The right key identifier, and with it an (empty) name and a serial number of the issuer.</summary>
    private static byte[] KeyIdentifierWithIssuer()
    {
        ReadOnlySpan<byte> identifier = Root.Certificate.SubjectKeyIdentifier!.Value.Span;
        return
        [
            0x30, (byte)(identifier.Length + 9), 0x80, (byte)identifier.Length, .. identifier,
            0xA1, 0x02, 0x82, 0x00, 0x82, 0x01, 0x01,
        ];
    }
}
