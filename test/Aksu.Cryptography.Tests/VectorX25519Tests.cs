using System.Collections.Concurrent;
using Aksu.Cryptography.Vectorized;
using Aksu.Testing;

namespace Aksu.Cryptography.Tests;

/// <summary>The X25519 made of vector instructions.</summary>
public class VectorX25519Tests
{
    private static readonly DiffieHellmanFunction Other = DiffieHellmanFunction.Find("x25519")!;

    public VectorX25519Tests() => Assert.SkipUnless(VectorSupport.HasX25519Instructions, "This processor lacks the instructions.");

    [Fact]
    public void The_known_answers_that_open_its_door_are_right() => Assert.True(KnownAnswers.AreRightForX25519());

    [Fact]
    public void Agrees_with_every_case_of_Wycheproof()
    {
        int cases = 0;
        foreach (string[] fields in VectorFile.Lines("wycheproof-x25519.txt"))
        {
            cases++;
            Assert.Equal(fields[2], Convert.ToHexStringLower(Multiply(VectorFile.Bytes(fields[0]), VectorFile.Bytes(fields[1]))));
        }
        Assert.True(cases > 500);
    }

    // RFC 7748 §5.2.
    [Fact]
    public void A_thousand_iterations_come_to_the_published_value()
    {
        byte[] k = new byte[32];
        k[0] = 9;
        byte[] u = [.. k];
        for (int i = 0; i < 1000; i++)
        {
            byte[] next = Multiply(k, u);
            u = k;
            k = next;
        }
        Assert.Equal("684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51", Convert.ToHexStringLower(k));
    }

    [Fact]
    public void Agrees_with_a_second_implementation()
    {
        var random = new Random(1);
        byte[] privateKeys = new byte[8 * 32];
        byte[] publicKeys = new byte[8 * 32];
        for (int round = 0; round < 50; round++)
        {
            random.NextBytes(privateKeys);
            MultiplyBase(privateKeys, publicKeys);
            for (int i = 0; i < 8; i++)
            {
                byte[] privateKey = privateKeys.AsSpan(32 * i, 32).ToArray();
                Assert.Equal(Other.DerivePublic(privateKey), publicKeys.AsSpan(32 * i, 32).ToArray());
                byte[] point = new byte[32];
                random.NextBytes(point);
                Assert.Equal(Other.Agree(privateKey, point), Multiply(privateKey, point));
            }
        }
    }

    // Limbs at their bounds: coordinates of runs of ones and zeros, scalars likewise.
    [Fact]
    public void Agrees_with_a_second_implementation_at_the_bounds_of_limbs()
    {
        byte[] scalar = [.. Enumerable.Repeat((byte)0xff, 32)];
        for (int from = 0; from < 256; from += 5)
        {
            byte[] point = new byte[32];
            for (int bit = from; bit < 256; bit++)
            {
                point[bit / 8] |= (byte)(1 << (bit % 8));
            }
            byte[] complement = [.. point.Select(static part => (byte)~part)];
            foreach (byte[] u in (byte[][])[point, complement])
            {
                Assert.Equal(Other.Agree(scalar, u) ?? new byte[32], Multiply(scalar, u));
                Assert.Equal(Other.Agree(u, [9, .. new byte[31]]), Multiply(u, [9, .. new byte[31]]));
            }
        }
    }

    // Digits at their bounds: those that borrow from the next one, those that just do not, zeros and runs of both.
    [Fact]
    public void Public_keys_agree_with_a_second_implementation_at_the_bounds_of_digits()
    {
        byte[] patterns = [0x00, 0x01, 0x07, 0x08, 0x0f, 0x10, 0x70, 0x77, 0x78, 0x80, 0x87, 0x88, 0x8f, 0xf0, 0xf7, 0xff];
        byte[] privateKeys = new byte[8 * 32];
        byte[] publicKeys = new byte[8 * 32];
        foreach (byte low in patterns)
        {
            foreach (byte high in patterns)
            {
                for (int i = 0; i < privateKeys.Length; i++)
                {
                    privateKeys[i] = i % 32 < 4 * (i / 32) ? low : high;
                }
                MultiplyBase(privateKeys, publicKeys);
                for (int i = 0; i < 8; i++)
                {
                    Assert.Equal(Other.DerivePublic(privateKeys[(32 * i)..(32 * (i + 1))]), publicKeys[(32 * i)..(32 * (i + 1))]);
                }
            }
        }
    }

    [Fact]
    public void Threads_never_get_the_same_key()
    {
        var keys = new ConcurrentBag<string>();
        Parallel.For(0, 400, _ =>
        {
            using KeyExchangeOffer offer = VectorX25519.Instance.Offer();
            keys.Add(Convert.ToHexString(offer.PublicValue));
        });
        Assert.Equal(400, keys.Distinct().Count());
    }

    [Fact]
    public void A_disposed_pair_is_wiped_and_its_neighbours_are_not()
    {
        KeyPair25519[] batch = KeyPair25519.MakeBatch();
        batch[3].Dispose();
        Assert.Throws<ObjectDisposedException>(() => batch[3].Complete(new byte[32]));
        foreach (KeyPair25519 pair in batch.Where(pair => pair != batch[3]))
        {
            using (pair)
            {
                byte[] answer = new byte[32];
                using Secret? theirs = VectorX25519.Instance.Answer(pair.PublicValue, answer);
                using Secret? ours = pair.Complete(answer);
                Assert.True(ours!.FixedTimeEquals(theirs!.Span));
            }
        }
        Assert.Throws<ObjectDisposedException>(() => batch[0].PublicValue.Length);
    }

    /// <summary>By every kind of vector that this processor has; they must agree.</summary>
    private static void MultiplyBase(byte[] privateKeys, byte[] publicKeys)
    {
        BasePointMultiple25519.Multiply<BasePointSum25519x4>(privateKeys, publicKeys);
        byte[] chosen = new byte[publicKeys.Length];
        BasePointMultiple25519.Multiply(privateKeys, chosen);
        Assert.Equal(publicKeys, chosen);
        if (VectorSupport.HasX25519Instructions512)
        {
            BasePointMultiple25519.Multiply<BasePointSum25519x8>(privateKeys, chosen);
            Assert.Equal(publicKeys, chosen);
        }
    }

    /// <summary>By every ladder that this processor can run; they must agree.</summary>
    private static byte[] Multiply(byte[] scalar, byte[] point)
    {
        byte[] result = new byte[32];
        Ladder25519x4.Multiply(scalar, point, result);
        if (VectorSupport.HasX25519Instructions512)
        {
            byte[] inEightLanes = new byte[32];
            Ladder25519x8.Multiply(scalar, point, inEightLanes);
            Assert.Equal(result, inEightLanes);
        }

        byte[] chosen = new byte[32];
        Ladder25519.Multiply(scalar, point, chosen);
        Assert.Equal(result, chosen);
        return result;
    }
}
