using System.Formats.Asn1;
using Aksu.Cryptography.Keys;
using Aksu.Testing;

namespace Aksu.Cryptography.Tests;

public class SignatureVectorTests
{
    // RFC 8032 §7.1 and §7.4.
    private static readonly (KeyKind Kind, string Seed, string PublicKey, string Message, string Signature)[] EdwardsVectors =
    [
        (KeyKind.Ed25519,
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24"
            + "655141438e7a100b"),
        (KeyKind.Ed25519,
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee"
            + "b00d291612bb0c00"),
        (KeyKind.Ed25519,
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d"
            + "c027beceea1ec40a"),
        (KeyKind.Ed448,
            "6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b",
            "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180",
            "",
            "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd39"
            + "80ff0d2028d4b18a"
            + "9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600"),
        (KeyKind.Ed448,
            "c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463afbea67c5e8d2877c5e3bc397a659949ef8021e954e0a12274e",
            "43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798c0866aea01eb00742802b8438ea4cb82169c235160627b4c3a9480",
            "03",
            "26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f4352541b143c4b981b7e18f62de8ccdf633fc1bf037ab7cd779"
            + "805e0dbcc0aae1cb"
            + "cee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472905e799f1953d2a0ff3348ab21aa4adafd1d234441cf807c03a00"),
    ];

    // RFC 6979 §A.2.5 to A.2.7, message "sample".
    private static readonly (KeyKind Kind, SignatureAlgorithm Algorithm, string Scalar, string R, string S)[] EcdsaVectors =
    [
        (KeyKind.EcP256, SignatureAlgorithm.EcdsaSha256,
            "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"),
        (KeyKind.EcP384, SignatureAlgorithm.EcdsaSha384,
            "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46",
            "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8"),
        (KeyKind.EcP521, SignatureAlgorithm.EcdsaSha512,
            "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA896EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB"
            + "89EC0C08B0E996B83538",
            "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F174E25A1EE9017B5D450606ADD152B534931D7D4E8455CC9"
            + "1F9B15BF05EC36E377FA",
            "00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF282623EAA63E5B5C0723D8B8C37FF0777B1A20F8CCB1DCCC"
            + "43997F1EE0E44DA4A67A"),
    ];

    public static TheoryData<string, int> Edwards => Indexed(EdwardsVectors.Length);

    public static TheoryData<string, int> Ecdsa => Indexed(EcdsaVectors.Length);

