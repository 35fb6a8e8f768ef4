using Aksu.Cryptography.BouncyCastle;

namespace Aksu.Cryptography.Tests;

public class AeadVectorTests
{
    private const string GcmPlaintext =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";

    private const string Sunscreen =
        "4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66202739393a204966204920636f756c64206f6666657220796f75206f"
        + "6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73637265656e20776f756c642062652069742e";

    public static TheoryData<string, string, string, string, string, string, string, string> Vectors
    {
        get
        {
            (string Name, string Key, string Nonce, string Aad, string Text, string Ciphertext, string Tag)[] vectors =
            [
                // The Galois/Counter Mode of Operation (McGrew, Viega), test cases 1, 4, 13 and 16.
                ("AEAD_AES_128_GCM", new('0', 32), new('0', 24), "", "", "", "58e2fccefa7e3061367f1d57a4e7455a"),
                ("AEAD_AES_128_GCM", "feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
                    "feedfacedeadbeeffeedfacedeadbeefabaddad2", GcmPlaintext,
                    "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac97"
                    + "3d58e091",
                    "5bc94fbc3221a5db94fae95ae7121a47"),
                ("AEAD_AES_256_GCM", new('0', 64), new('0', 24), "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
                ("AEAD_AES_256_GCM", "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
                    "feedfacedeadbeeffeedfacedeadbeefabaddad2", GcmPlaintext,
                    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0a"
                    + "bcc9f662",
                    "76fc6ece0f4e1768cddf8853bb2d551b"),
                // RFC 8439 §2.8.2.
                ("AEAD_CHACHA20_POLY1305", "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f", "070000004041424344454647",
                    "50515253c0c1c2c3c4c5c6c7", Sunscreen,
                    "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b29"
                    + "05d6a5b67ecd3b36"
                    + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b6116",
                    "1ae10b594f09e26a7e902ecbd0600691"),
                // SP 800-38C, example 3.
                ("AEAD_AES_128_CCM_8", "404142434445464748494a4b4c4d4e4f", "101112131415161718191a1b",
                    "000102030405060708090a0b0c0d0e0f10111213", "202122232425262728292a2b2c2d2e2f3031323334353637",
                    "e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5", "484392fbc1b09951"),
            ];
            var data = new TheoryData<string, string, string, string, string, string, string, string>();
            foreach (string provider in Providers.AllNames)
            {
                Array.ForEach(vectors, v => data.Add(provider, v.Name, v.Key, v.Nonce, v.Aad, v.Text, v.Ciphertext, v.Tag));
            }
            return data;
        }
    }

    public static TheoryData<string, string> OtherImplementations => Providers.With(
        provider => provider.Aeads.Select(aead => aead.Name).Where(name => FindInBouncyCastle(name) is not null));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Texts_are_the_published_ones(
        string provider, string name, string key, string nonce, string aad, string text, string ciphertext, string tag)
    {
        using Aead aead = Providers.Get(provider).FindAead(name)!.Create(Convert.FromHexString(key));
        byte[] result = new byte[text.Length / 2];
        byte[] resultTag = new byte[tag.Length / 2];
        aead.Seal(Convert.FromHexString(nonce), Convert.FromHexString(text), result, resultTag, Convert.FromHexString(aad));
        Assert.Equal(ciphertext, Convert.ToHexStringLower(result));
        Assert.Equal(tag, Convert.ToHexStringLower(resultTag));
        Assert.True(aead.TryOpen(Convert.FromHexString(nonce), result, resultTag, result, Convert.FromHexString(aad)));
        Assert.Equal(text, Convert.ToHexStringLower(result));
    }

    [Theory]
    [MemberData(nameof(OtherImplementations))]
    public void A_second_implementation_gives_the_same_at_every_length(string provider, string name)
    {
        AeadAlgorithm algorithm = Providers.Get(provider).FindAead(name)!;
        var random = new Random(1);
        byte[] key = new byte[algorithm.KeySize];
        random.NextBytes(key);
        using Aead first = algorithm.Create(key);
        using Aead second = FindInBouncyCastle(name)!.Create(key);
        byte[] nonce = new byte[12];
        for (int length = 0; length < 700; length++)
        {
            byte[] text = new byte[length];
            byte[] aad = new byte[random.Next(50)];
            random.NextBytes(nonce);
            random.NextBytes(text);
            random.NextBytes(aad);
            byte[] firstTag = new byte[algorithm.TagSize];
            byte[] secondTag = new byte[algorithm.TagSize];
            byte[] firstText = new byte[length];
            byte[] secondText = new byte[length];
            first.Seal(nonce, text, firstText, firstTag, aad);
            second.Seal(nonce, text, secondText, secondTag, aad);
            Assert.Equal(firstText, secondText);
            Assert.Equal(firstTag, secondTag);
            Assert.True(second.TryOpen(nonce, firstText, firstTag, secondText, aad));
            Assert.Equal(text, secondText);
            firstTag[^1] ^= 1;
            Assert.False(second.TryOpen(nonce, firstText, firstTag, secondText, aad));
        }
    }

    private static AeadAlgorithm? FindInBouncyCastle(string name) =>
        BouncyCastleAeads.CcmFamily.Append(BouncyCastleAeads.ChaCha20Poly1305).FirstOrDefault(aead => aead.Name == name);
}
