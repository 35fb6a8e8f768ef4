using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;
using Field = Aksu.Pki.Tests.Building.Resigned.Field;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Fields of a certificate as no issuer should write them, under a signature that is right.</summary>
public sealed class MalformedFieldTests
{
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    private static readonly TestNode Root = TestNode.Root();
    private static readonly Certificate Good = Root.Leaf();

    [Fact]
    public void What_is_signed_again_unchanged_is_good() =>
        Expect("", Field.SerialNumber, Resigned.FieldOf(Good, Field.SerialNumber));

    [Theory]
    [InlineData("020101", "")]
    [InlineData("020100", "Rfc5280 WebPki")]
    [InlineData("020181", "Rfc5280 WebPki")]
    [InlineData("0214 7F00000000000000000000000000000000000000", "")]
    [InlineData("0215 00FF00000000000000000000000000000000000000", "Rfc5280 WebPki")]
    [InlineData("02020001", "Compatible Rfc5280 WebPki")]
    [InlineData("0200", "Compatible Rfc5280 WebPki")]
    public void Serial_numbers(string der, string refusing) => Expect(refusing, Field.SerialNumber, Hex(der));

    [Theory]
    [InlineData("A003020102", "")]
    [InlineData("A003020103", "Compatible Rfc5280 WebPki")]
    [InlineData("A003020100", "Compatible Rfc5280 WebPki")]
    [InlineData("A003020101", "Compatible Rfc5280 WebPki")]
    [InlineData("A0030201FF", "Compatible Rfc5280 WebPki")]
    public void Versions(string der, string refusing) => Expect(refusing, Field.Version, Hex(der));

    [Fact]
    public void A_certificate_of_version_1_has_no_names() => Assert.All(
        Enum.GetValues<CertificateProfile>(),
        profile =>
        {
            byte[] der = VersionOne.Write("example.com", TestNode.NewKey());
            VerificationPolicy policy = Verifying.Trusting(Certificate.Parse(der)) with { Profile = profile };
            Assert.False(new CertificateVerifier(policy).Verify(Verifying.Request(Good) with { Chain = [der] }).IsAccepted);
        });

    /// <summary>RFC 5280 §4.1.2.5: UTCTime to 2049, GeneralizedTime from 2050 on, seconds, Zulu, no fractions.</summary>
    [Theory]
    [InlineData("300101000000Z", "310101000000Z", "")]
    [InlineData("20300101000000Z", "310101000000Z", "Rfc5280 WebPki")]
    [InlineData("300101000000Z", "20310101000000Z", "Rfc5280 WebPki")]
    [InlineData("300101000000Z", "20500101000000Z", "")]
    [InlineData("300101000000Z", "99991231235959Z", "")]
    [InlineData("19500101000000Z", "310101000000Z", "Rfc5280 WebPki")]
    [InlineData("19490101000000Z", "310101000000Z", "")]
    [InlineData("300101000000Z", "20510101000000.5Z", "Compatible Rfc5280 WebPki")]
    [InlineData("3001010000Z", "310101000000Z", "Compatible Rfc5280 WebPki")]
    [InlineData("300101000000+0000", "310101000000Z", "Compatible Rfc5280 WebPki")]
    [InlineData("301301000000Z", "310101000000Z", "Compatible Rfc5280 WebPki")]
    [InlineData("310101000000Z", "300101000000Z", "Compatible Rfc5280 WebPki")]
    public void Dates(string notBefore, string notAfter, string refusing)
    {
        byte[] content = [.. Time(notBefore), .. Time(notAfter)];
        Expect(refusing, Field.Validity, [0x30, (byte)content.Length, .. content]);
    }

