using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3.3, §4.5.2.</summary>
public sealed class SignatureRuleTests
{
    [Fact]
    public void A_scheme_goes_with_its_own_kind_of_rsa_key()
    {
        SignatureScheme[] rsae = [SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPssRsaeSha512];
        SignatureScheme[] pss = [SignatureScheme.RsaPssPssSha256, SignatureScheme.RsaPssPssSha384, SignatureScheme.RsaPssPssSha512];

        Assert.All(rsae, static scheme => Assert.Equal(
            (true, false), (SchemeRules.Fits13(scheme, KeyKind.Rsa), SchemeRules.Fits13(scheme, KeyKind.RsaPss))));
        Assert.All(pss, static scheme => Assert.Equal(
            (false, true), (SchemeRules.Fits13(scheme, KeyKind.Rsa), SchemeRules.Fits13(scheme, KeyKind.RsaPss))));
    }

    [Fact]
    public void Schemes_with_sha1_are_none_for_the_handshake()
    {
        SignatureScheme[] old =
        [
            SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSha1, SignatureScheme.RsaPkcs1Md5Sha1, SignatureScheme.RsaPkcs1Sha256,
            SignatureScheme.RsaPkcs1Sha384, SignatureScheme.RsaPkcs1Sha512,
        ];

        Assert.All(
            Enum.GetValues<KeyKind>(), kind => Assert.All(old, scheme => Assert.False(SchemeRules.Fits13(scheme, kind))));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(20, false)]
    [InlineData(0, false)]
    public void A_salt_of_another_length_is_refused(int saltLength, bool isRight)
    {
        byte[] content = "content"u8.ToArray();
        byte[] hash = System.Security.Cryptography.SHA256.HashData(content);
        byte[] signature = SignByHand(hash, saltLength);
        using VerificationKey key = CryptographyProvider.Default.ImportPublicKey(
            TestKeys.Signing(KeyKind.Rsa).SubjectPublicKeyInfo.Span)!;

        Assert.Equal(isRight, key.Verify(SignatureAlgorithm.RsaPssSha256, content, signature));
    }

    // EMSA-PSS of RFC 8017 §9.1.1 with any length of salt: the platform knows one alone.
    private static byte[] SignByHand(byte[] hash, int saltLength)
    {
        using var rsa = System.Security.Cryptography.RSA.Create();
        rsa.ImportPkcs8PrivateKey(TestKeys.Pkcs8(KeyKind.Rsa), out _);
        System.Security.Cryptography.RSAParameters parameters = rsa.ExportParameters(includePrivateParameters: true);
        int length = parameters.Modulus!.Length;
        byte[] salt = new byte[saltLength];
        byte[] seed = System.Security.Cryptography.SHA256.HashData([.. new byte[8], .. hash, .. salt]);
        byte[] data = [.. new byte[length - seed.Length - saltLength - 2], 1, .. salt];
        byte[] mask = Mask(seed, data.Length);
        for (int i = 0; i < data.Length; i++)
        {
            data[i] ^= mask[i];
        }

        data[0] &= 0x7f;
        var message = new System.Numerics.BigInteger([.. data, .. seed, 0xbc], isUnsigned: true, isBigEndian: true);
        var exponent = new System.Numerics.BigInteger(parameters.D, isUnsigned: true, isBigEndian: true);
        var modulus = new System.Numerics.BigInteger(parameters.Modulus, isUnsigned: true, isBigEndian: true);
        byte[] result = System.Numerics.BigInteger.ModPow(message, exponent, modulus).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - result.Length], .. result];
    }

    private static byte[] Mask(byte[] seed, int length)
    {
        List<byte> mask = [];
        for (byte i = 0; mask.Count < length; i++)
        {
            mask.AddRange(System.Security.Cryptography.SHA256.HashData([.. seed, 0, 0, 0, i]));
        }

        return [.. mask.Take(length)];
    }
}
