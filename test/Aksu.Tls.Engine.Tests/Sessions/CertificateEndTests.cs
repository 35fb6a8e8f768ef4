using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>A session stands on the peer's certificates, and so it ends when they do: on both sides, in every version.</summary>
public sealed class CertificateEndTests : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly MemorySessionCache _cache = new();

    public static TheoryData<ushort, bool, int> Cases() => new()
    {
        { 0x0304, true, -1 },
        { 0x0304, true, 0 },
        { 0x0303, true, -1 },
        { 0x0303, true, 0 },
        { 0x0303, false, -1 },
        { 0x0303, false, 0 },
    };

    public void Dispose()
    {
        _tickets.Dispose();
        _cache.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_server_resumes_up_to_the_end_of_the_client_s_certificate(ushort version, bool byTicket, int secondsPast)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(version, byTicket);
        using EnginePair first = EnginePair.Connect(client, server, serverAnswers: UntilExpiry);
        using TlsSession honest = SessionTests.Take(first);

        // A client that does not care about the lifetime that it was told.
        using TlsSession careless = Careless(honest);
        _time.Advance(Validity + TimeSpan.FromSeconds(secondsPast));

        using EnginePair second = EnginePair.Connect(client with { Sessions = [careless] }, server, serverAnswers: UntilExpiry);

        SessionTests.AssertResumed(second, secondsPast < 0);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_client_offers_a_session_up_to_the_end_of_the_server_s_certificate(ushort version, bool byTicket, int secondsPast)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(version, byTicket);
        using EnginePair first = EnginePair.Connect(client, server, clientAnswers: UntilExpiry);
        using TlsSession session = TlsSession.Import(SessionTests.Take(first).Export());
        _time.Advance(Validity + TimeSpan.FromSeconds(secondsPast));

        using EnginePair second = EnginePair.Connect(client with { Sessions = [session] }, server, clientAnswers: UntilExpiry);

        SessionTests.AssertResumed(second, secondsPast < 0);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void The_client_is_told_the_shorter_lifetime(ushort version)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(version, byTicket: true);
        using EnginePair pair = EnginePair.Connect(client, server, serverAnswers: UntilExpiry);

        Assert.Equal(Validity, SessionTests.Take(pair).Lifetime);
    }

    [Theory]
    [InlineData(0x0304, true)]
    [InlineData(0x0303, true)]
    [InlineData(0x0303, false)]
    public void A_certificate_that_ends_now_makes_no_session(ushort version, bool byTicket)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(version, byTicket);
        var atOnce = new SuspensionAnswers { Verdict = request => request.Accept(_time.GetUtcNow()) };
        var events = new CollectedEvents();
        using EnginePair first = EnginePair.Connect(client with { Observer = events }, server, serverAnswers: atOnce);
        Assert.Equal(0, _cache.Count);

        // In TLS 1.2 a ticket was announced before: it comes, and is empty.
        Assert.Equal(version == 0x0303 && byTicket, events.Types(TlsDirection.Received).Contains(HandshakeType.NewSessionTicket));
        if (!first.ClientEngine.TryTakeSession(out TlsSession? session))
        {
            return;
        }

        // A client of TLS 1.2 cannot know that the server kept nothing under the identifier.
        Assert.False(byTicket);
        using EnginePair second = EnginePair.Connect(client with { Sessions = [session] }, server, serverAnswers: atOnce);
        SessionTests.AssertResumed(second, false);
    }

    [Fact]
    public void Resuming_does_not_stretch_it()
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Options(0x0304, byTicket: true);
        using EnginePair first = EnginePair.Connect(client, server, serverAnswers: UntilExpiry);
        TlsSession session = SessionTests.Take(first);
        _time.Advance(Validity / 2);
        using EnginePair second = EnginePair.Connect(client with { Sessions = [session] }, server);
        SessionTests.AssertResumed(second, true);
        using TlsSession careless = Careless(SessionTests.Take(second));
        _time.Advance(Validity / 2);

        using EnginePair third = EnginePair.Connect(client with { Sessions = [careless] }, server);

        SessionTests.AssertResumed(third, false);
    }

    private SuspensionAnswers UntilExpiry => new() { Verdict = request => request.Accept(_time.GetUtcNow() + Validity) };

    private (ClientHandshakeOptions Client, ServerHandshakeOptions Server) Options(ushort version, bool byTicket)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        return (
            Shake.Client with { Versions = versions, Time = _time, Identities = [TestIdentity.Of(KeyKind.EcP256)] },
            Shake.Server with
            {
                Versions = versions,
                Time = _time,
                ClientAuthentication = ClientAuthentication.Required,
                Tickets = byTicket ? _tickets : null,
                SessionCache = byTicket ? null : _cache,
            });
    }

    private static TlsSession Careless(TlsSession session) => new(Secret.CopyOf(session.SecretBytes))
    {
        Version = session.Version,
        CipherSuite = session.CipherSuite,
        ServerName = session.ServerName,
        ApplicationProtocol = session.ApplicationProtocol,
        ReceivedAt = session.ReceivedAt,
        AuthenticatedAt = session.AuthenticatedAt,
        Lifetime = TimeSpan.FromDays(1),
        PeerCertificates = session.PeerCertificates,
        AuthenticationContext = session.AuthenticationContext,
        Ticket = session.Ticket,
        SessionId = session.SessionId,
        AgeAdd = session.AgeAdd,
    };
}
