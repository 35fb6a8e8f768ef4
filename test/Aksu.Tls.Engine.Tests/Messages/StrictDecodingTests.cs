using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>What every decoder owes: it takes all of its bytes and no more, and gives a message or an alert.</summary>
public sealed class StrictDecodingTests
{
    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (WireCase wireCase in WireCases.All)
            {
                names.Add(wireCase.Name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Encodes_again_what_it_decoded(string name)
    {
        WireCase wireCase = Find(name);
        Assert.Equal(wireCase.Sample.Bytes, wireCase.RoundTrip(wireCase.Sample.Bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_every_truncation(string name)
    {
        WireCase wireCase = Find(name);
        byte[] bytes = wireCase.Sample.Bytes;
        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            if (length == wireCase.Sample.MayEndAt)
            {
                Assert.Equal(cut, wireCase.RoundTrip(cut));
            }
            else
            {
                Refused.AsMalformed(() => wireCase.Decode(cut));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_a_byte_too_many(string name)
    {
        WireCase wireCase = Find(name);
        Refused.AsMalformed(() => wireCase.Decode((byte[])[.. wireCase.Sample.Bytes, 0]));
        Refused.AsMalformed(() => wireCase.Decode((byte[])[.. wireCase.Sample.Bytes, 0xff]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Refuses_every_length_that_is_one_off(string name)
    {
        WireCase wireCase = Find(name);
        foreach ((int Offset, int Size) field in wireCase.Sample.Lengths)
        {
            Refused.AsMalformed(() => wireCase.Decode(wireCase.Sample.WithLength(field, +1)));
            Refused.AsMalformed(() => wireCase.Decode(wireCase.Sample.WithLength(field, -1)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_a_changed_byte_as_it_stands_or_refuses_it(string name)
    {
        WireCase wireCase = Find(name);
        ReadOnlySpan<byte> changes = [0x01, 0x02, 0x10, 0x7f, 0x80, 0xff];
        for (int i = 0; i < wireCase.Sample.Bytes.Length; i++)
        {
            foreach (byte change in changes)
            {
                byte[] changed = [.. wireCase.Sample.Bytes];
                changed[i] ^= change;
                ExpectSameOrRefused(wireCase, changed);
            }
        }
    }

    private static void ExpectSameOrRefused(WireCase wireCase, byte[] bytes)
    {
        try
        {
            Assert.Equal(bytes, wireCase.RoundTrip(bytes));
        }
        catch (TlsException refusal)
        {
            Assert.True(
                refusal.Alert == AlertDescription.DecodeError || refusal.Alert == AlertDescription.IllegalParameter,
                $"{wireCase.Name} was refused with {refusal.Alert}.");
        }
    }

    private static WireCase Find(string name) => WireCases.All.Single(wireCase => wireCase.Name == name);
}
