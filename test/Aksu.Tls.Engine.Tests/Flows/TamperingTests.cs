using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>
/// Any one byte of any flight is changed on the way: the connection ends with a right alert, and never as if nothing had happened.
/// </summary>
public abstract class TamperingTests
{
    private protected static void ChangeEveryByte(Flow flow, params byte[] masks)
    {
        IReadOnlyList<Flight> flights = flow.Run().Pair.Flights;
        foreach (Flight flight in flights)
        {
            foreach (WireRecord record in WireRecord.Split(flight.Bytes))
            {
                for (int offset = record.Offset; offset < record.Offset + record.Length; offset++)
                {
                    foreach (byte mask in masks)
                    {
                        Change(flow, flights, flight, record, offset, mask);
                    }
                }
            }
        }
    }

    private static void Change(Flow flow, IReadOnlyList<Flight> flights, Flight flight, WireRecord record, int offset, byte mask)
    {
        using FlowRun run = flow.Run(inTransit: sent =>
        {
            if (sent.Number != flight.Number)
            {
                return sent.Bytes;
            }

            byte[] changed = [.. sent.Bytes];
            changed[offset] ^= mask;
            return changed;
        });
        var region = Region.Of(flow, flights, flight, record, offset);
        string where = $"{flow.Name}, flight {flight.Number} from the {flight.From}, byte {offset} ({region.Name}) changed by 0x{mask:x2}";
        if (run.IsComplete)
        {
            Assert.True(region.IsIgnored, $"{where}: nothing happened");
            return;
        }

        TlsException[] failures = [.. new[] { run.Pair.Client.Failure, run.Pair.Server.Failure }.OfType<TlsException>()];
        TlsException? first = failures.FirstOrDefault(failure => !failure.SentByPeer);
        if (first is null)
        {
            Assert.True(region.MayStall && failures.Length == 0, $"{where}: no end found out");
            return;
        }

        Assert.True(first.Reason != TlsReason.InternalError, $"{where}: {first}");
        Assert.True(region.Alerts.Contains(first.Alert), $"{where}: {first.Alert} ({first.Reason})");
        AssertHeard(run, first, where);
    }

    /// <summary>The other end hears the alert, unless it failed as well or had been told goodbye already.</summary>
    private static void AssertHeard(FlowRun run, TlsException first, string where)
    {
        EngineEnd other = first.Side == TlsSide.Client ? run.Pair.Server : run.Pair.Client;
        Assert.True(
            other.IsClosed || (other.Failure is { } failure && (failure.Alert == first.Alert || !failure.SentByPeer)),
            $"{where}: the other end heard {other.Failure?.Alert.ToString() ?? "nothing"} instead of {first.Alert}");
    }
}

public sealed class SimpleTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed() => ChangeEveryByte(Flows13.Simple, 0x01, 0x80);
}

public sealed class OlderVersionTamperingTests : TamperingTests
{
    [Fact]
    public void Nobody_gets_down_to_the_older_version() => ChangeEveryByte(Flows13.WithOlderVersion, 0x01);
}

public sealed class Tls12TamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed() => ChangeEveryByte(Flows12.Simple, 0x01, 0x80);

    [Fact]
    public void Nothing_goes_unnoticed_with_a_block_cipher() => ChangeEveryByte(Flows12.BlockCipher, 0x10);
}

public sealed class Tls12MutualTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed() => ChangeEveryByte(Flows12.MutualWithTickets, 0x20);

    [Fact]
    public void Nothing_goes_unnoticed_when_a_session_is_resumed() => ChangeEveryByte(Flows12.Resumed, 0x04);
}

public sealed class Tls12OtherTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed_when_a_session_is_resumed_by_its_identifier() => ChangeEveryByte(Flows12.ResumedByIdentifier, 0x01);

    [Fact]
    public void Nothing_goes_unnoticed_under_an_external_key() => ChangeEveryByte(Flows12.ExternalKey, 0x02);

    [Fact]
    public void Nothing_goes_unnoticed_in_the_oldest_version() => ChangeEveryByte(Flows12.Oldest, 0x01);
}

public sealed class MutualTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed() => ChangeEveryByte(Flows13.MutualWithTickets, 0x20);
}

public sealed class HelloRetryTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed() => ChangeEveryByte(Flows13.HelloRetry, 0x08);
}

public sealed class PreSharedKeyTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed_when_a_session_is_resumed() => ChangeEveryByte(Flows13.Resumed, 0x01);

    [Fact]
    public void Nothing_goes_unnoticed_under_an_external_key() => ChangeEveryByte(Flows13.ExternalKey, 0x01);
}

public sealed class LaterTamperingTests : TamperingTests
{
    [Fact]
    public void Nothing_goes_unnoticed_after_the_handshake() => ChangeEveryByte(Flows13.AfterHandshake, 0x40);

    [Fact]
    public void Nothing_goes_unnoticed_in_small_records() => ChangeEveryByte(Flows13.SmallRecords, 0x04);
}
