using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Public values outside the group, or in a small part of it, that would let the other side learn a key or choose the secret: by a client
/// and by a server, in TLS 1.3 and 1.2 (RFC 9846 §4.3.8.1, §4.3.8.2, §7.4.2).
/// </summary>
public sealed class InvalidPointTests
{
    private static readonly byte[] Prime25519 = [0xed, .. Enumerable.Repeat((byte)0xff, 30), 0x7f];

    // All points of small order on curve25519 and its twist, with the values over the prime that stand for them (RFC 7748 §5).
    private static readonly Dictionary<string, byte[]> SmallOrder = new()
    {
        ["zero"] = new byte[32],
        ["one"] = [1, .. new byte[31]],
        ["order 8"] = Convert.FromHexString("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
        ["order 8 of the twist"] = Convert.FromHexString("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
        ["minus one"] = [0xec, .. Prime25519[1..]],
        ["the prime"] = Prime25519,
        ["the prime and one"] = [0xee, .. Prime25519[1..]],
        ["zero with the high bit"] = [.. new byte[31], 0x80],
    };

    private static readonly byte[] OnP256 = Convert.FromHexString(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
        + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");

    public static TheoryData<ushort, string> Points()
    {
        var cases = new TheoryData<ushort, string>();
        foreach (string point in SmallOrder.Keys)
        {
            cases.Add(0x001d, point);
        }

        foreach (ushort group in (ushort[])[0x0017, 0x0018, 0x0019])
        {
            foreach (string point in (string[])["infinity", "zero", "off the curve", "compressed", "hybrid", "coordinate over the prime"])
            {
                cases.Add(group, point);
            }
        }

        foreach (string value in (string[])["zero", "one", "minus one", "the prime", "over the prime"])
        {
            cases.Add(0x0100, value);
        }

        cases.Add(0x001e, "zero");
        cases.Add(0x001e, "one");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void A_client_s_share_is_refused(ushort group, string what)
    {
        byte[] point = Point(group, what);
        using var pair = new EnginePair(
            Shake.Client with
            {
                Groups = [new NamedGroup(group)],
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ClientHello,
                    message => Hello.Replace(message, new KeyShareOffer([new KeyShareEntry(new NamedGroup(group), point)]))),
                Grease = false,
            },
            Shake.Server with { Groups = [new NamedGroup(group)] });
        AssertRefused(pair, Sender.Server);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void A_server_s_share_is_refused(ushort group, string what)
    {
        byte[] point = Point(group, what);
        using var pair = new EnginePair(
            Shake.Client with { Groups = [new NamedGroup(group)] },
            Shake.Server with
            {
                Groups = [new NamedGroup(group)],
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ServerHello,
                    message => Hello.Replace(message, new KeyShareChoice(new KeyShareEntry(new NamedGroup(group), point)))),
            });
        AssertRefused(pair, Sender.Client);
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void A_server_of_TLS_1_2_that_signs_it_is_refused_as_well(ushort group, string what)
    {
        byte[] point = Point(group, what);
        bool isField = group == 0x0100;
        var evil = new SignedByTheServer();
        CipherSuite suite = isField ? CipherSuite.DheRsaAes128GcmSha256 : CipherSuite.EcdheEcdsaAes128GcmSha256;
        using var pair = new EnginePair(
            Older.ClientFor(suite) with { Groups = [.. new[] { new NamedGroup(group), NamedGroup.Secp256r1 }.Distinct()] },
            Older.ServerFor(suite) with
            {
                Groups = [new NamedGroup(group)],
                Observer = evil.Observer,
                MessageRewriter = isField
                    ? evil.Field(CryptographyProvider.Default.FindKeyExchange("ffdhe2048")!.Prime.ToArray(), [2], point)
                    : evil.Curve(new NamedGroup(group), point),
            });

        // RFC 7919 §3 has another alert for its fields.
        AssertRefused(pair, Sender.Client, isField ? AlertDescription.HandshakeFailure : AlertDescription.IllegalParameter);
    }

    private static void AssertRefused(EnginePair pair, Sender by, AlertDescription? alert = null)
    {
        OnTheWay.AssertNoConnection(pair);
        TlsException failure = (by == Sender.Client ? pair.Client : pair.Server).Failure!;
        Assert.Equal(
            (TlsReason.InvalidKeyShare, alert ?? AlertDescription.IllegalParameter, false),
            (failure.Reason, failure.Alert, failure.SentByPeer));
    }

    private static byte[] Point(ushort group, string what)
    {
        if (group == 0x001d)
        {
            return SmallOrder[what];
        }

        if (group == 0x001e)
        {
            return what == "zero" ? new byte[56] : [1, .. new byte[55]];
        }

        return group == 0x0100 ? Number(what) : OnCurve(group, what);
    }

    private static byte[] Number(string what)
    {
        byte[] prime = CryptographyProvider.Default.FindKeyExchange("ffdhe2048")!.Prime.ToArray();
        byte[] small = new byte[prime.Length];
        switch (what)
        {
            case "zero":
                return small;
            case "one":
                small[^1] = 1;
                return small;
            case "minus one":
                prime[^1]--;
                return prime;
            case "the prime":
                return prime;
            default:
                return [.. Enumerable.Repeat((byte)0xff, prime.Length)];
        }
    }

    private static byte[] OnCurve(ushort group, string what)
    {
        int size = group switch { 0x0017 => 32, 0x0018 => 48, _ => 66 };
        byte[] zero = new byte[1 + (2 * size)];
        switch (what)
        {
            case "infinity":
                return [0];
            case "compressed":
                return [2, .. OnP256[1..33], .. new byte[size - 32]];
            case "hybrid":
                return [6, .. zero[1..]];
            case "coordinate over the prime":
                return [4, .. Enumerable.Repeat((byte)0xff, 2 * size)];
            case "off the curve":
                byte[] near = group == 0x0017 ? [.. OnP256] : [4, .. Enumerable.Repeat((byte)1, 2 * size)];
                near[^1] ^= 1;
                return near;
            default:
                zero[0] = 4;
                return zero;
        }
    }
}
