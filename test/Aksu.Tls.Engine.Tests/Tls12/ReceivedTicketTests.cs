using Aksu.Testing;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>
/// How long a client of TLS 1.2 keeps a ticket: the server's hint, a day at most, and never longer than the session before it.
/// </summary>
public sealed class ReceivedTicketTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly ClientHandshakeOptions _client;
    private readonly ServerHandshakeOptions _server;

    public ReceivedTicketTests()
    {
        _client = Older.Client with { Time = _time };
        _server = Older.Server with { Time = _time, Tickets = _tickets, TicketLifetime = Hour };
    }

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [InlineData(0, 86_400)] // RFC 5077 §3.3: zero says nothing
    [InlineData(1, 1)]
    [InlineData(86_399, 86_399)]
    [InlineData(86_400, 86_400)]
    [InlineData(86_401, 86_400)]
    [InlineData(604_800, 86_400)]
    public void A_day_at_most(uint hint, int seconds)
    {
        using EnginePair pair = Shake.Hands(_client, _server with
        {
            MessageRewriter = Rewriting.By(HandshakeType.NewSessionTicket, new NewSessionTicket12(hint, new byte[] { 1, 2, 3 })),
        });

        Assert.Equal(TimeSpan.FromSeconds(seconds), SessionTests.Take(pair).Lifetime);
    }

    [Theory]
    [InlineData(1_800, 1_800)]
    [InlineData(3_600, 3_600)]
    [InlineData(7_200, 3_600)]
    public void A_renewed_one_no_longer_than_the_session(uint hint, int seconds)
    {
        DateTimeOffset until = _time.GetUtcNow() + TimeSpan.FromDays(3);
        using EnginePair first = EnginePair.Connect(
            _client, _server, clientAnswers: new SuspensionAnswers { Verdict = request => request.Accept(until) });
        using TlsSession session = SessionTests.Take(first);
        _time.Advance(TimeSpan.FromMinutes(10));

        // This library's own server renews nothing.
        using EnginePair second = Shake.AndTalk(
            _client with { Sessions = [session] },
            _server with { MessageRewriter = Rewriting.Of(HandshakeType.ServerHello, message => Renewing(message, hint)) });

        SessionTests.AssertResumed(second, true);
        using TlsSession renewed = SessionTests.Take(second);
        Assert.Equal(TimeSpan.FromSeconds(seconds), renewed.Lifetime);
        Assert.Equal((session.ReceivedAt, session.AuthenticatedAt), (renewed.ReceivedAt, renewed.AuthenticatedAt));
        Assert.Equal((until, until), (session.AcceptedUntil, renewed.AcceptedUntil));
        Assert.Equal([1, 2, 3], renewed.Ticket.ToArray());
        Assert.True(renewed.SessionId.IsEmpty);
        Assert.Equal(session.PeerCertificates, renewed.PeerCertificates, Same.Bytes);
        Assert.Equal(session.SecretBytes, renewed.SecretBytes);
    }

    [Fact]
    public void A_client_that_keeps_none_still_comes_back_with_one()
    {
        using EnginePair first = Shake.Hands(_client, _server);

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [SessionTests.Take(first)], MaxTickets = 0 }, _server);

        SessionTests.AssertResumed(second, true);
    }

    [Fact]
    public void A_server_that_issues_none_announces_none()
    {
        using EnginePair pair = Shake.AndTalk(_client, _server with { TicketCount = 0 });

        Assert.False(pair.ClientEngine.TryTakeSession(out _));
    }

    private static byte[] Renewing(byte[] serverHello, uint hint)
    {
        ServerHello hello = Hello.Server(serverHello);
        return
        [
            .. Hello.Encode(hello with { Extensions = Rewriting.With(hello.Extensions, ExtensionType.SessionTicket) }),
            .. Hello.Encode(new NewSessionTicket12(hint, new byte[] { 1, 2, 3 })),
        ];
    }
}
