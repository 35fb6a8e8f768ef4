using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>Everything that decided about a session's first connection is asked again, to the very moment.</summary>
public sealed class SessionFitTests
{
    private static readonly DateTimeOffset Issued = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly ReceivedOffer Offer = MakeOffer();
    private static readonly ServerHandshakeOptions Options = new() { TicketLifetime = Lifetime };
    private static readonly IReadOnlyList<ReadOnlyMemory<byte>> Certificates = TestIdentity.Of(KeyKind.EcP256).Chain;

    [Fact]
    public void It_fits_where_nothing_has_changed() => Assert.True(Fits());

    [Theory]
    [InlineData(0x0303, 0x0304)]
    [InlineData(0x0304, 0x0303)]
    [InlineData(0x0302, 0x0303)]
    [InlineData(0x0303, 0x0302)]
    public void Its_version_is_no_other(ushort ofSession, ushort ofConnection) =>
        Assert.False(Fits(version: new ProtocolVersion(ofSession), connection: new ProtocolVersion(ofConnection)));

    [Fact]
    public void It_is_not_of_the_future()
    {
        Assert.True(Fits(now: Issued));
        Assert.False(Fits(now: Issued - Moment));
    }

    [Fact]
    public void It_ends_with_its_lifetime()
    {
        Assert.True(Fits(now: Issued + Lifetime - Moment));
        Assert.False(Fits(now: Issued + Lifetime));
    }

    [Fact]
    public void It_ends_a_week_after_the_peer_has_proved_who_it_is()
    {
        Assert.True(Fits(authenticated: Issued - Week + Moment, now: Issued));
        Assert.False(Fits(authenticated: Issued - Week, now: Issued));
    }

    [Fact]
    public void It_ends_with_the_certificates()
    {
        Assert.True(Fits(until: Issued + Moment, now: Issued));
        Assert.False(Fits(until: Issued, now: Issued));
    }

    [Theory]
    [InlineData("TEST.example", true)]
    [InlineData("test.example.", false)]
    [InlineData("other.example", false)]
    [InlineData(null, false)]
    public void It_is_for_one_name(string? name, bool fits) => Assert.Equal(fits, Fits(name: name));

    [Theory]
    [InlineData("h2", "h2", true)]
    [InlineData("h2", "H2", false)]
    [InlineData("h2", null, false)]
    [InlineData(null, "h2", false)]
    public void It_is_for_one_application_protocol(string? ofSession, string? ofConnection, bool fits) =>
        Assert.Equal(fits, Fits(protocol: ofSession, connectionProtocol: ofConnection));

    [Fact]
    public void It_is_for_one_policy() => Assert.False(Fits(options: Options with { AuthenticationContext = new byte[] { 1 } }));

    [Theory]
    [InlineData(ClientAuthentication.None, false, true)]
    [InlineData(ClientAuthentication.None, true, false)]
    [InlineData(ClientAuthentication.Requested, false, true)]
    [InlineData(ClientAuthentication.Requested, true, true)]
    [InlineData(ClientAuthentication.Required, false, false)]
    [InlineData(ClientAuthentication.Required, true, true)]
    public void It_stands_for_the_client_that_is_asked_for(ClientAuthentication asked, bool hasCertificate, bool fits) =>
        Assert.Equal(fits, Fits(options: Options with { ClientAuthentication = asked }, hasCertificate: hasCertificate));

    [Theory]
    [InlineData(ClientAuthentication.Requested, 0, 2, false)]
    [InlineData(ClientAuthentication.Requested, 2, 0, false)]
    [InlineData(ClientAuthentication.Requested, 2, 2, true)]
    [InlineData(ClientAuthentication.Required, 0, 2, false)]
    [InlineData(ClientAuthentication.Required, 2, 0, false)]
    [InlineData(ClientAuthentication.Required, 2, 2, true)]
    public void What_the_client_showed_is_of_a_type_that_is_taken(ClientAuthentication asked, byte shown, byte taken, bool fits) =>
        Assert.Equal(fits, Fits(
            options: Options with { ClientAuthentication = asked, PeerCertificateTypes = [new CertificateType(taken)] },
            hasCertificate: true,
            type: new CertificateType(shown)));

    // What was shown by nobody has no type to be taken.
    [Fact]
    public void Where_nobody_showed_anything_the_type_does_not_count() => Assert.True(Fits(options: Options with
    {
        ClientAuthentication = ClientAuthentication.Requested,
        PeerCertificateTypes = [CertificateType.RawPublicKey],
    }));

    private static bool Fits(
        ProtocolVersion? version = null,
        ProtocolVersion? connection = null,
        DateTimeOffset? now = null,
        DateTimeOffset? authenticated = null,
        DateTimeOffset? until = null,
        string? name = Shake.Name,
        string? protocol = null,
        string? connectionProtocol = null,
        ServerHandshakeOptions? options = null,
        bool hasCertificate = false,
        CertificateType type = default)
    {
        using var session = new ServerSession(Secret.CopyOf(new byte[32]))
        {
            Version = version ?? ProtocolVersion.Tls13,
            CipherSuite = CipherSuite.Aes128GcmSha256,
            IssuedAt = Issued,
            AuthenticatedAt = authenticated ?? Issued,
            AcceptedUntil = until ?? DateTimeOffset.MaxValue,
            AgeAdd = 0,
            ServerName = name,
            ApplicationProtocol = protocol,
            AuthenticationContext = Options.SessionContext,
            PeerCertificates = hasCertificate ? Certificates : [],
            PeerCertificateType = type,
        };
        return SessionFit.Matches(
            session,
            connection ?? ProtocolVersion.Tls13,
            options ?? Options,
            Offer,
            connectionProtocol,
            now ?? Issued + TimeSpan.FromHours(1));
    }

    private static ReceivedOffer MakeOffer()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Shake.Client with { Observer = events });
        byte[] hello = events.Last(TlsDirection.Sent, HandshakeType.ClientHello);
        return ReceivedOffer.Read(new HandshakeMessage(HandshakeType.ClientHello, hello));
    }
}
