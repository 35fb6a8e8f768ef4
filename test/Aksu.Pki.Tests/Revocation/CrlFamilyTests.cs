using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Revocation;

/// <summary>Revocation lists with every kind of slip: which of them still clear or revoke a certificate (RFC 5280 §5, §6.3.3).</summary>
public sealed class CrlFamilyTests
{
    private const string Number = "2.5.29.20";
    private const string DeltaIndicator = "2.5.29.27";
    private const string DistributionPoint = "2.5.29.28";
    private const string KeyIdentifier = "2.5.29.35";

    private static readonly TestNode Root = TestNode.Root();
    private static readonly TestNode Issuer = Root.Authority();
    private static readonly Certificate Leaf = Issuer.Leaf();

    private static readonly ExtensionTemplate GoodNumber = new(Number, false, [2, 1, 7]);

    private static readonly ExtensionTemplate GoodKeyIdentifier =
        new(KeyIdentifier, false, ExtensionWriter.WriteAuthorityKeyIdentifier(Issuer.Certificate.SubjectKeyIdentifier!.Value.Span));

    /// <summary>An extension that is added or replaced, and who takes the list: both, only the compatible profile, nobody.</summary>
    public static TheoryData<string, bool, string?, string> Extensions => new()
    {
        { Number, false, "020107", "Compatible Rfc5280" },
        { Number, true, "020107", "Compatible" },
        { Number, false, null, "Compatible" },
        { Number, false, "0201FF", "Compatible" },
        { KeyIdentifier, false, null, "Compatible" },
        { DeltaIndicator, true, "020101", "" },
        { DeltaIndicator, false, "020101", "" },
        { DistributionPoint, true, "3000", "Compatible Rfc5280" },
        { DistributionPoint, true, "30038101FF", "Compatible Rfc5280" },
        { DistributionPoint, true, "30038201FF", "" },
        { DistributionPoint, true, "30038401FF", "" },
        { DistributionPoint, true, "30038501FF", "" },
        { DistributionPoint, true, "3004830206C0", "" },
        { DistributionPoint, true, "300AA008A006860461623A63", "" },
        { "1.3.6.1.4.1.99999.1", true, "0500", "" },
        { "1.3.6.1.4.1.99999.1", false, "0500", "Compatible Rfc5280" },
    };

    [Theory]
    [MemberData(nameof(Extensions))]
    public void A_list_with_this_extension_clears_in(string oid, bool isCritical, string? value, string profiles)
    {
        List<ExtensionTemplate> extensions = [GoodNumber, GoodKeyIdentifier];
        extensions.RemoveAll(extension => extension.Oid == oid);
        if (value is not null)
        {
            extensions.Add(new ExtensionTemplate(oid, isCritical, Convert.FromHexString(value)));
        }

        Expect(profiles, Write(extensions));
    }

    [Fact]
    public void A_list_of_version_1_has_no_number() => Expect("Compatible", Write(null));

    [Fact]
    public void A_list_that_does_not_say_when_the_next_one_comes_is_never_known_to_be_current() =>
        Expect("", Write([GoodNumber, GoodKeyIdentifier], hasNextUpdate: false));

    [Fact]
    public void The_serial_number_on_the_list_of_another_issuer_says_nothing()
    {
        TestNode other = Root.Authority("Another issuer");
        var about = CertificateRevocationList.Parse(Write([GoodNumber, GoodKeyIdentifier], revoked: Leaf, signer: other));
        Assert.True(Verify(CertificateProfile.Rfc5280, RevocationMode.Soft, about).IsAccepted);
        Assert.Equal(VerificationFailure.RevocationUnknown, Verify(CertificateProfile.Rfc5280, RevocationMode.Hard, about).Failure);
        Verdict revoked = Verify(CertificateProfile.Rfc5280, RevocationMode.Soft, about, Parse(revoked: Leaf));
        Assert.Equal(VerificationFailure.Revoked, revoked.Failure);
    }

    [Fact]
    public void An_entry_that_takes_a_certificate_off_the_list_does_not_revoke() =>
        Assert.True(Verify(CertificateProfile.Rfc5280, RevocationMode.Hard, Parse(Leaf, RevocationReason.RemoveFromCrl)).IsAccepted);

    [Fact]
    public void A_certificate_on_hold_is_revoked() => Assert.Equal(
        VerificationFailure.Revoked,
        Verify(CertificateProfile.Rfc5280, RevocationMode.Soft, Parse(Leaf, RevocationReason.CertificateHold)).Failure);

    private static CertificateRevocationList Parse(Certificate? revoked, RevocationReason reason = RevocationReason.KeyCompromise) =>
        CertificateRevocationList.Parse(Write([GoodNumber, GoodKeyIdentifier], revoked: revoked, reason: reason));

    private static void Expect(string clearing, byte[] list)
    {
        foreach (CertificateProfile profile in (CertificateProfile[])[CertificateProfile.Compatible, CertificateProfile.Rfc5280])
        {
            Verdict verdict = Verify(profile, RevocationMode.Hard, CertificateRevocationList.Parse(list));
            VerificationFailure expected = clearing.Split(' ').Contains(profile.ToString())
                ? VerificationFailure.None
                : VerificationFailure.RevocationUnknown;
            Assert.True(verdict.Failure == expected, $"{profile}: expected {expected}\n{verdict.ToText()}");
        }
    }

    private static Verdict Verify(
        CertificateProfile profile, RevocationMode mode, params CertificateRevocationList[] lists) => Verifying.Verify(
        Verifying.Trusting(Root.Certificate) with
        {
            Profile = profile,
            Revocation = new RevocationPolicy { Mode = mode, Crls = CrlStore.Of(lists) },
        },
        Leaf,
        Issuer.Certificate);

    /// <param name="extensions">Null for a list of version 1.</param>
    /// <param name="hasNextUpdate">Whether it says when the next one comes.</param>
    /// <param name="revoked">The one entry; null for none.</param>
    /// <param name="reason">Why.</param>
    /// <param name="signer">Whose list it is; null for the leaf's issuer.</param>
    private static byte[] Write(
        List<ExtensionTemplate>? extensions,
        bool hasNextUpdate = true,
        Certificate? revoked = null,
        RevocationReason reason = RevocationReason.KeyCompromise,
        TestNode? signer = null)
    {
        TestNode issuer = signer ?? Issuer;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (extensions is not null)
            {
                writer.WriteInteger(1);
            }

            SignatureChoice.WriteIdentifier(writer, SignatureChoice.For(issuer.Key));
            writer.WriteEncodedValue(issuer.Certificate.Subject.Der.Span);
            CertificateWriter.WriteTime(writer, TestNode.Now.AddDays(-1));
            if (hasNextUpdate)
            {
                CertificateWriter.WriteTime(writer, TestNode.Now.AddDays(7));
            }

            if (revoked is not null)
            {
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(revoked.SerialNumber.Span);
                    CertificateWriter.WriteTime(writer, TestNode.Now.AddDays(-2));
                    using (writer.PushSequence())
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("2.5.29.21");
                        writer.WriteOctetString([0x0A, 0x01, (byte)reason]);
                    }
                }
            }

            if (extensions is not null)
            {
                using (writer.PushSequence(Tags.Constructed(0)))
                {
                    ExtensionWriter.Write(writer, extensions);
                }
            }
        }

        return SignedStructure.Write(writer.Encode(), issuer.Key, SignatureChoice.For(issuer.Key));
    }
}
