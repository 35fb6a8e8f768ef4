using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using CsCheck;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>Whatever bytes a peer sends: a decoder gives a structure that encodes to them again, or an alert.</summary>
public sealed class GarbageTests
{
    // A server_name drops names of unknown type, so it does not always encode to the same bytes.
    private static readonly WireCase[] Cases = [.. WireCases.All.Where(wireCase => wireCase.Name != "ServerNameOffer")];

    [Fact]
    public void Random_bytes() => Gen.Select(Gen.Int[0, Cases.Length - 1], Gen.Byte.Array[0, 80])
        .Sample((index, bytes) => ExpectSameOrRefused(Cases[index], bytes), iter: 10_000);

    [Fact]
    public void Samples_with_some_bytes_changed() => Gen
        .Select(Gen.Int[0, Cases.Length - 1], Gen.Select(Gen.Int[0, 200], Gen.Byte).Array[1, 4])
        .Sample(
            (index, changes) =>
            {
                byte[] bytes = [.. Cases[index].Sample.Bytes];
                foreach ((int at, byte value) in changes)
                {
                    if (bytes.Length > 0)
                    {
                        bytes[at % bytes.Length] = value;
                    }
                }

                ExpectSameOrRefused(Cases[index], bytes);
            },
            iter: 10_000);

    [Fact]
    public void Two_samples_cut_and_joined() => Gen
        .Select(Gen.Int[0, Cases.Length - 1], Gen.Int[0, Cases.Length - 1], Gen.Int[0, 200], Gen.Int[0, 200])
        .Sample(
            (first, second, end, start) =>
            {
                byte[] head = Cases[first].Sample.Bytes;
                byte[] tail = Cases[second].Sample.Bytes;
                ExpectSameOrRefused(Cases[first], [.. head.Take(end % (head.Length + 1)), .. tail.Skip(start % (tail.Length + 1))]);
            },
            iter: 10_000);

    private static void ExpectSameOrRefused(WireCase wireCase, byte[] bytes)
    {
        byte[] again;
        try
        {
            again = wireCase.RoundTrip(bytes);
        }
        catch (TlsException refusal)
        {
            Assert.Contains(
                refusal.Alert, new[] { AlertDescription.DecodeError, AlertDescription.IllegalParameter, AlertDescription.BadCertificate });
            return;
        }

        Assert.Equal(bytes, again);
    }
}
