namespace Aksu.Cryptography.Tests;

public class HkdfTests
{
    // RFC 5869 §A.1 to A.3.
    public static TheoryData<string, string, string, string, string, string> Vectors
    {
        get
        {
            (string Material, string Salt, string Info, string Key, string Output)[] vectors =
            [
                ("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
                    "000102030405060708090a0b0c",
                    "f0f1f2f3f4f5f6f7f8f9",
                    "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
                    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"),
                (Count(0x00, 80),
                    Count(0x60, 80),
                    Count(0xb0, 80),
                    "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
                    "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                    + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"),
                ("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b",
                    "",
                    "",
                    "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
                    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"),
            ];
            var data = new TheoryData<string, string, string, string, string, string>();
            foreach (string provider in Providers.AllNames)
            {
                Array.ForEach(vectors, v => data.Add(provider, v.Material, v.Salt, v.Info, v.Key, v.Output));
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Keys_are_the_published_ones(string provider, string material, string salt, string info, string key, string output)
    {
        HashFunction hash = Providers.Get(provider).FindHash("SHA-256")!;
        byte[] pseudorandomKey = new byte[hash.Size];
        Hkdf.Extract(hash, Convert.FromHexString(salt), Convert.FromHexString(material), pseudorandomKey);
        Assert.Equal(key, Convert.ToHexStringLower(pseudorandomKey));

        byte[] result = new byte[output.Length / 2];
        Hkdf.Expand(hash, pseudorandomKey, Convert.FromHexString(info), result);
        Assert.Equal(output, Convert.ToHexStringLower(result));

        using Hmac hmac = hash.StartHmac(pseudorandomKey);
        for (int round = 0; round < 2; round++)
        {
            Array.Clear(result);
            Hkdf.Expand(hmac, Convert.FromHexString(info), result);
            Assert.Equal(output, Convert.ToHexStringLower(result));
        }
    }

    [Theory]
    [MemberData(nameof(HashTests.All), MemberType = typeof(HashTests))]
    public void Every_length_up_to_the_limit_agrees_with_the_platform(string provider, string name)
    {
        HashFunction? hash = Providers.Get(provider).FindHash(name);
        if (hash is null)
        {
            return; // a legacy hash: HKDF is never used with it
        }
        var platform = new System.Security.Cryptography.HashAlgorithmName(name.Replace("-", "", StringComparison.Ordinal));
        byte[] key = new byte[hash.Size];
        byte[] longest = new byte[255 * hash.Size];
        System.Security.Cryptography.HKDF.Expand(platform, key, longest, "info"u8);
        for (int length = 0; length <= longest.Length; length = length < 200 ? length + 1 : (length * 2) + 1)
        {
            byte[] output = new byte[length];
            Hkdf.Expand(hash, key, "info"u8, output);
            Assert.Equal(longest[..length], output);
        }
        byte[] whole = new byte[longest.Length];
        Hkdf.Expand(hash, key, "info"u8, whole);
        Assert.Equal(longest, whole);
        Assert.Throws<ArgumentException>(() => Hkdf.Expand(hash, key, [], new byte[longest.Length + 1]));
        using Hmac hmac = hash.StartHmac(key);
        Assert.Throws<ArgumentException>(() => Hkdf.Expand(hmac, [], new byte[longest.Length + 1]));
    }

    [Theory]
    [MemberData(nameof(HashTests.All), MemberType = typeof(HashTests))]
    public void Info_of_every_length_agrees_with_the_platform(string provider, string name)
    {
        HashFunction? hash = Providers.Get(provider).FindHash(name);
        if (hash is null)
        {
            return; // a legacy hash: HKDF is never used with it
        }
        var platform = new System.Security.Cryptography.HashAlgorithmName(name.Replace("-", "", StringComparison.Ordinal));
        byte[] key = new byte[hash.Size];
        byte[] expected = new byte[3 * hash.Size];
        byte[] output = new byte[expected.Length];
        using Hmac hmac = hash.StartHmac(key);
        for (int length = 0; length <= 600; length++)
        {
            byte[] info = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
            System.Security.Cryptography.HKDF.Expand(platform, key, expected, info);
            Hkdf.Expand(hmac, info, output);
            Assert.Equal(expected, output);
            Array.Clear(output);
            Hkdf.Expand(hash, key, info, output);
            Assert.Equal(expected, output);
        }
    }

    private static string Count(int start, int count) =>
        Convert.ToHexString([.. Enumerable.Range(start, count).Select(value => (byte)value)]);
}
