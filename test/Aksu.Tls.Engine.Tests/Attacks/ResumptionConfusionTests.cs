using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// A client takes a ticket that it got from one server to another that can read it (virtual hosts, a fleet with one key) and lies about
/// where it has it from, to get in without the proof that the other would ask for. The server has to see by itself; in every version.
/// </summary>
/// <seealso cref="Tls12.ResumptionMatrixTests"/>
/// <seealso cref="NeverResumedTests"/>
public sealed class ResumptionConfusionTests : IDisposable
{
    private static readonly Dictionary<string, Func<ServerHandshakeOptions, ServerHandshakeOptions>> Servers = new()
    {
        ["the same"] = static server => server,
        ["another protocol"] = static server => server with { ApplicationProtocols = ["imap"] },
        ["another policy"] = static server => server with { AuthenticationContext = new byte[] { 1 } },
        ["other authorities for clients"] = static server => server with
        {
            ClientCertificateAuthorities = [TestCertificate.NameOf("other.example")],
        },
        ["certificates demanded"] = static server => server with { ClientAuthentication = ClientAuthentication.Required },
        ["certificates not asked for"] = static server => server with { ClientAuthentication = ClientAuthentication.None },
        ["another suite"] = static server => server with
        {
            CipherSuites = [CipherSuite.Aes256GcmSha384, CipherSuite.EcdheEcdsaAes256GcmSha384],
        },
    };

    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();

    public static TheoryData<ushort, string, bool> Cases()
    {
        var cases = new TheoryData<ushort, string, bool>();
        foreach (string server in Servers.Keys)
        {
            foreach (bool hasCertificate in (bool[])[true, false])
            {
                cases.Add(0x0304, server, hasCertificate);
                cases.Add(0x0303, server, hasCertificate);
            }
        }

        return cases;
    }

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_session_gets_nobody_into_another_server(ushort version, string where, bool hasCertificate)
    {
        ClientHandshakeOptions client = Client(version, hasCertificate);
        ServerHandshakeOptions server = Server(version) with
        {
            ClientAuthentication = ClientAuthentication.Requested,
            ClientCertificateAuthorities = hasCertificate ? [TestCertificate.NameOf("client.example")] : [],
        };
        using EnginePair first = Shake.Hands(client, server);
        ServerHandshakeOptions other = Servers[where](server);
        string protocol = other.ApplicationProtocols[0];
        using TlsSession session = Disguised(SessionTests.Take(first), Shake.Name, protocol);

        using var second = new EnginePair(client with { ApplicationProtocols = [protocol], Sessions = [session], Identities = [] }, other);
        second.Pump();

        // A session with a certificate has what is demanded; one without has nothing that is no longer asked for.
        bool isSame = where == "the same" || where == (hasCertificate ? "certificates demanded" : "certificates not asked for");
        Assert.Equal(isSame, second.ServerEngine.Parameters is { IsResumed: true });
        if (!isSame)
        {
            Assert.Empty(second.ServerEngine.Parameters?.PeerCertificates ?? []);
        }
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_session_of_one_name_does_not_open_another(ushort version)
    {
        ClientHandshakeOptions client = Client(version, hasCertificate: false);
        using EnginePair first = Shake.Hands(client, Server(version));
        using TlsSession session = Disguised(SessionTests.Take(first), "other.example", "h2");

        using EnginePair second = Shake.AndTalk(client with { ServerName = "other.example", Sessions = [session] }, Server(version));

        SessionTests.AssertResumed(second, false);
    }

    /// <summary>The session as if it had been made elsewhere: what a lying client offers.</summary>
    public static TlsSession Disguised(TlsSession session, string name, string protocol) => new(Secret.CopyOf(session.SecretBytes))
    {
        Version = session.Version,
        CipherSuite = session.CipherSuite,
        ServerName = name,
        ApplicationProtocol = protocol,
        ReceivedAt = session.ReceivedAt,
        AuthenticatedAt = session.AuthenticatedAt,
        Lifetime = session.Lifetime,
        PeerCertificates = session.PeerCertificates,
        AuthenticationContext = session.AuthenticationContext,
        Ticket = session.Ticket,
        SessionId = session.SessionId,
        AgeAdd = session.AgeAdd,
    };

    private static ClientHandshakeOptions Client(ushort version, bool hasCertificate) => Shake.Client with
    {
        Versions = [new ProtocolVersion(version)],
        ApplicationProtocols = ["h2"],
        Identities = hasCertificate ? [TestIdentity.Of(KeyKind.EcP256, "client.example")] : [],
    };

    private ServerHandshakeOptions Server(ushort version) => Shake.Server with
    {
        Versions = [new ProtocolVersion(version)],
        ApplicationProtocols = ["h2"],
        Tickets = _tickets,
    };
}
