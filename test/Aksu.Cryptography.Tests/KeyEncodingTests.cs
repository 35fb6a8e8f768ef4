using System.Formats.Asn1;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Tests;

public class KeyEncodingTests
{
    public static TheoryData<string> All => Providers.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void A_pss_key_keeps_to_the_hash_that_its_parameters_name(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        Assert.True(PrivateKeyEncoding.TryRead(TestKeys.Pkcs8(KeyKind.RsaPss), out _, out ReadOnlySpan<byte> numbers));
        foreach (SignatureAlgorithm only in (ReadOnlySpan<SignatureAlgorithm>)
            [SignatureAlgorithm.RsaPssSha256, SignatureAlgorithm.RsaPssSha384, SignatureAlgorithm.RsaPssSha512])
        {
            using Secret pkcs8 = PrivateKeyEncoding.Write(new KeyAlgorithm(KeyKind.RsaPss, only), numbers);
            using SigningKey bound = provider.ImportPrivateKey(pkcs8.Span)!;
            using VerificationKey publicKey = provider.ImportPublicKey(bound.SubjectPublicKeyInfo.Span)!;
            foreach (SignatureAlgorithm algorithm in Enum.GetValues<SignatureAlgorithm>())
            {
                Assert.Equal(algorithm == only, bound.Supports(algorithm));
                Assert.Equal(algorithm == only, publicKey.Supports(algorithm));
            }
        }
    }

