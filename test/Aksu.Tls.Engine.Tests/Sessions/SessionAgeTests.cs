using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>A chain of resumptions does not stretch the one handshake in which the peer proved who it is (RFC 9846 §4.7.1).</summary>
public sealed class SessionAgeTests : IDisposable
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    // The clocks of the two sides go apart, so that each side's own bound shows.
    private readonly ManualTime _clientTime = new();
    private readonly ManualTime _serverTime = new();
    private readonly RotatingTicketProtector _tickets = new(CryptographyProvider.Default, TimeSpan.FromDays(30), Week);
    private readonly ClientHandshakeOptions _client;
    private readonly ServerHandshakeOptions _server;

    public SessionAgeTests()
    {
        _client = Shake.Client with { Time = _clientTime };
        _server = Shake.Server with { Time = _serverTime, Tickets = _tickets, TicketLifetime = Week };
    }

    public void Dispose() => _tickets.Dispose();

    [Fact]
    public void A_server_takes_no_session_a_week_after_the_full_handshake()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        _serverTime.Advance(TimeSpan.FromDays(6));
        using EnginePair second = Shake.Hands(_client with { Sessions = [SessionTests.Take(first)] }, _server);
        SessionTests.AssertResumed(second, true);

        // Two days old is the ticket; eight is the authentication.
        _serverTime.Advance(TimeSpan.FromDays(2));
        using EnginePair third = Shake.AndTalk(_client with { Sessions = [SessionTests.Take(second)] }, _server);

        SessionTests.AssertResumed(third, false);
    }

    [Fact]
    public void A_client_offers_no_session_a_week_after_the_full_handshake()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        _clientTime.Advance(TimeSpan.FromDays(6));
        using EnginePair second = Shake.Hands(_client with { Sessions = [SessionTests.Take(first)] }, _server);
        SessionTests.AssertResumed(second, true);
        using TlsSession renewed = TlsSession.Import(SessionTests.Take(second).Export());

        DateTimeOffset now = _clientTime.GetUtcNow();
        Assert.Equal(now - TimeSpan.FromDays(6), renewed.AuthenticatedAt);
        Assert.False(renewed.IsExpired(now + TimeSpan.FromHours(23)));
        Assert.True(renewed.IsExpired(now + TimeSpan.FromDays(1)));
    }
}
