using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>
/// A connection that ended in a fatal alert is not resumed, neither by the session that it was made from nor by those that it made
/// (RFC 5246 §7.2.2, RFC 9846 §6.2).
/// </summary>
public sealed class FailedConnectionTests : IDisposable
{
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly MemorySessionCache _cache = new();

    public static TheoryData<ushort, bool, Sender> Cases() => new()
    {
        { 0x0303, true, Sender.Client },
        { 0x0303, true, Sender.Server },
        { 0x0303, false, Sender.Client },
        { 0x0303, false, Sender.Server },
        { 0x0304, true, Sender.Client },
        { 0x0304, true, Sender.Server },
    };

    public void Dispose()
    {
        _tickets.Dispose();
        _cache.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_session_of_a_failed_connection_is_not_offered(ushort version, bool byTicket, Sender failing)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(version, byTicket);
        using EnginePair first = Shake.Hands(client, server);
        using TlsSession session = SessionTests.Take(first);
        Break(first, failing);

        using EnginePair second = Shake.AndTalk(client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(second, false);
        Assert.False(session.TryTake());
    }

    [Theory]
    [InlineData(true, Sender.Client)]
    [InlineData(true, Sender.Server)]
    [InlineData(false, Sender.Client)]
    [InlineData(false, Sender.Server)]
    public void A_session_is_not_offered_again_when_a_connection_that_resumed_it_failed(bool byTicket, Sender failing)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(0x0303, byTicket);
        using EnginePair first = Shake.Hands(client, server);
        using TlsSession session = SessionTests.Take(first);
        using EnginePair second = Shake.AndTalk(client with { Sessions = [session] }, server);
        SessionTests.AssertResumed(second, true);
        Break(second, failing);

        using EnginePair third = Shake.AndTalk(client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(third, false);
    }

    [Fact]
    public void A_session_with_which_a_handshake_failed_is_not_offered_again()
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(0x0303, byTicket: true);
        using EnginePair first = Shake.Hands(client, server);
        using TlsSession session = SessionTests.Take(first);
        using (var refused = new EnginePair(client with { Sessions = [session] }, server with { MessageRewriter = BadFinished }))
        {
            refused.Pump();
            Assert.NotNull(refused.Client.Failure);
        }

        using EnginePair third = Shake.AndTalk(client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(third, false);
    }

    [Theory]
    [InlineData(0x0303, true)]
    [InlineData(0x0303, false)]
    [InlineData(0x0304, true)]
    public void A_session_outlives_a_connection_that_was_closed_or_cut(ushort version, bool byTicket)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(version, byTicket);
        using EnginePair first = Shake.Hands(client, server);
        using TlsSession session = SessionTests.Take(first);
        first.Client.EndOfInput();

        using EnginePair second = Shake.AndTalk(client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(second, true);
    }

    [Fact]
    public void A_session_of_tls_1_2_is_not_offered_after_it_was_disposed()
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(0x0303, byTicket: true);
        using EnginePair first = Shake.Hands(client, server);
        TlsSession session = SessionTests.Take(first);
        session.Dispose();

        using EnginePair second = Shake.AndTalk(client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(second, false);
    }

    private (ClientHandshakeOptions Client, ServerHandshakeOptions Server) Options(ushort version, bool byTicket)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        return (
            Shake.Client with { Versions = versions },
            Shake.Server with
            {
                Versions = versions,
                Tickets = byTicket ? _tickets : null,
                SessionCache = byTicket ? null : _cache,
            });
    }

    /// <summary>One end gets a record that nobody protected: it ends the connection, and the other learns it by the alert.</summary>
    private static void Break(EnginePair pair, Sender failing)
    {
        (failing == Sender.Client ? pair.Client : pair.Server).Take([23, 3, 3, 0, 32, .. new byte[32]]);
        pair.Pump();
        Assert.Equal(AlertDescription.BadRecordMac, pair.Client.Failure!.Alert);
        Assert.Equal(AlertDescription.BadRecordMac, pair.Server.Failure!.Alert);
    }

    private static ReadOnlyMemory<byte> BadFinished(HandshakeType type, ReadOnlyMemory<byte> message)
    {
        if (type != HandshakeType.Finished)
        {
            return message;
        }

        byte[] changed = message.ToArray();
        changed[^1] ^= 1;
        return changed;
    }
}
