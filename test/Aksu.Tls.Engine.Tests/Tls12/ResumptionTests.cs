using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>Sessions of TLS 1.2 and before, by ticket and by identifier.</summary>
public sealed class ResumptionTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly MemorySessionCache _cache = new();
    private readonly ClientHandshakeOptions _client;
    private readonly ServerHandshakeOptions _server;

    public ResumptionTests()
    {
        _client = Older.Client with { Time = _time };
        _server = Older.Server with { Time = _time };
    }

    public static TheoryData<bool> ByTicketOrIdentifier => [true, false];

    public void Dispose()
    {
        _tickets.Dispose();
        _cache.Dispose();
    }

    [Theory]
    [MemberData(nameof(EverySuiteTests.Cases), MemberType = typeof(EverySuiteTests))]
    public void Resumes_with_every_suite_and_version(ushort suiteValue, ushort versionValue)
    {
        var suite = new CipherSuite(suiteValue);
        var version = new ProtocolVersion(versionValue);
        foreach (bool byTicket in new[] { true, false })
        {
            ClientHandshakeOptions client = Older.ClientFor(suite, version);
            ServerHandshakeOptions server = Keeping(Older.ServerFor(suite, version), byTicket);
            using EnginePair first = Shake.Hands(client, server);
            using TlsSession session = SessionTests.Take(first);
            Assert.Equal(byTicket, session.SessionId.IsEmpty);
            Assert.Equal(byTicket, !session.Ticket.IsEmpty);

            using EnginePair second = Shake.AndTalk(client with { Sessions = [session] }, server);

            SessionTests.AssertResumed(second, true);
            Assert.Empty(second.Client.Requests);
            Assert.Equal(first.ClientEngine.Parameters!.PeerCertificates, second.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
            Assert.Null(second.ClientEngine.Parameters.SignatureScheme);
            Assert.Equal((version, suite), (second.ServerEngine.Parameters!.Version, second.ServerEngine.Parameters.CipherSuite));
        }
    }

    [Theory]
    [MemberData(nameof(ByTicketOrIdentifier))]
    public void A_session_may_be_resumed_again_and_again(bool byTicket)
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket);
        using EnginePair first = Shake.Hands(_client, server);
        using TlsSession session = SessionTests.Take(first);
        for (int i = 0; i < 3; i++)
        {
            using EnginePair next = Shake.AndTalk(_client with { Sessions = [session] }, server);
            SessionTests.AssertResumed(next, true);
        }
    }

    [Theory]
    [MemberData(nameof(ByTicketOrIdentifier))]
    public void The_abbreviated_handshake_has_no_more_messages_than_it_needs(bool byTicket)
    {
        var events = new CollectedEvents();
        ServerHandshakeOptions server = Keeping(_server, byTicket);
        using EnginePair first = Shake.Hands(_client, server);
        using EnginePair second = Shake.Hands(_client with { Sessions = [SessionTests.Take(first)], Observer = events }, server);

        Assert.Equal([HandshakeType.ClientHello, HandshakeType.Finished], events.Types(TlsDirection.Sent));
        Assert.Equal([HandshakeType.ServerHello, HandshakeType.Finished], events.Types(TlsDirection.Received));
    }

    [Theory]
    [MemberData(nameof(ByTicketOrIdentifier))]
    public void The_client_s_certificates_stay_with_the_session(bool byTicket)
    {
        CertifiedKey identity = TestIdentity.Of(KeyKind.EcP256, "client.example");
        ClientHandshakeOptions client = _client with { Identities = [identity] };
        ServerHandshakeOptions server = Keeping(_server, byTicket) with { ClientAuthentication = ClientAuthentication.Required };
        using EnginePair first = Shake.Hands(client, server);

        using EnginePair second = Shake.AndTalk(client with { Sessions = [SessionTests.Take(first)] }, server);

        SessionTests.AssertResumed(second, true);
        Assert.Empty(second.Server.Requests);
        Assert.Equal(identity.Chain, second.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Theory]
    [MemberData(nameof(ByTicketOrIdentifier))]
    public void A_session_survives_being_stored(bool byTicket)
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket);
        using EnginePair first = Shake.Hands(_client, server);
        using TlsSession stored = SessionTests.Take(first);
        using TlsSession read = TlsSession.Import(stored.Export());

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [read] }, server);

        SessionTests.AssertResumed(second, true);
    }

    [Theory]
    [MemberData(nameof(ByTicketOrIdentifier))]
    public void A_session_that_is_stored_outside_is_resumed(bool byTicket)
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket);
        using EnginePair first = Shake.Hands(_client, server);
        using TlsSession session = SessionTests.Take(first);
        using Secret state = byTicket
            ? _tickets.Unprotect(session.Ticket.Span, _time.GetUtcNow())!
            : _cache.Find(session.SessionId.Span, _time.GetUtcNow())!;
        byte[] stored = state.Span.ToArray();
        SessionRequest? seen = null;
        var answers = new SuspensionAnswers
        {
            Session = request =>
            {
                seen = request;
                request.Provide(stored);
            },
        };

        using EnginePair second = EnginePair.Connect(
            _client with { Sessions = [session] },
            server with { Tickets = null, SessionCache = null, AsksForSessions = true },
            serverAnswers: answers);

        Shake.Talk(second);
        SessionTests.AssertResumed(second, true);
        Assert.Equal(session.Ticket, seen!.Ticket, Same.Bytes);
        Assert.Equal(session.SessionId, seen.SessionId, Same.Bytes);
    }

    [Fact]
    public void What_a_store_outside_does_not_know_leads_to_a_full_handshake()
    {
        using EnginePair first = Shake.Hands(_client, Keeping(_server, byTicket: true));

        using EnginePair second = Shake.AndTalk(
            _client with { Sessions = [SessionTests.Take(first)] }, _server with { AsksForSessions = true });

        SessionTests.AssertResumed(second, false);
    }

    [Fact]
    public void A_client_that_takes_no_tickets_gets_an_identifier()
    {
        using EnginePair pair = Shake.Hands(
            _client with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SessionTicket) },
            Keeping(_server, byTicket: true) with { SessionCache = _cache });

        Assert.Equal(1, _cache.Count);
        Assert.False(SessionTests.Take(pair).SessionId.IsEmpty);
    }

    [Fact]
    public void A_client_that_keeps_nothing_asks_for_nothing()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            _client with { MaxTickets = 0 }, Keeping(_server, byTicket: true) with { SessionCache = _cache, Observer = events });

        Assert.False(pair.ClientEngine.TryTakeSession(out _));
        Assert.DoesNotContain(HandshakeType.NewSessionTicket, events.Types(TlsDirection.Sent));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void The_session_of_a_connection_that_failed_is_forgotten_by_the_server()
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket: false);
        using EnginePair first = Shake.Hands(_client, server);
        using TlsSession session = SessionTests.Take(first);
        Assert.Equal(1, _cache.Count);
        first.Server.Take(WireRecord.Encode(23, new byte[40]));
        Assert.Equal(TlsReason.BadRecord, first.Server.Failure!.Reason);
        Assert.Equal(0, _cache.Count);

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(second, false);
    }

    [Fact]
    public void So_is_a_session_by_its_identifier_when_a_connection_that_resumed_it_failed()
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket: false);
        using EnginePair first = Shake.Hands(_client, server);
        using EnginePair second = Shake.AndTalk(_client with { Sessions = [SessionTests.Take(first)] }, server);
        SessionTests.AssertResumed(second, true);
        Assert.Equal(1, _cache.Count);
        second.Server.Take(WireRecord.Encode(23, new byte[40]));

        Assert.Equal(0, _cache.Count);
    }

    [Fact]
    public void Nobody_can_make_the_server_forget_the_session_of_another()
    {
        // With a ticket the client makes the identifier up: here it is that of somebody else.
        ServerHandshakeOptions server = Keeping(_server, byTicket: true);
        using EnginePair first = Shake.Hands(_client, server);
        using EnginePair other = Shake.Hands(_client, Keeping(_server, byTicket: false));
        Assert.Equal(1, _cache.Count);
        using TlsSession honest = SessionTests.Take(first);
        using var session = new TlsSession(Secret.CopyOf(honest.SecretBytes))
        {
            Version = honest.Version,
            CipherSuite = honest.CipherSuite,
            ServerName = honest.ServerName,
            ApplicationProtocol = honest.ApplicationProtocol,
            ReceivedAt = honest.ReceivedAt,
            AuthenticatedAt = honest.AuthenticatedAt,
            Lifetime = honest.Lifetime,
            PeerCertificates = honest.PeerCertificates,
            AuthenticationContext = honest.AuthenticationContext,
            Ticket = honest.Ticket,
            SessionId = SessionTests.Take(other).SessionId.ToArray(),
        };
        using EnginePair pair = Shake.AndTalk(_client with { Sessions = [session] }, server with { SessionCache = _cache });
        SessionTests.AssertResumed(pair, true);
        pair.Server.Take(WireRecord.Encode(23, new byte[40]));

        Assert.NotNull(pair.Server.Failure);
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Where_a_ticket_is_issued_no_identifier_is()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            _client with { Observer = events }, Keeping(_server, byTicket: true) with { SessionCache = _cache });

        Assert.True(Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello)).LegacySessionIdEcho.IsEmpty);
        Assert.Equal(0, _cache.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Both_sides_say_of_a_resumed_connection_what_holds_for_it(bool isBound)
    {
        var events = new CollectedEvents();
        ClientHandshakeOptions client = _client with
        {
            ApplicationProtocols = ["h2"],
            DangerousWithoutExtendedMainSecret = true,
            MessageRewriter = isBound ? null : Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
        };
        ServerHandshakeOptions server = Keeping(_server, byTicket: true) with
        {
            ApplicationProtocols = ["h2"],
            DangerousWithoutExtendedMainSecret = true,
        };
        using EnginePair first = Shake.Hands(client, server);
        using EnginePair second = Shake.Hands(
            client with { Sessions = [SessionTests.Take(first)] }, server with { Observer = events });

        SessionTests.AssertResumed(second, true);
        Assert.Equal(isBound, second.ServerEngine.Parameters!.ExtendedMainSecret);
        Assert.Equal(isBound, second.ClientEngine.Parameters!.ExtendedMainSecret);
        Assert.Contains("ApplicationProtocolDecided h2", events.Lines);
    }

    [Theory]
    [MemberData(nameof(ByTicketOrIdentifier))]
    public void The_store_outside_is_asked_only_for_what_is_offered_and_not_known_here(bool byTicket)
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket);
        ServerHandshakeOptions asking = server with { AsksForSessions = true };
        using RotatingTicketProtector foreign = SessionTests.Protector();
        using var empty = new MemorySessionCache();
        using EnginePair first = Shake.Hands(_client, asking);
        Assert.Empty(first.Server.Requests);
        using TlsSession session = SessionTests.Take(first);
        using EnginePair known = Shake.Hands(_client with { Sessions = [session] }, asking);
        Assert.Empty(known.Server.Requests);
        ServerHandshakeOptions elsewhere = server with
        {
            Tickets = byTicket ? foreign : null,
            SessionCache = byTicket ? null : empty,
        };
        using EnginePair unknown = Shake.Hands(_client with { Sessions = [session] }, elsewhere);
        Assert.Empty(unknown.Server.Requests);
        using EnginePair asked = Shake.Hands(_client with { Sessions = [session] }, elsewhere with { AsksForSessions = true });
        Assert.Single(asked.Server.Requests);
    }

    [Fact]
    public void A_session_whose_suite_the_client_no_longer_offers_is_not_resumed()
    {
        CipherSuite[] suites = [CipherSuite.EcdheEcdsaAes128GcmSha256, CipherSuite.EcdheEcdsaAes256GcmSha384];
        ClientHandshakeOptions client = _client with { CipherSuites = suites };
        ServerHandshakeOptions server = Keeping(_server, byTicket: true) with { CipherSuites = suites };
        using EnginePair first = Shake.Hands(client, server);

        using EnginePair second = Shake.AndTalk(
            client with
            {
                Sessions = [SessionTests.Take(first)],
                MessageRewriter = Rewriting.ClientHello(hello => hello with { CipherSuites = [suites[1]] }),
            },
            server);

        SessionTests.AssertResumed(second, false);
        Assert.Equal(suites[1], second.ServerEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void The_session_of_a_connection_that_was_cut_off_is_kept()
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket: false);
        using EnginePair first = Shake.Hands(_client, server);
        first.Server.EndOfInput();

        Assert.Equal(TlsReason.EndOfStream, first.Server.Failure!.Reason);
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void A_server_that_claims_to_resume_what_was_not_offered_is_refused()
    {
        // Only a client of TLS 1.3 sends an identifier that could be echoed.
        var events = new CollectedEvents();
        using EnginePair pair = new EnginePair(_client with { Versions = DefaultParameters.Versions }, _server with
        {
            Observer = events,
            MessageRewriter = Rewriting.ServerHello(hello => hello with
            {
                Random = Enumerable.Repeat((byte)7, 32).ToArray(),
                LegacySessionIdEcho = Hello.Client(events.Last(TlsDirection.Received, HandshakeType.ClientHello)).LegacySessionId,
            }),
        });
        Shake.AssertEnded(pair, Sender.Client, TlsReason.UnexpectedResumption, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void A_server_that_resumes_with_another_suite_is_refused()
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket: true);
        using EnginePair first = Shake.Hands(_client, server);
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.UnexpectedResumption,
            AlertDescription.IllegalParameter,
            _client with { Sessions = [SessionTests.Take(first)] },
            server with
            {
                MessageRewriter = Rewriting.ServerHello(hello => hello with { CipherSuite = CipherSuite.EcdheEcdsaAes256GcmSha384 }),
            });
    }

    [Fact]
    public void A_server_that_resumes_without_the_extended_main_secret_is_refused()
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket: true);
        using EnginePair first = Shake.Hands(_client, server);
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.ExtendedMainSecretChanged,
            AlertDescription.HandshakeFailure,
            _client with { Sessions = [SessionTests.Take(first)], DangerousWithoutExtendedMainSecret = true },
            server with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret) });
    }

    [Fact]
    public void A_server_that_resumes_with_another_application_protocol_is_refused()
    {
        ClientHandshakeOptions client = _client with { ApplicationProtocols = ["h2", "http/1.1"] };
        ServerHandshakeOptions server = Keeping(_server, byTicket: true) with { ApplicationProtocols = ["h2"] };
        using EnginePair first = Shake.Hands(client, server);
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.ApplicationProtocolNotOffered,
            AlertDescription.IllegalParameter,
            client with { Sessions = [SessionTests.Take(first)] },
            server with
            {
                MessageRewriter = Rewriting.WithAnswer(
                    ExtensionType.ApplicationLayerProtocolNegotiation, [0, 9, 8, .. "http/1.1"u8]),
            });
    }

    [Fact]
    public void A_ticket_with_the_secret_of_another_session_does_not_get_past_finished()
    {
        ServerHandshakeOptions server = Keeping(_server, byTicket: true);
        using EnginePair first = Shake.Hands(_client, server);
        using EnginePair other = Shake.Hands(_client, server);
        byte[] own = SessionTests.Take(first).Export();
        byte[] foreign = SessionTests.Take(other).Export();
        using TlsSession session = TlsSession.Import(own);
        using TlsSession otherSession = TlsSession.Import(foreign);
        int at = own.AsSpan().IndexOf(session.Ticket.Span);
        int foreignAt = foreign.AsSpan().IndexOf(otherSession.Ticket.Span);
        byte[] mixed = [.. own[..at], .. otherSession.Ticket.Span, .. foreign[(foreignAt + otherSession.Ticket.Length)..]];

        // The server, who sends first, is the first to be unreadable.
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.BadRecord,
            AlertDescription.BadRecordMac,
            _client with { Sessions = [TlsSession.Import(mixed)] },
            server);
    }

    [Fact]
    public void A_session_that_is_too_long_for_a_ticket_goes_without()
    {
        byte[] padding = new byte[60_000];
        CertifiedKey identity = TestIdentity.Of(KeyKind.EcP256, "client.example");
        var chain = new CertifiedKey([.. identity.Chain, padding, padding], identity.Key!);
        using EnginePair pair = Shake.AndTalk(
            _client with { Identities = [chain] },
            Keeping(_server, byTicket: true) with { ClientAuthentication = ClientAuthentication.Required });

        Assert.False(pair.ClientEngine.TryTakeSession(out _));
    }

    private ServerHandshakeOptions Keeping(ServerHandshakeOptions server, bool byTicket) =>
        server with { Tickets = byTicket ? _tickets : null, SessionCache = byTicket ? null : _cache };
}
