using System.Numerics;
using Aksu.Cryptography.Keys;
using Aksu.Testing;

namespace Aksu.Cryptography.Tests;

public class KeyExchangeTests
{
    public static TheoryData<string, string> All =>
        Providers.With(provider => provider.KeyExchanges.Concat(provider.FiniteFieldKeyExchanges).Select(exchange => exchange.Name));

    public static TheoryData<string, string> FiniteFields =>
        Providers.With(provider => provider.FiniteFieldKeyExchanges.Select(exchange => exchange.Name));

    public static TheoryData<string, string> PrimeCurves =>
        Providers.With(provider => provider.KeyExchanges
            .Select(exchange => exchange.Name)
            .Where(name => name.StartsWith("secp", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(All))]
    public void Both_sides_come_to_the_same_secret(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        using KeyExchangeOffer offer = exchange.Offer();
        Assert.Equal(exchange.OfferSize, offer.PublicValue.Length);
        byte[] answer = new byte[exchange.AnswerSize];
        using Secret? theirs = exchange.Answer(offer.PublicValue, answer);
        using Secret? ours = offer.Complete(answer);
        Assert.NotNull(theirs);
        Assert.NotNull(ours);
        Assert.True(ours.FixedTimeEquals(theirs.Span));
        Assert.True(ours.Span.ContainsAnyExcept((byte)0));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_second_implementation_comes_to_the_same_secret(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        DiffieHellmanFunction other = DiffieHellmanFunction.Find(name)!;
        var bytes = new DeterministicBytes("seed"u8, name);
        for (int round = 0; round < (name is "x25519" or "secp256r1" ? 20 : 2); round++)
        {
            byte[] privateKey = other.PrivateFrom(bytes);
            byte[] publicValue = other.DerivePublic(privateKey);
            using KeyExchangeOffer offer = exchange.Offer();
            using Secret? completed = offer.Complete(publicValue);
            Assert.NotNull(completed);
            Assert.Equal(other.Agree(privateKey, offer.PublicValue.ToArray()), completed.Span.ToArray());

            byte[] answer = new byte[exchange.AnswerSize];
            using Secret? answered = exchange.Answer(publicValue, answer);
            Assert.NotNull(answered);
            Assert.Equal(other.Agree(privateKey, answer), answered.Span.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(FiniteFields))]
    public void Refuses_field_elements_that_give_the_secret_away(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        using KeyExchangeOffer offer = exchange.Offer();
        int size = exchange.OfferSize;
        byte[] prime = Prime(name).ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] Near(int difference)
        {
            byte[] value = [.. prime];
            value[^1] = (byte)(value[^1] + difference); // the last byte of every prime is 0xff
            return value;
        }
        byte[] one = new byte[size];
        one[^1] = 1;
        foreach (byte[] wrong in (byte[][])[new byte[size], one, Near(-1), prime, [.. Enumerable.Repeat((byte)0xff, size)]])
        {
            Assert.Null(offer.Complete(wrong));
            Assert.Null(exchange.Answer(wrong, new byte[size]));
        }
        byte[] two = new byte[size];
        two[^1] = 2;
        foreach (byte[] right in (byte[][])[two, Near(-2)])
        {
            using Secret? secret = offer.Complete(right);
            Assert.NotNull(secret);
            Assert.Equal(size, secret.Length);
        }
    }

    // RFC 7919 §A: p = 2^b - 2^(b-64) + {[2^(b-130) e] + X} * 2^64 - 1.
    [Theory]
    [InlineData("ffdhe2048", 2048, 560316)]
    [InlineData("ffdhe3072", 3072, 2625351)]
    [InlineData("ffdhe4096", 4096, 5736041)]
    [InlineData("ffdhe6144", 6144, 15705020)]
    [InlineData("ffdhe8192", 8192, 10965728)]
    public void The_primes_are_those_of_the_formula(string name, int bits, int x)
    {
        BigInteger term = BigInteger.One << (bits - 130 + 64); // 64 bits more than needed make up for rounding
        BigInteger e = term;
        for (int i = 1; !term.IsZero; i++)
        {
            term /= i; // 1 / i!
            e += term;
        }
        BigInteger expected = (BigInteger.One << bits) - (BigInteger.One << (bits - 64)) + (((e >> 64) + x) << 64) - 1;
        Assert.Equal(expected, Prime(name));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_offer_is_fresh(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        using KeyExchangeOffer first = exchange.Offer();
        using KeyExchangeOffer second = exchange.Offer();
        Assert.False(first.PublicValue.SequenceEqual(second.PublicValue));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Refuses_a_public_value_of_wrong_length(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        using KeyExchangeOffer offer = exchange.Offer();
        byte[] valid = offer.PublicValue.ToArray();
        byte[] answer = new byte[exchange.AnswerSize];
        foreach (byte[] wrong in (byte[][])[[], [0], valid[..^1], [.. valid, 0], [0, .. valid], [.. valid, .. valid]])
        {
            Assert.Null(exchange.Answer(wrong, answer));
            Assert.Null(offer.Complete(wrong));
        }
    }

    [Theory]
    [MemberData(nameof(PrimeCurves))]
    public void Refuses_points_that_are_not_on_the_curve(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        using KeyExchangeOffer offer = exchange.Offer();
        byte[] valid = offer.PublicValue.ToArray();
        byte[] answer = new byte[exchange.AnswerSize];

        for (int bit = 8; bit < valid.Length * 8; bit += 37)
        {
            byte[] wrong = [.. valid];
            wrong[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(exchange.Answer(wrong, answer));
            Assert.Null(offer.Complete(wrong));
        }
        byte[] zero = new byte[valid.Length];
        Assert.Null(exchange.Answer(zero, answer));
        zero[0] = 4;
        Assert.Null(exchange.Answer(zero, answer));
        byte[] beyondThePrime = [4, .. Enumerable.Repeat((byte)0xff, valid.Length - 1)];
        Assert.Null(exchange.Answer(beyondThePrime, answer));
    }

    [Theory]
    [MemberData(nameof(PrimeCurves))]
    public void Refuses_compressed_hybrid_and_infinite_points(string provider, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        using KeyExchangeOffer offer = exchange.Offer();
        byte[] valid = offer.PublicValue.ToArray();
        byte[] answer = new byte[exchange.AnswerSize];
        int parity = valid[^1] & 1;
        byte[] compressed = [(byte)(2 + parity), .. valid[1..(1 + (valid.Length / 2))]];
        byte[] hybrid = [(byte)(6 + parity), .. valid[1..]];
        byte[] padded = new byte[valid.Length];
        compressed.CopyTo(padded, 0);
        foreach (byte[] wrong in (byte[][])[compressed, hybrid, padded, [0]])
        {
            Assert.Null(exchange.Answer(wrong, answer));
            Assert.Null(offer.Complete(wrong));
        }
    }

    // Points of small order and their encodings beyond the prime: the result is all zeros (RFC 7748 §6.1, RFC 9846 §7.4.2).
    public static TheoryData<string, string, string> SmallOrderPoints
    {
        get
        {
            string[] x25519 =
            [
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            ];
            string[] x448 =
            [
                new('0', 112),
                "01" + new string('0', 110),
                "fe" + new string('f', 54) + "fe" + new string('f', 54),
            ];
            var data = new TheoryData<string, string, string>();
            foreach (string provider in Providers.AllNames)
            {
                Array.ForEach(x25519, point => data.Add(provider, "x25519", point));
                Array.ForEach(x448, point => data.Add(provider, "x448", point));
            }
            return data;
        }
    }

    // RFC 7748 §5.2 and §6.1, RFC 5903 §8.1: of the second implementation, which all others are compared with.
    [Theory]
    [InlineData("x25519",
        "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
        "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")]
    [InlineData("x25519",
        "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
        "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
        "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")]
    [InlineData("x448",
        "3d262fddf9ec8e88495266fea19a34d28882acef045104d0d1aae121700a779c984c24f8cdd78fbff44943eba368f54b29259a4f1c600ad3",
        "06fce640fa3487bfda5f6cf2d5263f8aad88334cbd07437f020f08f9814dc031ddbdc38c19c6da2583fa5429db94ada18aa7a7fb4ef8a086",
        "ce3e4ff95a60dc6697da1db1d85e6afbdf79b50a2412d7546d5f239fe14fbaadeb445fc66a01b0779d98223961111e21766282f73dd96b6f")]
    [InlineData("secp256r1",
        "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433",
        "04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63"
        + "56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab",
        "d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de")]
    public void Secrets_are_the_published_ones(string name, string privateKey, string peer, string secret)
    {
        byte[]? result = DiffieHellmanFunction.Find(name)!.Agree(Convert.FromHexString(privateKey), Convert.FromHexString(peer));
        Assert.Equal(secret, Convert.ToHexStringLower(result!));
    }

    [Theory]
    [MemberData(nameof(SmallOrderPoints))]
    public void Refuses_points_of_small_order(string provider, string name, string point)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(provider).FindKeyExchange(name)!;
        byte[] peer = Convert.FromHexString(point);
        using KeyExchangeOffer offer = exchange.Offer();
        Assert.Null(offer.Complete(peer));
        Assert.Null(exchange.Answer(peer, new byte[exchange.AnswerSize]));
    }

    private static BigInteger Prime(string name)
    {
        FiniteFieldGroup group = FiniteFieldGroup.All.Single(group => group.Name == name);
        return new BigInteger(group.Parameters.Value.P.ToByteArrayUnsigned(), isUnsigned: true, isBigEndian: true);
    }
}