    [Theory]
    [MemberData(nameof(Edwards))]
    public void Edwards_signatures_are_the_published_ones(string providerName, int index)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        (KeyKind kind, string seed, string publicKey, string message, string expected) = EdwardsVectors[index];
        SignatureAlgorithm algorithm = kind == KeyKind.Ed25519 ? SignatureAlgorithm.Ed25519 : SignatureAlgorithm.Ed448;
        using Secret pkcs8 = EdwardsPrivateKeyEncoding.Write(kind, Convert.FromHexString(seed));
        using SigningKey key = provider.ImportPrivateKey(pkcs8.Span)!;
        Assert.EndsWith(publicKey, Convert.ToHexStringLower(key.SubjectPublicKeyInfo.Span), StringComparison.Ordinal);
        byte[] signature = new byte[key.MaxSignatureSize];
        Assert.Equal(signature.Length, key.Sign(algorithm, Convert.FromHexString(message), signature));
        Assert.Equal(expected, Convert.ToHexStringLower(signature));
        using VerificationKey verification = provider.ImportPublicKey(
            PublicKeyEncoding.Write(new KeyAlgorithm(kind), Convert.FromHexString(publicKey)))!;
        Assert.True(verification.Verify(algorithm, Convert.FromHexString(message), signature));
    }

    [Theory]
    [MemberData(nameof(Ecdsa))]
    public void Ecdsa_signatures_that_are_published_verify(string providerName, int index)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        (_, SignatureAlgorithm algorithm, _, string r, string s) = EcdsaVectors[index];
        using SigningKey key = provider.ImportPrivateKey(EcdsaPkcs8(index))!;
        using VerificationKey verification = provider.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
        byte[] signature = DerSignature(r, s);
        Assert.True(verification.Verify(algorithm, "sample"u8, signature));
        Assert.False(verification.Verify(algorithm, "Sample"u8, signature));
        byte[] fresh = new byte[key.MaxSignatureSize];
        int length = key.Sign(algorithm, "sample"u8, fresh);
        Assert.True(verification.Verify(algorithm, "sample"u8, fresh.AsSpan(0, length)));
        Assert.NotEqual(signature, fresh[..length]);
    }

    [Fact]
    public void The_seeded_provider_signs_as_rfc_6979_says()
    {
        var provider = new DeterministicCryptographyProvider("seed");
        for (int index = 0; index < EcdsaVectors.Length; index++)
        {
            (_, SignatureAlgorithm algorithm, _, string r, string s) = EcdsaVectors[index];
            using SigningKey key = provider.ImportPrivateKey(EcdsaPkcs8(index))!;
            byte[] signature = new byte[key.MaxSignatureSize];
            int length = key.Sign(algorithm, "sample"u8, signature);
            Assert.Equal(DerSignature(r, s), signature[..length]);
        }
    }

    [Theory]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.RsaPss)]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.EcP384)]
    [InlineData(KeyKind.EcP521)]
    [InlineData(KeyKind.Ed25519)]
    [InlineData(KeyKind.Ed448)]
    public void All_providers_accept_each_others_signatures(KeyKind kind)
    {
        var seeded = new DeterministicCryptographyProvider("seed");
        using SigningKey expected = TestKeys.Import(CryptographyProvider.Default, kind);
        CryptographyProvider[] providers = [seeded, .. Providers.AllNames.Select(Providers.Get)];
        foreach (CryptographyProvider signer in providers)
        {
            using SigningKey key = TestKeys.Import(signer, kind);
            Assert.Equal(expected.SubjectPublicKeyInfo.ToArray(), key.SubjectPublicKeyInfo.ToArray());
            foreach (SignatureAlgorithm algorithm in Enum.GetValues<SignatureAlgorithm>().Where(key.Supports))
            {
                byte[] signature = new byte[key.MaxSignatureSize];
                int length = key.Sign(algorithm, "data"u8, signature);
                foreach (CryptographyProvider verifier in providers)
                {
                    using VerificationKey publicKey = verifier.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
                    Assert.True(publicKey.Verify(algorithm, "data"u8, signature.AsSpan(0, length)), algorithm.ToString());
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers.Names), MemberType = typeof(Providers))]
    public async Task One_key_serves_many_threads(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        foreach (KeyKind kind in (KeyKind[])[KeyKind.Rsa, KeyKind.EcP256, KeyKind.Ed25519])
        {
            using SigningKey key = TestKeys.Import(provider, kind);
            using VerificationKey verification = provider.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
            SignatureAlgorithm algorithm = Enum.GetValues<SignatureAlgorithm>().Last(key.Supports);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            {
                byte[] signature = new byte[key.MaxSignatureSize];
                for (int round = 0; round < 25; round++)
                {
                    byte[] data = [(byte)thread, (byte)round];
                    int length = key.Sign(algorithm, data, signature);
                    Assert.True(verification.Verify(algorithm, data, signature.AsSpan(0, length)));
                }
            })));
        }
    }

    private static TheoryData<string, int> Indexed(int count)
    {
        var data = new TheoryData<string, int>();
        foreach (string provider in Providers.AllNames)
        {
            for (int i = 0; i < count; i++)
            {
                data.Add(provider, i);
            }
        }
        return data;
    }

    /// <summary>Without the public point, which the reader works out.</summary>
    private static byte[] EcdsaPkcs8(int index)
    {
        (KeyKind kind, _, string scalar, _, _) = EcdsaVectors[index];
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteOctetString(Convert.FromHexString(scalar));
        }
        using Secret pkcs8 = PrivateKeyEncoding.Write(new KeyAlgorithm(kind), writer.Encode());
        return pkcs8.Span.ToArray();
    }

    private static byte[] DerSignature(string r, string s)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(Convert.FromHexString(r).AsSpan().TrimStart((byte)0));
            writer.WriteIntegerUnsigned(Convert.FromHexString(s).AsSpan().TrimStart((byte)0));
        }
        return writer.Encode();
    }
}
