using System.Security.Cryptography;

namespace Aksu.Cryptography.Tests;

public class CbcTests
{
    private const string Text =
        "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

    public static TheoryData<string, string> All => Providers.With(provider => provider.CbcCiphers.Select(cipher => cipher.Name));

    public static TheoryData<string, string, string, string> Vectors
    {
        get
        {
            // SP 800-38A §F.2.1 and F.2.5.
            (string Name, string Key, string Ciphertext)[] vectors =
            [
                ("AES-128-CBC", "2b7e151628aed2a6abf7158809cf4f3c",
                    "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
                    + "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7"),
                ("AES-256-CBC", "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
                    "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                    + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"),
            ];
            var data = new TheoryData<string, string, string, string>();
            foreach (string provider in Providers.AllNames)
            {
                Array.ForEach(vectors, vector => data.Add(provider, vector.Name, vector.Key, vector.Ciphertext));
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Texts_are_the_published_ones(string provider, string name, string key, string ciphertext)
    {
        using CbcCipher cipher = Providers.Get(provider).FindCbcCipher(name)!.Create(Convert.FromHexString(key));
        byte[] vector = Convert.FromHexString("000102030405060708090a0b0c0d0e0f");
        for (int round = 0; round < 2; round++)
        {
            byte[] blocks = Convert.FromHexString(Text);
            cipher.Encrypt(vector, blocks);
            Assert.Equal(ciphertext, Convert.ToHexStringLower(blocks));
            cipher.Decrypt(vector, blocks);
            Assert.Equal(Text, Convert.ToHexStringLower(blocks));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_number_of_blocks_comes_back(string provider, string name)
    {
        CbcAlgorithm algorithm = Providers.Get(provider).FindCbcCipher(name)!;
        using CbcCipher cipher = algorithm.Create(RandomNumberGenerator.GetBytes(algorithm.KeySize));
        for (int count = 0; count < 40; count++)
        {
            byte[] text = RandomNumberGenerator.GetBytes(count * algorithm.BlockSize);
            byte[] vector = RandomNumberGenerator.GetBytes(algorithm.BlockSize);
            byte[] blocks = [.. text];
            cipher.Encrypt(vector, blocks);
            Assert.True(count == 0 || !text.AsSpan().SequenceEqual(blocks));
            cipher.Decrypt(vector, blocks);
            Assert.Equal(text, blocks);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Wrong_lengths_are_the_callers_fault(string provider, string name)
    {
        CbcAlgorithm algorithm = Providers.Get(provider).FindCbcCipher(name)!;
        Assert.ThrowsAny<ArgumentException>(() => algorithm.Create(new byte[algorithm.KeySize - 1]));
        using CbcCipher cipher = algorithm.Create(new byte[algorithm.KeySize]);
        Assert.ThrowsAny<ArgumentException>(() => cipher.Encrypt(new byte[16], new byte[15]));
        Assert.ThrowsAny<ArgumentException>(() => cipher.Decrypt(new byte[16], new byte[17]));
        Assert.ThrowsAny<ArgumentException>(() => cipher.Encrypt(new byte[15], new byte[16]));
        Assert.ThrowsAny<ArgumentException>(() => cipher.Decrypt(new byte[17], new byte[16]));
    }
}
