using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>Tickets and resumption of TLS 1.3.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = Protector();
    private readonly ClientHandshakeOptions _client;
    private readonly ServerHandshakeOptions _server;

    public SessionTests()
    {
        _client = Shake.Client with { Time = _time };
        _server = Shake.Server with { Time = _time, Tickets = _tickets };
    }

    public static RotatingTicketProtector Protector() => new(CryptographyProvider.Default, TimeSpan.FromHours(1), TimeSpan.FromHours(12));

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [InlineData(0x1301)]
    [InlineData(0x1302)]
    [InlineData(0x1303)]
    [InlineData(0x1304)]
    [InlineData(0x1305)]
    public void Resumes_with_every_suite(int suite)
    {
        CipherSuite[] suites = [new CipherSuite((ushort)suite)];
        ClientHandshakeOptions client = _client with { CipherSuites = suites };
        ServerHandshakeOptions server = _server with { CipherSuites = suites };
        using EnginePair first = Shake.Hands(client, server);

        using EnginePair second = Shake.AndTalk(client with { Sessions = [Take(first)] }, server);

        AssertResumed(second, true);
        Assert.Empty(second.Client.Requests);
        Assert.Equal(first.ClientEngine.Parameters!.PeerCertificates, second.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Null(second.ClientEngine.Parameters.SignatureScheme);
        Assert.Equal(NamedGroup.X25519, second.ClientEngine.Parameters.Group);
    }

    [Fact]
    public void A_resumed_connection_does_not_acknowledge_the_name_again()
    {
        // RFC 6066 §3.
        using EnginePair first = Shake.Hands(_client, _server);
        var events = new CollectedEvents();
        using EnginePair second = Shake.Hands(_client with { Sessions = [Take(first)], Observer = events }, _server);

        AssertResumed(second, true);
        ReadOnlyMemory<byte> message = events.Last(Diagnostics.TlsDirection.Received, HandshakeType.EncryptedExtensions);
        Assert.False(EncryptedExtensions.Decode(message[HandshakeMessage.HeaderLength..]).Extensions.Contains(ExtensionType.ServerName));
    }

    [Fact]
    public void A_resumed_connection_can_be_resumed()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        using EnginePair second = Shake.Hands(_client with { Sessions = [Take(first)] }, _server);

        using EnginePair third = Shake.AndTalk(_client with { Sessions = [Take(second)] }, _server);

        AssertResumed(third, true);
    }

    [Fact]
    public void A_session_of_another_suite_of_the_same_hash_is_resumed()
    {
        using EnginePair first = Shake.Hands(_client, _server with { CipherSuites = [CipherSuite.ChaCha20Poly1305Sha256] });

        using EnginePair second = Shake.AndTalk(
            _client with { Sessions = [Take(first)] }, _server with { CipherSuites = [CipherSuite.Aes128GcmSha256] });

        AssertResumed(second, true);
        Assert.Equal(CipherSuite.Aes128GcmSha256, second.ClientEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void A_session_of_another_hash_is_not_resumed()
    {
        using EnginePair first = Shake.Hands(_client, _server with { CipherSuites = [CipherSuite.Aes256GcmSha384] });

        using EnginePair second = Shake.AndTalk(
            _client with { Sessions = [Take(first)] }, _server with { CipherSuites = [CipherSuite.Aes128GcmSha256] });

        AssertResumed(second, false);
    }

    [Fact]
    public void The_client_s_certificates_stay_with_the_session()
    {
        CertifiedKey identity = TestIdentity.Of(KeyKind.Ed25519);
        ClientHandshakeOptions client = _client with { Identities = [identity] };
        ServerHandshakeOptions server = _server with { ClientAuthentication = ClientAuthentication.Required };
        using EnginePair first = Shake.Hands(client, server);

        using EnginePair second = Shake.AndTalk(client with { Sessions = [Take(first)] }, server);

        AssertResumed(second, true);
        Assert.Empty(second.Server.Requests);
        Assert.Equal(identity.Chain, second.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_second_of_several_offered_sessions_is_taken_when_the_first_is_unknown()
    {
        using RotatingTicketProtector foreign = Protector();
        using EnginePair elsewhere = Shake.Hands(_client, _server with { Tickets = foreign });
        using EnginePair first = Shake.Hands(_client, _server);

        using EnginePair second = Shake.AndTalk(
            _client with { Sessions = [Take(elsewhere), Take(first)], MaxOfferedSessions = 2 }, _server);

        AssertResumed(second, true);
    }

    [Fact]
    public void A_session_survives_being_stored()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        using TlsSession stored = Take(first);
        using TlsSession read = TlsSession.Import(stored.Export());

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [read] }, _server);

        AssertResumed(second, true);
    }

    [Fact]
    public void A_session_that_is_stored_outside_is_resumed()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        TlsSession session = Take(first);
        using Secret state = _tickets.Unprotect(session.Ticket.Span, _time.GetUtcNow())!;
        byte[] stored = state.Span.ToArray();
        var answers = new SuspensionAnswers { Session = request => request.Provide(stored) };

        using EnginePair second = EnginePair.Connect(
            _client with { Sessions = [session] }, _server with { Tickets = null, AsksForSessions = true }, serverAnswers: answers);

        Shake.Talk(second);
        AssertResumed(second, true);
    }

    [Fact]
    public void The_store_outside_is_asked_for_one_session_after_the_other()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        TlsSession unknown = Take(first);
        TlsSession known = Take(first);
        using Secret state = _tickets.Unprotect(known.Ticket.Span, _time.GetUtcNow())!;
        byte[] stored = state.Span.ToArray();
        var asked = new List<byte[]>();
        var answers = new SuspensionAnswers
        {
            Session = request =>
            {
                asked.Add(request.Ticket.ToArray());
                if (asked.Count == 1)
                {
                    request.NotFound();
                }
                else
                {
                    request.Provide(stored);
                }
            },
        };

        using EnginePair second = EnginePair.Connect(
            _client with { Sessions = [unknown, known], MaxOfferedSessions = 2 },
            _server with { Tickets = null, AsksForSessions = true },
            serverAnswers: answers);

        AssertResumed(second, true);
        Assert.Equal([unknown.Ticket.ToArray(), known.Ticket.ToArray()], asked);
    }

    [Fact]
    public void The_store_outside_is_asked_only_where_there_is_one()
    {
        using RotatingTicketProtector foreign = Protector();
        using EnginePair first = Shake.Hands(_client, _server);

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [Take(first)] }, _server with { Tickets = foreign });

        Assert.Empty(second.Server.Requests);
    }

    [Fact]
    public void Garbage_from_a_store_outside_leads_to_a_full_handshake()
    {
        using EnginePair first = Shake.Hands(_client, _server);
        var answers = new SuspensionAnswers { Session = static request => request.Provide(new byte[] { 1, 2, 3 }) };

        using EnginePair second = EnginePair.Connect(
            _client with { Sessions = [Take(first)] }, _server with { Tickets = null, AsksForSessions = true }, serverAnswers: answers);

        AssertResumed(second, false);
    }

    internal static TlsSession Take(EnginePair pair)
    {
        Assert.True(pair.ClientEngine.TryTakeSession(out TlsSession? session));
        return session;
    }

    internal static void AssertResumed(EnginePair pair, bool isResumed)
    {
        Assert.Equal(isResumed, pair.ClientEngine.Parameters!.IsResumed);
        Assert.Equal(isResumed, pair.ServerEngine.Parameters!.IsResumed);
    }
}
