namespace Aksu.Cryptography.Tests;

public class KeyExchangeTests
{
    public static TheoryData<string, string> All =>
        Providers.With(provider => provider.KeyExchanges.Select(exchange => exchange.Name));

    public static TheoryData<string, string> PrimeCurves =>
        Providers.With(provider => provider.KeyExchanges.Select(exchange => exchange.Name).Where(name => name.StartsWith("secp", StringComparison.Ordinal)));

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
}