    [Fact]
    public void An_extension_may_not_stand_twice()
    {
        Expect("Compatible Rfc5280 WebPki", Field.Extensions, Extensions(Twice));

        static void Twice(AsnWriter writer)
        {
            for (int i = 0; i < 2; i++)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.3.6.1.4.1.99999.1");
                    writer.WriteOctetString([5, 0]);
                }
            }
        }
    }

    [Fact]
    public void An_empty_list_of_extensions_is_malformed() =>
        Expect("Compatible Rfc5280 WebPki", Field.Extensions, [0xA3, 0x02, 0x30, 0x00]);

    [Fact]
    public void Unique_identifiers_are_of_the_past() => Expect(
        "Rfc5280 WebPki", Field.SubjectPublicKeyInfo, Resigned.FieldOf(Good, Field.SubjectPublicKeyInfo), Hex("81020001"));

    [Fact]
    public void The_two_names_of_the_signature_algorithm_must_agree()
    {
        // ecdsa-with-SHA384 inside, ecdsa-with-SHA256 outside.
        Expect("Compatible Rfc5280 WebPki", Field.Signature, Hex("300A06082A8648CE3D040303"));
    }

    [Theory]
    [InlineData("1.2.840.10045.3.1.1")]
    [InlineData("1.3.132.0.10")]
    [InlineData("1.3.132.0.33")]
    public void Curves_that_tls_does_not_use_are_refused(string curve)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(curve);
        Expect("Compatible Rfc5280 WebPki", Field.SubjectPublicKeyInfo, Key(EcPublicKey, writer.Encode(), [4, 1, 2]));
    }

    [Fact]
    public void A_curve_that_is_spelled_out_is_refused_whatever_it_is()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ECParameters parameters = key.ExportExplicitParameters(includePrivateParameters: false);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.1.1");
                writer.WriteIntegerUnsigned(parameters.Curve.Prime);
            }

            using (writer.PushSequence())
            {
                writer.WriteOctetString(parameters.Curve.A);
                writer.WriteOctetString(parameters.Curve.B);
            }

            writer.WriteOctetString([4, .. parameters.Curve.G.X!, .. parameters.Curve.G.Y!]);
            writer.WriteIntegerUnsigned(parameters.Curve.Order);
            writer.WriteInteger(1);
        }

        Expect("Compatible Rfc5280 WebPki", Field.SubjectPublicKeyInfo,
            Key(EcPublicKey, writer.Encode(), [4, .. parameters.Q.X!, .. parameters.Q.Y!]));
    }

    [Theory]
    [InlineData(1024, "Compatible Rfc5280 WebPki")]
    [InlineData(2040, "Compatible Rfc5280 WebPki")]
    [InlineData(2048, "")]
    [InlineData(2052, "WebPki")]
    [InlineData(8192, "")]
    [InlineData(8200, "Compatible Rfc5280 WebPki")]
    public void Rsa_keys_have_a_length_that_fits(int bits, string refusing)
    {
        byte[] modulus = new byte[(bits + 7) / 8];
        modulus.AsSpan().Fill(0x55);
        modulus[0] = (byte)(1 << ((bits + 7) % 8));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(modulus);
            writer.WriteInteger(65537);
        }

        Expect(refusing, Field.SubjectPublicKeyInfo, Key(RsaEncryption, [5, 0], writer.Encode()));
    }

    [Fact]
    public void Keys_of_other_kinds_are_refused() => Expect(
        "Compatible Rfc5280 WebPki", Field.SubjectPublicKeyInfo, Key("1.2.840.10040.4.1", Hex("3009020103020103020103"), [2, 1, 5]));

    /// <summary>Each is a known extension whose content is not what it must be.</summary>
    [Theory]
    [InlineData("2.5.29.17", "6578616D706C652E636F6D")]
    [InlineData("2.5.29.17", "3000")]
    [InlineData("2.5.29.17", "3006870401020304 00")]
    [InlineData("2.5.29.17", "30058703010203")]
    [InlineData("2.5.29.17", "3007 8205F09F989C61")]
    [InlineData("2.5.29.17", "3003890100")]
    [InlineData("1.3.6.1.5.5.7.1.1", "3000")]
    [InlineData("1.3.6.1.5.5.7.1.1", "6D616C666F726D6564")]
    [InlineData("2.5.29.35", "3004810101 00")]
    [InlineData("2.5.29.14", "0400")]
    [InlineData("2.5.29.15", "03020700")]
    [InlineData("2.5.29.15", "0303000001")]
    [InlineData("2.5.29.37", "3000")]
    [InlineData("2.5.29.19", "30060101FF0201FF")]
    [InlineData("2.5.29.19", "3003010101")]
    [InlineData("2.5.29.31", "3000")]
    [InlineData("2.5.29.32", "3000")]
    [InlineData("1.3.6.1.5.5.7.1.24", "3003020 1FF")]
    public void An_extension_that_breaks_its_syntax_makes_the_certificate_unreadable(string oid, string value)
    {
        CertificateTemplate template = TestNode.LeafTemplate() with { Overrides = [new ExtensionTemplate(oid, false, Hex(value))] };
        byte[] der = CertificateWriter.Write(template, TestNode.NewKey().SubjectPublicKeyInfo.Span, Root.Certificate, Root.Key);
        Assert.Throws<CertificateException>(() => Certificate.Parse(der));
        var verifier = new CertificateVerifier(Verifying.Trusting(Root.Certificate));
        Verdict verdict = verifier.Verify(Verifying.Request(Good) with { Chain = [der] });
        Assert.Equal(VerificationFailure.Malformed, verdict.Failure);
    }

    private static void Expect(string refusing, Field field, params byte[][] replacement)
    {
        byte[] der = Resigned.With(Good, Root.Key, field, replacement);
        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            VerificationPolicy policy = Verifying.Trusting(Root.Certificate) with { Profile = profile };
            Verdict verdict = new CertificateVerifier(policy).Verify(Verifying.Request(Good) with { Chain = [der] });
            bool isRefused = refusing.Split(' ').Contains(profile.ToString());
            Assert.True(verdict.IsAccepted != isRefused, $"{profile}:\n{verdict.ToText()}");
        }
    }

    private static byte[] Extensions(Action<AsnWriter> more)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var original = new AsnReader(Resigned.FieldOf(Good, Field.Extensions), AsnEncodingRules.DER);
        AsnReader list = original.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 3)).ReadSequence();
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
        using (writer.PushSequence())
        {
            while (list.HasData)
            {
                writer.WriteEncodedValue(list.ReadEncodedValue().Span);
            }

            more(writer);
        }

        return writer.Encode();
    }

    private static byte[] Key(string algorithm, byte[] parameters, byte[] key)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm);
                writer.WriteEncodedValue(parameters);
            }

            writer.WriteBitString(key);
        }

        return writer.Encode();
    }

    private static byte[] Time(string text)
    {
        const int LongestUtcTime = 13;
        const byte UtcTime = 0x17;
        const byte GeneralizedTime = 0x18;
        bool isGeneralized = text.Length > LongestUtcTime && !text.Contains('+', StringComparison.Ordinal);
        return [isGeneralized ? GeneralizedTime : UtcTime, (byte)text.Length, .. System.Text.Encoding.ASCII.GetBytes(text)];
    }

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
