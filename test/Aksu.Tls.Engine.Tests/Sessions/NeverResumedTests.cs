using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>Where a session must not be resumed, and a full handshake follows instead.</summary>
public sealed class NeverResumedTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly ClientHandshakeOptions _client;
    private readonly ServerHandshakeOptions _server;

    public NeverResumedTests()
    {
        _client = Shake.Client with { Time = _time, ApplicationProtocols = ["h2", "http/1.1"] };
        _server = Shake.Server with { Time = _time, Tickets = _tickets, ApplicationProtocols = ["h2", "http/1.1"] };
    }

    public void Dispose() => _tickets.Dispose();

    [Fact]
    public void With_another_name() => AssertNotResumed(static client => client with { ServerName = "other.example" });

    [Fact]
    public void Without_the_application_protocol() =>
        AssertNotResumed(static client => client with { ApplicationProtocols = ["http/1.1"] });

    [Fact]
    public void With_no_application_protocol_at_all() => AssertNotResumed(static client => client with { ApplicationProtocols = [] });

    [Fact]
    public void Under_another_policy_of_the_client() =>
        AssertNotResumed(static client => client with { AuthenticationContext = new byte[] { 1 } });

    [Fact]
    public void Under_another_policy_of_the_server() =>
        AssertNotResumed(server: static server => server with { AuthenticationContext = new byte[] { 1 } });

    [Fact]
    public void Where_the_server_now_demands_a_certificate() => AssertNotResumed(
        static client => client with { Identities = [TestIdentity.Of(KeyKind.EcP256)] },
        static server => server with { ClientAuthentication = ClientAuthentication.Required });

    [Fact]
    public void Where_the_server_no_longer_asks_for_the_certificate_that_the_session_has()
    {
        using EnginePair first = Shake.Hands(
            _client with { Identities = [TestIdentity.Of(KeyKind.EcP256)] },
            _server with { ClientAuthentication = ClientAuthentication.Required });

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [SessionTests.Take(first)] }, _server);

        SessionTests.AssertResumed(second, false);
        Assert.Empty(second.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void Where_the_server_has_no_tickets() => AssertNotResumed(server: static server => server with { Tickets = null });

    [Fact]
    public void Where_the_server_has_another_ticket_key()
    {
        using RotatingTicketProtector other = SessionTests.Protector();
        AssertNotResumed(server: server => server with { Tickets = other });
    }

    [Fact]
    public void Where_the_server_prefers_another_application_protocol_now() =>
        AssertNotResumed(server: static server => server with { ApplicationProtocols = ["http/1.1", "h2"] });

    [Fact]
    public void A_second_time()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        TlsSession session = SessionTests.Take(first);
        using EnginePair second = Shake.Hands(_client with { Sessions = [session] }, _server);
        SessionTests.AssertResumed(second, true);

        using EnginePair third = Shake.AndTalk(_client with { Sessions = [session] }, _server);

        SessionTests.AssertResumed(third, false);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void After_the_ticket_s_lifetime(int secondsPast, bool isResumed)
    {
        ServerHandshakeOptions server = _server with { TicketLifetime = TimeSpan.FromHours(2) };
        using EnginePair first = Shake.Hands(_client, server);
        TlsSession session = SessionTests.Take(first);
        _time.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(secondsPast));

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(second, isResumed);
    }

    [Fact]
    public void After_the_server_shortened_its_lifetime()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        _time.Advance(TimeSpan.FromHours(2));

        using EnginePair second = Shake.AndTalk(
            _client with { Sessions = [SessionTests.Take(first)] }, _server with { TicketLifetime = TimeSpan.FromHours(1) });

        SessionTests.AssertResumed(second, false);
    }

    [Fact]
    public void Seven_days_after_the_certificates_were_verified()
    {
        ServerHandshakeOptions server = _server with { TicketLifetime = TimeSpan.FromDays(3) };
        using var tickets = new RotatingTicketProtector(CryptographyProvider.Default, TimeSpan.FromDays(30), TimeSpan.FromDays(30));
        server = server with { Tickets = tickets };
        using EnginePair first = Shake.Hands(_client, server);
        TlsSession session = SessionTests.Take(first);
        for (int day = 2; day <= 6; day += 2)
        {
            _time.Advance(TimeSpan.FromDays(2));
            using EnginePair next = Shake.Hands(_client with { Sessions = [session] }, server);
            SessionTests.AssertResumed(next, true);
            session = SessionTests.Take(next);
        }

        Assert.Equal(TimeSpan.FromDays(1), session.Lifetime);
        _time.Advance(TimeSpan.FromDays(1));
        using EnginePair last = Shake.AndTalk(_client with { Sessions = [session] }, server);
        SessionTests.AssertResumed(last, false);
    }

    [Fact]
    public void With_any_byte_of_the_ticket_changed()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        byte[] exported = SessionTests.Take(first).Export();
        using TlsSession original = TlsSession.Import(exported);
        int at = exported.AsSpan().IndexOf(original.Ticket.Span);
        for (int i = 0; i < original.Ticket.Length; i += 7)
        {
            byte[] changed = [.. exported];
            changed[at + i] ^= 1;
            using EnginePair second = Shake.Hands(_client with { Sessions = [TlsSession.Import(changed)] }, _server);
            SessionTests.AssertResumed(second, false);
        }
    }

    [Fact]
    public void With_another_secret_than_the_ticket_s_ends_in_decrypt_error()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        byte[] exported = SessionTests.Take(first).Export();
        byte[] other = SessionTests.Take(first).Export();
        using TlsSession session = TlsSession.Import(exported);
        using TlsSession foreign = TlsSession.Import(other);
        int at = exported.AsSpan().IndexOf(session.Ticket.Span);
        int foreignAt = other.AsSpan().IndexOf(foreign.Ticket.Span);
        byte[] mixed = [.. exported[..at], .. foreign.Ticket.Span, .. other[(foreignAt + foreign.Ticket.Length)..]];

        Shake.AssertRefused(
            Sender.Server,
            TlsReason.InvalidBinder,
            AlertDescription.DecryptError,
            _client with { Sessions = [TlsSession.Import(mixed)] },
            _server);
    }

    private void AssertNotResumed(
        Func<ClientHandshakeOptions, ClientHandshakeOptions>? client = null,
        Func<ServerHandshakeOptions, ServerHandshakeOptions>? server = null)
    {
        using EnginePair first = Shake.Hands(_client, _server);
        ClientHandshakeOptions secondClient = (client?.Invoke(_client) ?? _client) with { Sessions = [SessionTests.Take(first)] };

        using EnginePair second = Shake.AndTalk(secondClient, server?.Invoke(_server) ?? _server);

        SessionTests.AssertResumed(second, false);
        Assert.NotEmpty(second.Client.Requests);
    }
}
