using System.Formats.Asn1;
using Aksu.Ca.Ocsp;
using Aksu.Ca.Writing;
using Aksu.Pki.Asn1;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Revocation;

/// <summary>
/// Extensions of OCSP responses (RFC 6960 §4.4): a critical one that is not understood makes the response prove nothing.
/// </summary>
public sealed class OcspExtensionTests
{
    private const string Unknown = "1.3.6.1.4.1.99999.1";
    private const string Nonce = "1.3.6.1.5.5.7.48.1.2";
    private const string SctList = "1.3.6.1.4.1.11129.2.4.5";

    private static readonly TestNode Root = TestNode.Root();
    private static readonly Certificate Leaf = Root.Leaf();

    [Theory]
    [InlineData(Unknown, false, true)]
    [InlineData(Unknown, true, false)]
    [InlineData(Nonce, true, true)]
    public void In_the_response(string oid, bool isCritical, bool proves) =>
        Expect(proves, Response(ofResponse: new ExtensionTemplate(oid, isCritical, [4, 1, 7])));

    [Theory]
    [InlineData(Unknown, false, true)]
    [InlineData(Unknown, true, false)]
    [InlineData(Nonce, true, true)]
    public void In_the_answer(string oid, bool isCritical, bool proves) =>
        Expect(proves, Response(ofAnswer: new ExtensionTemplate(oid, isCritical, [4, 1, 7])));

    [Fact]
    public void Timestamps_of_the_certificate_are_read()
    {
        byte[] response = Response(ofAnswer: new ExtensionTemplate(SctList, false, [4, 3, 1, 2, 3]));

        Assert.Equal([1, 2, 3], Assert.Single(OcspResponse.Parse(response).Answers).SctList.ToArray());
    }

    [Fact]
    public void Timestamps_with_something_behind_are_malformed() => Assert.Throws<CertificateException>(
        () => OcspResponse.Parse(Response(ofAnswer: new ExtensionTemplate(SctList, false, [4, 1, 7, 5, 0]))));

    private static void Expect(bool proves, byte[] response)
    {
        VerificationPolicy policy = Verifying.Trusting(Root.Certificate) with
        {
            Revocation = new RevocationPolicy { Mode = RevocationMode.Hard },
        };
        Verdict verdict = new CertificateVerifier(policy).Verify(Verifying.Request(Leaf) with { StapledOcspResponse = response });

        Assert.Equal(proves ? VerificationFailure.None : VerificationFailure.RevocationUnknown, verdict.Failure);
    }

    /// <summary>A good response, written anew with extensions and signed again.</summary>
    private static byte[] Response(ExtensionTemplate? ofResponse = null, ExtensionTemplate? ofAnswer = null)
    {
        (List<ReadOnlyMemory<byte>> ids, _) = OcspRequestReader.Read(OcspRequest.Create(Leaf, Root.Certificate));
        byte[] plain = OcspResponseWriter.Write(
            [new OcspStatement(ids[0], OcspCertificateStatus.Good, null)],
            Root.Certificate,
            Root.Key,
            isDelegated: false,
            TestNode.Now.AddDays(-1),
            TestNode.Now.AddDays(1));
        var data = new AsnReader(OcspResponse.Parse(plain).Tbs, AsnEncodingRules.DER);
        AsnReader fields = data.ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(fields.ReadEncodedValue().Span);
            writer.WriteEncodedValue(fields.ReadEncodedValue().Span);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                AsnReader answer = fields.ReadSequence().ReadSequence();
                while (answer.HasData)
                {
                    writer.WriteEncodedValue(answer.ReadEncodedValue().Span);
                }

                WriteExtension(writer, ofAnswer);
            }

            WriteExtension(writer, ofResponse);
        }

        var outer = new AsnWriter(AsnEncodingRules.DER);
        using (outer.PushSequence())
        {
            outer.WriteEnumeratedValue(OcspError.None);
            using (outer.PushSequence(Tags.Constructed(0)))
            using (outer.PushSequence())
            {
                outer.WriteObjectIdentifier(Oids.ToText(Oids.BasicOcspResponse));
                outer.WriteOctetString(SignedStructure.Write(writer.Encode(), Root.Key, SignatureChoice.For(Root.Key)));
            }
        }

        return outer.Encode();
    }

    private static void WriteExtension(AsnWriter writer, ExtensionTemplate? extension)
    {
        if (extension is not null)
        {
            using (writer.PushSequence(Tags.Constructed(1)))
            {
                ExtensionWriter.Write(writer, [extension]);
            }
        }
    }
}
