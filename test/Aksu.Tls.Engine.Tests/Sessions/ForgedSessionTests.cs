using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>
/// Sessions that no handshake makes: stores outside this library can give anything back. What does not go together is passed over, and a
/// full handshake follows.
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
    [InlineData(0x0303, 0x9999)]
    public void A_client_offers_none_whose_suite_is_not_of_its_version(ushort version, ushort suite)
    {
        using TlsSession session = Session(version, suite);

        Assert.False(Offers(session, Shake.Client with { Versions = [ProtocolVersion.Tls13, .. Both], DangerousLegacyVersions = true }));
        Assert.True(session.TryTake(), "It was taken all the same.");
    }

    [Theory]
    [InlineData(0x0304, 0x1301)]
    [InlineData(0x0303, 0xc02b)]
    public void A_client_offers_one_that_goes_with_what_it_wants(ushort version, ushort suite)
    {
        ClientHandshakeOptions client = Shake.Client;
        Assert.True(Offers(Session(version, suite), client));
        Assert.True(Offers(Session(version, suite), client with { ServerName = Shake.Name.ToUpperInvariant() }));
        Assert.True(Offers(Session(version, suite), client with { PeerCertificateTypes = [CertificateType.RawPublicKey] }));
        Assert.True(Offers(Session(version, suite, protocol: "h2"), client with { ApplicationProtocols = ["http/1.1", "h2"] }));

        Assert.False(Offers(Session(version, suite), client with { ServerName = "other.example" }));
        Assert.False(Offers(Session(version, suite), client with { ServerName = null }));
        Assert.False(Offers(Session(version, suite), client with { ApplicationProtocols = ["h2"] }));
        Assert.False(Offers(Session(version, suite, protocol: "h2"), client));
        Assert.False(Offers(Session(version, suite, protocol: "h2"), client with { ApplicationProtocols = ["http/1.1"] }));
        Assert.False(Offers(Session(version, suite), client with { AuthenticationContext = new byte[] { 1 } }));
        Assert.False(Offers(Session(version, suite), client with { MaxOfferedSessions = 0 }));
        Assert.False(Offers(
            Session(version, suite, certificates: Older.Server.Identities[0].Key.Chain),
            client with { PeerCertificateTypes = [CertificateType.RawPublicKey] }));
    }

    [Fact]
    public void A_client_offers_none_of_a_version_that_it_does_not_have() =>
        Assert.False(Offers(Session(0x0302, 0xc009), Shake.Client with { CipherSuites = [CipherSuite.EcdheEcdsaAes128CbcSha] }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_client_offers_one_that_is_not_bound_only_where_it_was_told_to(bool isAllowed) => Assert.Equal(
        isAllowed,
        Offers(Session(0x0303, 0xc02b, isBound: false), Shake.Client with { DangerousWithoutExtendedMainSecret = isAllowed }));

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

    private TlsSession Session(
        ushort version,
        ushort suite,
        string? protocol = null,
        bool isBound = true,
        IReadOnlyList<ReadOnlyMemory<byte>>? certificates = null) => new(Secret.CopyOf(new byte[48]))
        {
            Version = new ProtocolVersion(version),
            CipherSuite = new CipherSuite(suite),
            ServerName = Shake.Name,
            ApplicationProtocol = protocol,
            ReceivedAt = _time.GetUtcNow(),
            AuthenticatedAt = _time.GetUtcNow(),
            Lifetime = TimeSpan.FromHours(1),
            PeerCertificates = certificates ?? [],
            AuthenticationContext = default,
            Ticket = new byte[] { 1, 2, 3 },
            ExtendedMainSecret = isBound,
        };

    private bool Offers(TlsSession session, ClientHandshakeOptions options)
    {
        var events = new CollectedEvents();
        using var pair = new EnginePair(options with { Time = _time, Sessions = [session], Observer = events }, Older.Server);
        pair.Client.Run();
        ExtensionBlock hello = Hello.Extensions(events.Last(TlsDirection.Sent, HandshakeType.ClientHello));
        return hello.Contains(ExtensionType.PreSharedKey)
            || (hello.TryFind(ExtensionType.SessionTicket, out ReadOnlyMemory<byte> ticket) && !ticket.IsEmpty);
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
