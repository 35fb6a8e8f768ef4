using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Revocation;

/// <summary>Extensions of the entries of revocation lists (RFC 5280 §5.3).</summary>
public sealed class CrlEntryTests
{
    private const string CertificateIssuer = "2.5.29.29";
    private const string InvalidityDate = "2.5.29.24";
    private const string Unknown = "1.3.6.1.4.1.99999.3";

    private static readonly TestNode Root = TestNode.Root();
    private static readonly TestNode Issuer = Root.Authority();
    private static readonly Certificate Leaf = Issuer.Leaf();

    [Theory]
    [InlineData(Unknown)]
    [InlineData(CertificateIssuer)]
    public void A_critical_extension_of_an_entry_that_is_not_understood_makes_the_list_useless(string oid)
    {
        // Useless for everybody: neither does it clear those who are not on it, nor does it say what it means of who is.
        Assert.Equal(VerificationFailure.RevocationUnknown, Verify(oid, isCritical: true, Issuer.Leaf()).Failure);
        Assert.Equal(VerificationFailure.RevocationUnknown, Verify(oid, isCritical: true, Leaf).Failure);
    }

    [Theory]
    [InlineData(Unknown, false)]
    [InlineData(InvalidityDate, true)]
    public void Other_extensions_of_an_entry_are_of_no_matter(string oid, bool isCritical)
    {
        Assert.Equal(VerificationFailure.None, Verify(oid, isCritical, Issuer.Leaf()).Failure);
        Assert.Equal(VerificationFailure.Revoked, Verify(oid, isCritical, Leaf).Failure);
    }

    private static Verdict Verify(string oid, bool isCritical, Certificate revoked) => Verifying.Verify(
        Verifying.Trusting(Root.Certificate) with
        {
            Revocation = new RevocationPolicy
            {
                Mode = RevocationMode.Hard,
                Crls = CrlStore.Of([CertificateRevocationList.Parse(Write(oid, isCritical, revoked))]),
            },
        },
        Leaf,
        Issuer.Certificate);

    private static byte[] Write(string oid, bool isCritical, Certificate revoked)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            SignatureChoice.WriteIdentifier(writer, SignatureChoice.For(Issuer.Key));
            writer.WriteEncodedValue(Issuer.Certificate.Subject.Der.Span);
            CertificateWriter.WriteTime(writer, TestNode.Now.AddDays(-1));
            CertificateWriter.WriteTime(writer, TestNode.Now.AddDays(7));
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteInteger(revoked.SerialNumber.Span);
                CertificateWriter.WriteTime(writer, TestNode.Now.AddDays(-2));
                ExtensionWriter.Write(writer, [new ExtensionTemplate(oid, isCritical, [0x30, 0x00])]);
            }

            using (writer.PushSequence(Tags.Constructed(0)))
            {
                ExtensionWriter.Write(writer, [new ExtensionTemplate("2.5.29.20", false, [2, 1, 7])]);
            }
        }

        return SignedStructure.Write(writer.Encode(), Issuer.Key, SignatureChoice.For(Issuer.Key));
    }
}
