using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>How many tickets there are, what they say, and when none is issued.</summary>
public sealed class TicketTests : IDisposable
{
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly ServerHandshakeOptions _server;

    public TicketTests() => _server = Shake.Server with { Tickets = _tickets };

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void The_server_issues_as_many_as_it_is_told(int count)
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { MaxTickets = 64 }, _server with { TicketCount = count });

        Assert.Equal(count, Sessions(pair).Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(16, 1)]
    public void A_resumed_handshake_gets_one_for_the_one_that_it_used(int count, int issued)
    {
        using EnginePair full = Shake.Hands(server: _server with { TicketCount = 1 });
        TlsSession session = Assert.Single(Sessions(full));

        using EnginePair pair = Shake.Hands(
            Shake.Client with { MaxTickets = 64, Sessions = [session] }, _server with { TicketCount = count });

        SessionTests.AssertResumed(pair, true);
        Assert.Equal(issued, Sessions(pair).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_handshake_with_a_key_from_elsewhere_gets_as_many_as_a_full_one(int count)
    {
        using var secret = new Secret(32);
        var key = new ExternalPreSharedKey("from elsewhere"u8.ToArray(), secret);
        using EnginePair pair = Shake.Hands(
            Shake.Client with { MaxTickets = 64, PreSharedKeys = [key] }, _server with { PreSharedKeys = [key], TicketCount = count });

        Assert.Equal(count, Sessions(pair).Count);
    }

    [Fact]
    public void Each_ticket_and_each_secret_is_another_one()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { MaxTickets = 64 }, _server with { TicketCount = 16 });
        IReadOnlyList<TlsSession> sessions = Sessions(pair);

        Assert.Equal(16, sessions.Select(session => Convert.ToHexString(session.Ticket.Span)).Distinct().Count());
        Assert.Equal(16, sessions.Select(session => Convert.ToHexString(session.SecretBytes)).Distinct().Count());
        Assert.Equal(16, sessions.Select(session => session.AgeAdd).Distinct().Count());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void The_client_keeps_as_many_as_it_is_told(int kept)
    {
        using EnginePair pair = Shake.AndTalk(Shake.Client with { MaxTickets = kept }, _server with { TicketCount = 10 });

        Assert.Equal(kept, Sessions(pair).Count);
    }

    [Fact]
    public void A_client_that_keeps_none_asks_for_none()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(Shake.Client with { MaxTickets = 0, Observer = events }, _server);

        Assert.DoesNotContain(HandshakeType.NewSessionTicket, events.Types(TlsDirection.Received));
        Assert.Throws<InvalidOperationException>(pair.Server.IssueTicket);
        Shake.Talk(pair);
    }

    [Fact]
    public void The_server_issues_more_when_it_is_asked()
    {
        using EnginePair pair = Shake.Hands(server: _server with { TicketCount = 0 });
        pair.Server.IssueTicket();
        pair.Pump();
        TlsSession session = Assert.Single(Sessions(pair));

        using EnginePair second = Shake.AndTalk(Shake.Client with { Sessions = [session] }, _server);

        SessionTests.AssertResumed(second, true);
    }

    [Fact]
    public void A_server_without_tickets_cannot_be_asked_for_one()
    {
        using EnginePair pair = Shake.Hands();

        Assert.Throws<InvalidOperationException>(pair.Server.IssueTicket);
        Shake.Talk(pair);
    }

    [Fact]
    public void No_ticket_is_issued_where_the_client_s_certificates_do_not_fit_into_one()
    {
        CertifiedKey leaf = TestIdentity.Of(KeyKind.EcP256);
        SigningKey key = TestKeys.Signing(KeyKind.EcP256);
        byte[] large = new byte[33_000];
        var identity = new CertifiedKey([leaf.Chain[0], large, large], key);
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { Identities = [identity] }, _server with { ClientAuthentication = ClientAuthentication.Required });

        Assert.Equal(3, pair.ServerEngine.Parameters!.PeerCertificates.Count);
        Assert.Empty(Sessions(pair));
    }

    [Fact]
    public void Says_how_long_it_is_good_for()
    {
        var time = new ManualTime();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Time = time, ApplicationProtocols = ["h2"] },
            _server with { Time = time, TicketLifetime = TimeSpan.FromMinutes(7), ApplicationProtocols = ["h2"] });
        TlsSession session = SessionTests.Take(pair);

        Assert.Equal(TimeSpan.FromMinutes(7), session.Lifetime);
        Assert.Equal((ProtocolVersion.Tls13, CipherSuite.Aes128GcmSha256), (session.Version, session.CipherSuite));
        Assert.Equal((Shake.Name, "h2"), (session.ServerName, session.ApplicationProtocol));
        Assert.False(session.IsExpired(time.GetUtcNow()));
        time.Advance(TimeSpan.FromMinutes(7));
        Assert.True(session.IsExpired(time.GetUtcNow()));
    }

    [Theory]
    [InlineData(0u, 0)]
    [InlineData(1u, 1)]
    [InlineData(604_799u, 604_799)]
    [InlineData(604_800u, 604_800)]
    [InlineData(604_801u, 604_800)]
    [InlineData(uint.MaxValue, 604_800)]
    public void The_client_keeps_none_for_more_than_a_week_and_none_that_is_over(uint told, int kept)
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        byte[] ticket = Hello.Encode(new NewSessionTicket13(told, 0, new byte[1], new byte[1], ExtensionBlock.Empty));
        pair.Client.Take(NullRecord.Protected(NullRecord.Handshake, ticket));

        Assert.Null(pair.Client.Failure);
        Assert.Equal(
            kept == 0 ? [] : [TimeSpan.FromSeconds(kept)], Sessions(pair).Select(static session => session.Lifetime));
    }

    [Fact]
    public void One_with_an_extension_that_may_not_stand_there_is_refused()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        byte[] ticket = Hello.Encode(new NewSessionTicket13(
            60, 0, new byte[1], new byte[1], ExtensionBlock.Of(Hello.Raw(ExtensionType.KeyShare, 0, 0))));
        pair.Client.Take(NullRecord.Protected(NullRecord.Handshake, ticket));

        Shake.AssertFailed(pair.Client, TlsReason.ForbiddenExtension, AlertDescription.IllegalParameter);
    }

    private static List<TlsSession> Sessions(EnginePair pair)
    {
        var sessions = new List<TlsSession>();
        while (pair.ClientEngine.TryTakeSession(out TlsSession? session))
        {
            sessions.Add(session);
        }

        return sessions;
    }
}