    [Fact]
    public void Pss_parameters_that_nobody_can_use_are_refused()
    {
        byte[] key = PublicKeyEncoding.Write(new KeyAlgorithm(KeyKind.RsaPss, SignatureAlgorithm.RsaPssSha256), [1, 2, 3]);
        Assert.True(PublicKeyEncoding.TryRead(key, out KeyAlgorithm algorithm, out ReadOnlySpan<byte> bits));
        Assert.Equal(new KeyAlgorithm(KeyKind.RsaPss, SignatureAlgorithm.RsaPssSha256), algorithm);
        Assert.Equal([1, 2, 3], bits.ToArray());

        string text = Convert.ToHexString(key);
        const string Sha256 = "608648016503040201";
        const string Sha384 = "608648016503040202";
        int first = text.IndexOf(Sha256, StringComparison.Ordinal);
        string otherHash = text[..first] + Sha384 + text[(first + Sha256.Length)..];
        Assert.False(PublicKeyEncoding.TryRead(Convert.FromHexString(otherHash), out _, out _));
        string longSalt = text.Replace("A203020120", "A203020121", StringComparison.Ordinal);
        Assert.NotEqual(text, longSalt);
        Assert.False(PublicKeyEncoding.TryRead(Convert.FromHexString(longSalt), out _, out _));
        string shortSalt = text.Replace("A203020120", "A203020114", StringComparison.Ordinal);
        Assert.True(PublicKeyEncoding.TryRead(Convert.FromHexString(shortSalt), out _, out _));
        // An empty SEQUENCE means SHA-1.
        byte[] withDefaults = Convert.FromHexString("3013300D06092A864886F70D01010A300003020001");
        Assert.False(PublicKeyEncoding.TryRead(withDefaults, out _, out _));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Rsa_keys_outside_of_the_bounds_are_refused(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        byte[] Key(int modulusBytes, byte firstByte, byte lastByte, byte[] exponent)
        {
            byte[] modulus = [.. Enumerable.Repeat((byte)0x77, modulusBytes)];
            modulus[0] = firstByte;
            modulus[^1] = lastByte;
            var writer = new AsnWriter(AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteIntegerUnsigned(modulus);
                writer.WriteIntegerUnsigned(exponent);
            }
            return PublicKeyEncoding.Write(new KeyAlgorithm(KeyKind.Rsa), writer.Encode());
        }

        byte[] usual = [1, 0, 1];
        foreach ((byte[] key, int bits) in ((byte[], int)[])
        [
            (Key(128, 0x80, 1, usual), 1024), (Key(1024, 0xff, 1, usual), 8192), (Key(256, 0x80, 1, [3]), 2048),
            (Key(256, 0x80, 1, [1, 0, 0, 0, 1]), 2048), (Key(193, 1, 1, usual), 1537),
        ])
        {
            using VerificationKey? accepted = provider.ImportPublicKey(key);
            Assert.NotNull(accepted);
            Assert.Equal(bits, accepted.KeySizeInBits);
        }
        foreach (byte[] key in (byte[][])
        [
            Key(128, 0x7f, 1, usual), Key(1025, 1, 1, usual), Key(64, 0x80, 1, usual), Key(256, 0x80, 2, usual), Key(256, 0x80, 1, [1]),
            Key(256, 0x80, 1, [4]), Key(256, 0x80, 1, [3, 0, 0, 0, 1]), Key(256, 0x80, 1, [1, 0, 0, 0, 0, 0, 0, 0, 1]),
        ])
        {
            Assert.Null(provider.ImportPublicKey(key));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_private_key_with_another_public_half_is_refused(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        using GeneratedKey first = provider.GenerateKey(KeyKind.EcP256);
        using GeneratedKey second = provider.GenerateKey(KeyKind.EcP256);
        byte[] mixed = first.Pkcs8.Span.ToArray();
        // The point is what both encodings end with.
        second.Key.SubjectPublicKeyInfo.Span[^64..].CopyTo(mixed.AsSpan(mixed.Length - 64));
        Assert.Null(provider.ImportPrivateKey(mixed));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Unknown_kinds_and_explicit_curves_are_refused(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        string[] keys =
        [
            "302A300506032B656E0321009C8F3C5B1F6E9D8A7B6C5D4E3F2A1B0C9D8E7F6A5B4C3D2E1F0A9B8C7D6E5F4A", // X25519: not for signatures
            "3056301006072A8648CE3D020106052B8104000A034200" + string.Concat(Enumerable.Repeat("04", 65)), // secp256k1
            "3014300E06072A8648CE3D0201300302010103020001", // explicit parameters
            "3000",
            "",
        ];
        foreach (string key in keys)
        {
            Assert.Null(provider.ImportPublicKey(Convert.FromHexString(key)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_second_version_of_pkcs8_is_read(string providerName)
    {
        // RFC 8410 §10.3: with attributes and a public key.
        const string Pkcs8 =
            "3072020101300506032B657004220420D4EE72DBF913584AD5B6D8F1F769F8AD3AFE7C28CBF1D4FBE097A88F44755842A01F301D060A2A86"
            + "4886F70D01090914"
            + "310F0C0D437572646C652043686169727381210019BF44096984CDFE8541BAC167DC3B96C85086AA30B6B6CB0C5C38AD703166E1";
        using SigningKey? key = Providers.Get(providerName).ImportPrivateKey(Convert.FromHexString(Pkcs8));
        Assert.NotNull(key);
        Assert.Equal(
            "302A300506032B657003210019BF44096984CDFE8541BAC167DC3B96C85086AA30B6B6CB0C5C38AD703166E1",
            Convert.ToHexString(key.SubjectPublicKeyInfo.Span));
    }

    [Theory]
    [InlineData("0102", 2)]
    [InlineData("000000000102", 2)]
    public void Scalars_with_other_lengths_keep_their_value(string digits, int significant)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteOctetString(Convert.FromHexString(digits));
        }
        byte[] scalar = new byte[32];
        scalar.AsSpan().Fill(9);
        Assert.True(EcPrivateKeyEncoding.TryRead(writer.Encode(), PrimeCurve.P256, scalar, out _));
        Assert.Equal("0102", Convert.ToHexString(scalar.AsSpan(32 - significant)));
        Assert.Equal(-1, scalar.AsSpan(0, 32 - significant).IndexOfAnyExcept((byte)0));
    }
}
