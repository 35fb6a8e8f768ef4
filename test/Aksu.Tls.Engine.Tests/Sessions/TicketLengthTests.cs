using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>A ticket has at most 65,535 bytes on the wire; what the protector makes longer is not sent.</summary>
public sealed class TicketLengthTests
{
    [Theory]
    [InlineData(0x0304, 65_535, true)]
    [InlineData(0x0304, 65_536, false)]
    [InlineData(0x0303, 65_535, true)]
    [InlineData(0x0303, 65_536, false)]
    public void At_the_bound_it_is_sent_and_over_it_not(ushort version, int length, bool isSent)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { Versions = versions }, Shake.Server with { Versions = versions, Tickets = new Long(length) });

        Assert.Equal(isSent, pair.ClientEngine.TryTakeSession(out TlsSession? session));
        Assert.Equal(isSent ? length : null, session?.Ticket.Length);
    }

    [Fact]
    public void In_TLS_1_2_one_that_was_announced_is_empty_then_and_good_for_no_time()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.Client with { Observer = events }, Older.Server with { Tickets = new Long(65_536) });

        byte[] message = events.Last(TlsDirection.Received, HandshakeType.NewSessionTicket);
        NewSessionTicket12 ticket = NewSessionTicket12.Decode(message.AsMemory(HandshakeMessage.HeaderLength));
        Assert.Equal((0u, 0), (ticket.LifetimeHintSeconds, ticket.Ticket.Length));
    }

    private sealed class Long(int length) : TicketProtector
    {
        public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now) => new byte[length];

        public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => null;
    }
}
