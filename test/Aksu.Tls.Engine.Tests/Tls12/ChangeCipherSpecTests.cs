using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>
/// change_cipher_spec comes at one moment only, alone, with nothing of a handshake message across it: what earlier attacks were made of (an
/// early one gave keys from nothing, a missing one no protection at all).
/// </summary>
public sealed class ChangeCipherSpecTests
{
    private const byte Ccs = 20;
    private const byte Handshake = 22;

    private static readonly byte[] Record = WireRecord.Encode(Ccs, [1]);

    public static TheoryData<Sender, int> Places()
    {
        // Flights of a full handshake with client certificates: hello; the server's; the client's; the server's last.
        var places = new TheoryData<Sender, int>();
        foreach ((Sender sender, int records) in new[] { (Sender.Server, 5), (Sender.Client, 3) })
        {
            for (int i = 0; i < records; i++)
            {
                places.Add(sender, i);
            }
        }

        return places;
    }

    [Fact]
    public void One_before_ServerHello_is_refused_at_once_by_a_client_without_TLS_1_3()
    {
        using var client = new EngineEnd(new Engine.Connections.ClientEngine(Older.Client), SuspensionAnswers.Default);
        client.Run();
        client.Take(Record);

        Shake.AssertFailed(client, TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void An_early_one_is_refused(Sender from, int before)
    {
        int number = from == Sender.Server ? 1 : 2;
        using EnginePair pair = Mutual(flight => flight.Number != number
            ? flight.Bytes
            : Join(WireRecord.Split(flight.Bytes).Select(record => record.Encode()).ToList(), records => records.Insert(before, Record)));
        Shake.AssertEnded(pair, Other(from), TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void A_doubled_one_is_refused(Sender from)
    {
        using EnginePair pair = Mutual(flight => flight.From != from
            ? flight.Bytes
            : Join(Split(flight), records =>
            {
                int at = records.FindIndex(record => record[0] == Ccs);
                if (at >= 0)
                {
                    records.Insert(at, Record);
                }
            }));
        pair.Pump();

        // The second one is taken for a record under the new keys, and is none.
        EngineEnd end = Receiver(pair, from);
        Assert.NotNull(end.Failure);
        Assert.Equal((TlsReason.BadRecord, AlertDescription.BadRecordMac), (end.Failure.Reason, end.Failure.Alert));
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void A_missing_one_is_refused(Sender from)
    {
        using EnginePair pair = Mutual(flight => flight.From != from
            ? flight.Bytes
            : Join(Split(flight), records => records.RemoveAll(record => record[0] == Ccs)));
        pair.Pump();
        EngineEnd end = Receiver(pair, from);
        Assert.NotNull(end.Failure);

        // What follows is protected, and is read as if it were not: a message of nonsense.
        Assert.False(end.Failure.SentByPeer);
        Assert.False(end.Engine.IsEstablished);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void A_finished_without_protection_is_refused(Sender from)
    {
        byte[] finished = [20, 0, 0, 12, .. new byte[12]];
        using EnginePair pair = Mutual(flight => flight.From != from
            ? flight.Bytes
            : Join(Split(flight), records =>
            {
                int at = records.FindIndex(record => record[0] == Ccs);
                if (at >= 0)
                {
                    records[at] = WireRecord.Encode(Handshake, finished);
                }
            }));
        pair.Pump();
        Shake.AssertFailed(Receiver(pair, from), TlsReason.UnexpectedMessage, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(Sender.Client, 1)]
    [InlineData(Sender.Client, 4)]
    [InlineData(Sender.Client, 10)]
    [InlineData(Sender.Server, 1)]
    [InlineData(Sender.Server, 4)]
    [InlineData(Sender.Server, 10)]
    public void Bytes_of_finished_before_it_are_refused(Sender from, int length)
    {
        byte[] finished = [20, 0, 0, 12, .. new byte[12]];
        using EnginePair pair = Mutual(flight => flight.From != from
            ? flight.Bytes
            : Join(Split(flight), records =>
            {
                int at = records.FindIndex(record => record[0] == Ccs);
                if (at >= 0)
                {
                    records.Insert(at, WireRecord.Encode(Handshake, finished.AsSpan(0, length)));
                }
            }));
        pair.Pump();
        Shake.AssertFailed(Receiver(pair, from), TlsReason.KeyChangeNotAligned, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 2 })]
    [InlineData(new byte[] { 1, 1 })]
    public void One_of_another_form_is_refused(byte[] content)
    {
        foreach (Sender from in new[] { Sender.Client, Sender.Server })
        {
            using EnginePair pair = Mutual(flight => flight.From != from
                ? flight.Bytes
                : Join(Split(flight), records =>
                {
                    int at = records.FindIndex(record => record[0] == Ccs);
                    if (at >= 0)
                    {
                        records[at] = WireRecord.Encode(Ccs, content);
                    }
                }));
            Shake.AssertEnded(pair, Other(from), TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
        }
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void One_after_the_handshake_is_refused(Sender from)
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);
        EngineEnd end = Receiver(pair, from);
        end.Take(Record);
        Shake.AssertFailed(end, TlsReason.BadRecord, AlertDescription.BadRecordMac);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void One_in_the_middle_of_a_message_is_refused(Sender from)
    {
        int number = from == Sender.Server ? 1 : 2;
        using EnginePair pair = Mutual(flight => flight.Number != number
            ? flight.Bytes
            : Join(Split(flight), records =>
            {
                WireRecord first = WireRecord.Split(records[0])[0];
                records[0] =
                [
                    .. WireRecord.Encode(Handshake, first.Fragment.AsSpan(0, 7)),
                    .. Record,
                    .. WireRecord.Encode(Handshake, first.Fragment.AsSpan(7)),
                ];
            }));
        Shake.AssertEnded(pair, Other(from), TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void An_early_one_when_a_session_is_resumed_is_refused()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ServerHandshakeOptions server = Older.Server with { Tickets = tickets };
        using EnginePair first = Shake.Hands(Older.Client, server);
        using var second = new EnginePair(Older.Client with { Sessions = [SessionTests.Take(first)] }, server)
        {
            InTransit = static flight => flight.Number == 1 ? [.. Record, .. flight.Bytes] : flight.Bytes,
        };
        Shake.AssertEnded(second, Sender.Client, TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void A_message_that_straddles_the_end_of_a_flight_is_refused()
    {
        // The server's Finished, or its beginning, right behind ServerHelloDone.
        using EnginePair pair = Mutual(static flight => flight.Number != 1
            ? flight.Bytes
            : [.. flight.Bytes, .. WireRecord.Encode(Handshake, [20, 0])]);
        using EnginePair joined = Mutual(static flight => flight.Number != 1
            ? flight.Bytes
            : Join(Split(flight), static records =>
            {
                WireRecord last = WireRecord.Split(records[^1])[0];
                records[^1] = WireRecord.Encode(Handshake, [.. last.Fragment, 20, 0]);
            }));
        joined.Pump();
        Shake.AssertFailed(joined.Client, TlsReason.KeyChangeNotAligned, AlertDescription.UnexpectedMessage);
        pair.Pump();
        Assert.False(pair.IsEstablished);
    }

    private static EnginePair Mutual(Func<Flight, byte[]> change) => new(
        Older.Client with { Identities = [TestIdentity.Of(KeyKind.EcP256)] },
        Older.Server with { ClientAuthentication = ClientAuthentication.Required })
    {
        InTransit = change,
    };

    private static List<byte[]> Split(Flight flight) => [.. WireRecord.Split(flight.Bytes).Select(record => record.Encode())];

    private static byte[] Join(List<byte[]> records, Action<List<byte[]>> change)
    {
        change(records);
        return [.. records.SelectMany(record => record)];
    }

    private static EngineEnd Receiver(EnginePair pair, Sender from) => from == Sender.Client ? pair.Server : pair.Client;

    private static Sender Other(Sender sender) => sender == Sender.Client ? Sender.Server : Sender.Client;
}
