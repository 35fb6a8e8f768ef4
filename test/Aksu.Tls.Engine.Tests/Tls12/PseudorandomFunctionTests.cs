using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>The pseudorandom functions against published vectors, and against what their definition says.</summary>
public sealed class PseudorandomFunctionTests
{
    [Fact]
    public void Sha256_as_published_for_TLS_1_2()
    {
        // The vectors of the working group's list, "test vectors for TLS 1.2 PRF".
        AssertVector(
            CipherSuite.EcdheRsaAes128GcmSha256,
            "9bbe436ba940f017b17652849a71db35",
            "a0ba9f936cda311827a6f796ffd5198c",
            "e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17abfd3797c0564b"
            + "ab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66");
    }

    [Fact]
    public void Sha384_as_published_for_TLS_1_2()
    {
        AssertVector(
            CipherSuite.EcdheRsaAes256GcmSha384,
            "b80b733d6ceefcdc71566ea48e5567df",
            "cd665cf6a8447dd6ff8b27555edb7465",
            "7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82b1233c9146a0e534cb400fed2700884f9dc236f80e"
            + "dd8bfa961144c9e8d792eca722a7b32fc3d416d473ebc2c5fd4abfdad05d9184259b5bf8cd4d90fa0d31e2dec479e4f1a26066f2eea9a6"
            + "9236a3e52655c9e9aee691c8f3a26854308d5eaa3be85e0990703d73e56f");
    }

    [Theory]
    [InlineData(48)]
    [InlineData(47)]
    [InlineData(1)]
    [InlineData(200)]
    public void Md5_and_sha1_take_a_half_each(int secretLength)
    {
        byte[] secret = [.. Enumerable.Range(0, secretLength).Select(i => (byte)(i * 7))];
        byte[] seed = [.. Enumerable.Range(0, 64).Select(i => (byte)i)];
        byte[] output = new byte[104];
        PseudorandomFunction.For(ProtocolVersion.Tls10, Suite(CipherSuite.EcdheRsaAes128CbcSha), CryptographyProvider.Default)!
            .Fill(secret, "key expansion", seed, output);

        int half = (secretLength + 1) / 2;
        byte[] labelled = [.. Encoding.ASCII.GetBytes("key expansion"), .. seed];
        byte[] first = Expand(CryptographyProvider.Default.FindLegacyHash("MD5")!, secret[..half], labelled, output.Length);
        byte[] second = Expand(CryptographyProvider.Default.FindLegacyHash("SHA-1")!, secret[^half..], labelled, output.Length);
        Assert.Equal(first.Zip(second, (a, b) => (byte)(a ^ b)), output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public void A_shorter_output_is_the_beginning_of_a_longer_one(int length)
    {
        PseudorandomFunction function = PseudorandomFunction.For(
            ProtocolVersion.Tls12, Suite(CipherSuite.EcdheRsaAes128GcmSha256), CryptographyProvider.Default)!;
        byte[] longest = new byte[1200];
        byte[] output = new byte[length];
        function.Fill(new byte[48], "test label", new byte[64], longest);
        function.Fill(new byte[48], "test label", new byte[64], output);

        Assert.Equal(longest[..length], output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(278)]
    [InlineData(279)]
    [InlineData(65_601)]
    public void A_seed_of_any_length_is_taken_whole(int seedLength)
    {
        byte[] secret = [.. Enumerable.Range(0, 48).Select(i => (byte)(i * 5))];
        byte[] seed = [.. Enumerable.Range(0, seedLength).Select(i => (byte)i)];
        byte[] output = new byte[100];
        Suite12 suite = Suite(CipherSuite.EcdheRsaAes128GcmSha256);
        PseudorandomFunction.For(ProtocolVersion.Tls12, suite, CryptographyProvider.Default)!.Fill(secret, "test label", seed, output);

        Assert.Equal(Expand(suite.Hash, secret, [.. Encoding.ASCII.GetBytes("test label"), .. seed], output.Length), output);
    }

    private static void AssertVector(CipherSuite suite, string secret, string seed, string expected)
    {
        byte[] output = new byte[expected.Length / 2];
        PseudorandomFunction.For(ProtocolVersion.Tls12, Suite(suite), CryptographyProvider.Default)!
            .Fill(Convert.FromHexString(secret), "test label", Convert.FromHexString(seed), output);

        Assert.Equal(expected, Convert.ToHexStringLower(output));
    }

    private static byte[] Expand(HashFunction hash, byte[] secret, byte[] seed, int length)
    {
        byte[] link = seed;
        var output = new List<byte>();
        while (output.Count < length)
        {
            byte[] next = new byte[hash.Size];
            hash.Hmac(secret, link, next);
            link = next;
            byte[] block = new byte[hash.Size];
            hash.Hmac(secret, [.. link, .. seed], block);
            output.AddRange(block);
        }

        return [.. output.Take(length)];
    }

    private static Suite12 Suite(CipherSuite suite) => Suite12.Resolve(suite, CryptographyProvider.Default)!;
}
