using System.Formats.Asn1;
using Aksu.Cryptography;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Tests.Signatures;

/// <summary>What an AlgorithmIdentifier means (RFC 4055, 5758, 8410): a way to sign, a broken one, or none that is known.</summary>
public sealed class SignatureIdentifierTests
{
    private const string RsassaPss = "1.2.840.113549.1.1.10";
    private const string Mgf1 = "1.2.840.113549.1.1.8";
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha224 = "2.16.840.1.101.3.4.2.4";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";

    [Theory]
    [InlineData("1.2.840.10045.4.3.2", SignatureAlgorithm.EcdsaSha256)]
    [InlineData("1.2.840.10045.4.3.3", SignatureAlgorithm.EcdsaSha384)]
    [InlineData("1.2.840.10045.4.3.4", SignatureAlgorithm.EcdsaSha512)]
    [InlineData("1.3.101.112", SignatureAlgorithm.Ed25519)]
    [InlineData("1.3.101.113", SignatureAlgorithm.Ed448)]
    public void Without_parameters(string oid, SignatureAlgorithm algorithm)
    {
        Assert.Equal((algorithm, false), Meaning(Identifier(oid)));
        Assert.ThrowsAny<AsnContentException>(() => SignatureIdentifier.Read(Identifier(oid, [5, 0])));
    }

    [Theory]
    [InlineData("1.2.840.113549.1.1.11", SignatureAlgorithm.RsaPkcs1Sha256)]
    [InlineData("1.2.840.113549.1.1.12", SignatureAlgorithm.RsaPkcs1Sha384)]
    [InlineData("1.2.840.113549.1.1.13", SignatureAlgorithm.RsaPkcs1Sha512)]
    public void With_null_or_nothing(string oid, SignatureAlgorithm algorithm)
    {
        Assert.Equal((algorithm, false), Meaning(Identifier(oid)));
        Assert.Equal((algorithm, false), Meaning(Identifier(oid, [5, 0])));
        Assert.ThrowsAny<AsnContentException>(() => SignatureIdentifier.Read(Identifier(oid, [4, 0])));
    }

    [Theory]
    [InlineData("1.2.840.10045.4.1", true)]
    [InlineData("1.2.840.113549.1.1.5", true)]
    [InlineData("1.2.840.113549.1.1.4", false)]
    public void Broken_hashes_are_known_and_not_used(string oid, bool isSha1)
    {
        SignatureIdentifier read = SignatureIdentifier.Read(Identifier(oid));

        Assert.Equal((null, true, isSha1), (read.Algorithm, read.IsWeak, read.IsSha1));
    }

    [Fact]
    public void What_is_not_known_is_named() => Assert.Contains(
        "1.2.3.4", SignatureIdentifier.Read(Identifier("1.2.3.4", [5, 0])).Name, StringComparison.Ordinal);

    [Theory]
    [InlineData(Sha256, Sha256, 32, SignatureAlgorithm.RsaPssSha256)]
    [InlineData(Sha384, Sha384, 48, SignatureAlgorithm.RsaPssSha384)]
    [InlineData(Sha512, Sha512, 64, SignatureAlgorithm.RsaPssSha512)]
    [InlineData(Sha256, Sha384, 32, null)]
    [InlineData(Sha256, Sha256, 20, null)]
    [InlineData(Sha384, Sha384, 32, null)]
    [InlineData(Sha512, Sha512, 48, null)]
    [InlineData(Sha224, Sha224, 28, null)]
    public void In_PSS_hash_mask_and_salt_belong_together(string hash, string mask, int salt, SignatureAlgorithm? algorithm) =>
        Assert.Equal((algorithm, false), Meaning(Identifier(RsassaPss, Pss(hash, mask, salt))));

    [Fact]
    public void In_PSS_the_trailer_is_the_usual_one()
    {
        Assert.Equal((SignatureAlgorithm.RsaPssSha256, false), Meaning(Identifier(RsassaPss, Pss(Sha256, Sha256, 32, trailer: 1))));
        Assert.Equal((null, false), Meaning(Identifier(RsassaPss, Pss(Sha256, Sha256, 32, trailer: 2))));
    }

    [Fact]
    public void In_PSS_the_mask_is_made_by_MGF1() =>
        Assert.Equal((null, false), Meaning(Identifier(RsassaPss, Pss(Sha256, Sha256, 32, generator: "1.2.3.4"))));

    [Fact]
    public void PSS_without_parameters_means_SHA_1()
    {
        Assert.Equal((null, true), Meaning(Identifier(RsassaPss)));
        Assert.Equal((null, true), Meaning(Identifier(RsassaPss, [0x30, 0])));
        Assert.Equal((null, true), Meaning(Identifier(RsassaPss, Pss(Sha1, Sha1, 20))));
        Assert.Equal((null, false), Meaning(Identifier(RsassaPss, Pss(Sha256, null, 32))));
    }

    private static (SignatureAlgorithm? Algorithm, bool IsWeak) Meaning(byte[] der)
    {
        SignatureIdentifier read = SignatureIdentifier.Read(der);
        return (read.Algorithm, read.IsWeak);
    }

    private static byte[] Identifier(string oid, byte[]? parameters = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (parameters is not null)
            {
                writer.WriteEncodedValue(parameters);
            }
        }

        return writer.Encode();
    }

    private static byte[] Pss(string hash, string? mask, int salt, int? trailer = null, string generator = Mgf1)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Field(writer, 0, field => field.WriteEncodedValue(Identifier(hash, [5, 0])));
            if (mask is not null)
            {
                Field(writer, 1, field => field.WriteEncodedValue(Identifier(generator, Identifier(mask))));
            }

            Field(writer, 2, field => field.WriteInteger(salt));
            if (trailer is { } number)
            {
                Field(writer, 3, field => field.WriteInteger(number));
            }
        }

        return writer.Encode();
    }

    private static void Field(AsnWriter writer, int number, Action<AsnWriter> write)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, number)))
        {
            write(writer);
        }
    }
}
