using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>It makes no difference in which pieces bytes arrive.</summary>
public sealed class ChunkingTests
{
    public static TheoryData<string> Names => [.. AllFlows.List.Select(flow => flow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_pieces_give_the_same_conversation(string name)
    {
        Flow flow = AllFlows.Named(name);
        using FlowRun whole = flow.Run();
        Assert.True(whole.IsComplete, $"{whole.Pair.Client.Failure} {whole.Pair.Server.Failure}");
        foreach (Chunking chunking in new[]
        {
            Chunking.ByteByByte, Chunking.Of(2), Chunking.Of(5), Chunking.Of(6), Chunking.Of(100),
            Chunking.Random("a", 9), Chunking.Random("b", 90),
        })
        {
            using FlowRun pieces = flow.Run(chunking);

            Assert.True(pieces.IsComplete, chunking.ToString());
            Assert.Equal(whole.Pair.Flights.Select(flight => flight.Bytes), pieces.Pair.Flights.Select(flight => flight.Bytes));
            Assert.Equal(whole.Events.Lines, pieces.Events.Lines);
            Assert.Equal(whole.Pair.Client.ReceivedData, pieces.Pair.Client.ReceivedData);
            Assert.Equal(whole.Pair.Server.ReceivedData, pieces.Pair.Server.ReceivedData);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_end_of_the_transport_anywhere_is_told_as_truncation(string name)
    {
        Flow flow = AllFlows.Named(name);
        IReadOnlyList<Flight> flights = flow.Run().Pair.Flights;
        foreach (Flight flight in flights)
        {
            // Every byte of the flights of the most common conversation; of the others those around the ends of records.
            foreach (int length in Cuts(flight, everywhere: flow == Flows13.Simple))
            {
                using FlowRun run = flow.Run(inTransit: sent =>
                    sent.Number == flight.Number ? sent.Bytes[..length] : sent.Number > flight.Number ? [] : sent.Bytes);
                EngineEnd receiver = flight.From == Sender.Client ? run.Pair.Server : run.Pair.Client;

                Assert.Null(receiver.Failure);
                Assert.False(receiver.IsClosed);
                receiver.EndOfInput();
                Assert.Equal((TlsReason.EndOfStream, TlsErrorKind.Truncated), (receiver.Failure!.Reason, receiver.Failure.Kind));
            }
        }
    }

    private static IEnumerable<int> Cuts(Flight flight, bool everywhere)
    {
        if (everywhere)
        {
            return Enumerable.Range(0, flight.Bytes.Length);
        }

        return WireRecord.Split(flight.Bytes)
            .SelectMany(record => new[] { 0, 1, 4, 5, 6, record.Length - 1 }.Select(at => record.Offset + at))
            .Where(length => length < flight.Bytes.Length)
            .Distinct();
    }
}
