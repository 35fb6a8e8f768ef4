using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>
/// Sessions that no handshake makes: stores outside this library can give anything back. What does not go together is passed over, and a full
/// handshake follows.
/// </summary>
public sealed class ForgedSessionTests : IDisposable
{
    private static readonly ProtocolVersion[] Both = [ProtocolVersion.Tls12, ProtocolVersion.Tls11];

    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [InlineData(0x0302, 0xc02b)] // GCM is of TLS 1.2
    [InlineData(0x0303, 0x1301)]
    [InlineData(0x0304, 0xc02b)]
    [InlineData(0x0304, 0x13ff)]
    public void A_client_offers_none_whose_suite_is_not_of_its_version(ushort version, ushort suite)
    {
        using var session = new TlsSession(Secret.CopyOf(new byte[48]))
        {
            Version = new ProtocolVersion(version),
            CipherSuite = new CipherSuite(suite),
            ServerName = Shake.Name,
            ApplicationProtocol = null,
            ReceivedAt = _time.GetUtcNow(),
            AuthenticatedAt = _time.GetUtcNow(),
            Lifetime = TimeSpan.FromHours(1),
            PeerCertificates = [],
            AuthenticationContext = default,
            Ticket = new byte[] { 1, 2, 3 },
        };
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with
            {
                Versions = [ProtocolVersion.Tls13, .. Both],
                DangerousLegacyVersions = true,
                Time = _time,
                Sessions = [session],
                Observer = events,
            },
            Older.Server);

        ExtensionBlock hello = Hello.Extensions(events.Last(TlsDirection.Sent, HandshakeType.ClientHello));
        Assert.False(hello.Contains(ExtensionType.PreSharedKey));
        Assert.True(hello.TryFind(ExtensionType.SessionTicket, out ReadOnlyMemory<byte> ticket));
        Assert.True(ticket.IsEmpty);
        Assert.True(session.TryTake(), "It was taken all the same.");
    }

    [Fact]
    public void A_server_resumes_none_whose_suite_is_not_of_its_version()
    {
        CipherSuite[] suites = [CipherSuite.EcdheEcdsaAes128GcmSha256, CipherSuite.EcdheEcdsaAes128CbcSha];
        ClientHandshakeOptions client = Older.Client with
        {
            Versions = Both,
            DangerousLegacyVersions = true,
            CipherSuites = suites,
            Time = _time,
        };
        ServerHandshakeOptions server = Older.Server with
        {
            Versions = [ProtocolVersion.Tls11],
            DangerousLegacyVersions = true,
            CipherSuites = suites,
            Time = _time,
        };

        AssertNotResumed(client, server, ProtocolVersion.Tls11, CipherSuite.EcdheEcdsaAes128GcmSha256);
    }

    [Theory]
    [InlineData(0x13ff)]
    [InlineData(0xc02b)]
    public void A_server_resumes_none_of_TLS_1_3_whose_suite_it_does_not_have(ushort suite) => AssertNotResumed(
        Shake.Client with { Time = _time }, Shake.Server with { Time = _time }, ProtocolVersion.Tls13, new CipherSuite(suite));

    [Fact]
    public void What_is_stored_outside_and_right_is_resumed()
    {
        using EnginePair pair = Resume(
            Shake.Client with { Time = _time }, Shake.Server with { Time = _time }, ProtocolVersion.Tls13, suite: null);

        SessionTests.AssertResumed(pair, true);
    }

    private void AssertNotResumed(
        ClientHandshakeOptions client, ServerHandshakeOptions server, ProtocolVersion version, CipherSuite suite)
    {
        using EnginePair pair = Resume(client, server, version, suite);
        Shake.Talk(pair);

        SessionTests.AssertResumed(pair, false);
    }

    /// <summary>Resumes a session in whose place the store gives one with this version and suite; the right one for no suite.</summary>
    private EnginePair Resume(
        ClientHandshakeOptions client, ServerHandshakeOptions server, ProtocolVersion version, CipherSuite? suite)
    {
        using EnginePair first = Shake.Hands(client, server with { Tickets = _tickets });
        TlsSession session = SessionTests.Take(first);
        using var stored = new ServerSession(Secret.CopyOf(session.SecretBytes))
        {
            Version = version,
            CipherSuite = suite ?? session.CipherSuite,
            IssuedAt = _time.GetUtcNow(),
            AuthenticatedAt = _time.GetUtcNow(),
            AcceptedUntil = DateTimeOffset.MaxValue,
            AgeAdd = 0,
            ServerName = Shake.Name,
            ApplicationProtocol = null,
            AuthenticationContext = default,
            PeerCertificates = [],
        };
        using var state = new WireWriter();
        stored.Encode(state);
        byte[] bytes = state.WrittenSpan.ToArray();
        return EnginePair.Connect(
            client with { Sessions = [session] },
            server with { AsksForSessions = true },
            serverAnswers: new SuspensionAnswers { Session = request => request.Provide(bytes) });
    }
}
