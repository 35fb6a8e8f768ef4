using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Messages;

namespace Aksu.Fuzz.Targets;

/// <summary>What a server finds in a ticket and what a client finds in its store: read back to the same, or not at all.</summary>
internal static class SessionTarget
{
    public static FuzzTarget Tickets { get; } = new("tickets", RunTicket, TicketSeeds);

    public static FuzzTarget Stored { get; } = new("stored-sessions", RunStored, StoredSeeds);

    private static void RunTicket(ReadOnlyMemory<byte> input)
    {
        using ServerSession? session = ServerSession.TryDecode(input.Span);
        if (session is not null && !WireCase.Encoded(session.Encode).AsSpan().SequenceEqual(input.Span))
        {
            throw new FindException("The session encodes to other bytes.");
        }
    }

    private static void RunStored(ReadOnlyMemory<byte> input)
    {
        try
        {
            using TlsSession session = TlsSession.Import(input.Span);
            if (!session.Export().AsSpan().SequenceEqual(input.Span))
            {
                throw new FindException("The session encodes to other bytes.");
            }
        }
        catch (FormatException)
        {
        }
    }

    private static IEnumerable<byte[]> StoredSeeds()
    {
        foreach (byte choice in (byte[])[16, 17, 20, 21, 24])
        {
            using TlsSession? session = EngineSeeds.Earlier(choice).Session;
            yield return session!.Export();
        }
    }

    /// <summary>The tickets of <see cref="EngineConfiguration"/> are open: a client's session holds the server's state as it is.</summary>
    private static IEnumerable<byte[]> TicketSeeds()
    {
        foreach (byte choice in (byte[])[16, 17, 20, 21, 24])
        {
            using TlsSession? session = EngineSeeds.Earlier(choice).Session;
            yield return session!.Ticket.ToArray();
        }
    }
}
