using System.Security.Cryptography.X509Certificates;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Bench.Transport;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Bench.Contestants;

/// <summary>Our stream. Client and server are made once for all connections, as they are meant to be.</summary>
internal sealed class TlsStreams : Contestant
{
    public const string Title = "Aksu TlsStream";

    private readonly Lazy<(TlsClient Client, TlsServer Server)> _idle = new(static () => Party(
        CertificateKind.EcdsaP256, ProtocolVersion.Tls13, hasClientCertificate: false, suite: null));

    public override string Name => Title;

    public override Work? Handshakes(HandshakeScenario scenario) =>
        EngineParty.Supports(scenario.Version) ? new TlsStreamHandshakes(scenario) : null;

    public override Work Records(RecordScenario scenario)
    {
        (TlsClient client, TlsServer server) = Party(
            CertificateKind.EcdsaP256, scenario.Version, hasClientCertificate: false, scenario.Suite);
        (MemoryDuplex Client, MemoryDuplex Server)? ends = null;
        (TlsStream from, TlsStream to) = Connect(client, server, ref ends);
        return new StreamRecords(from, to, scenario);
    }

    public override Work Sockets(SocketScenario scenario)
    {
        // No resumption: as many full handshakes.
        (TlsClient client, TlsServer server) = Party(
            CertificateKind.EcdsaP256, ProtocolVersion.Tls13, hasClientCertificate: false, scenario.Suite, clientResumes: false);
        return new SocketWork(scenario, async (clientEnd, serverEnd) =>
        {
            Task<TlsStream> accepting = server.AuthenticateAsync(serverEnd).AsTask();
            TlsStream connected = await client.AuthenticateAsync(clientEnd, CertificateSet.ServerName);
            return (connected, await accepting);
        });
    }

    public override object OpenIdle()
    {
        (MemoryDuplex Client, MemoryDuplex Server)? ends = null;
        (TlsStream client, TlsStream server) = Connect(_idle.Value.Client, _idle.Value.Server, ref ends);
        Task<int> clientWaits = client.ReadAsync(Memory<byte>.Empty).AsTask();
        Task<int> serverWaits = server.ReadAsync(Memory<byte>.Empty).AsTask();
        return (client, server, clientWaits, serverWaits);
    }

    public static (TlsClient Client, TlsServer Server) Party(
        CertificateKind certificates,
        ProtocolVersion version,
        bool hasClientCertificate,
        CipherSuite? suite,
        bool clientResumes = true,
        bool keepsSessions = false)
    {
        CertificateSet set = CertificateSet.Of(certificates);
        IReadOnlyList<CipherSuite> suites = SuiteChoice.ListOf(suite);
        TrustStore trust = TrustStore.Of(Certificate.Parse(set.Root.RawData));
        var client = new TlsClient(new TlsClientOptions
        {
            Versions = [version],
            CipherSuites = suites,
            Trust = trust,
            Identities = hasClientCertificate ? [IdentityOf(set, set.Client)] : [],
            ResumeSessions = clientResumes,
        });
        var server = new TlsServer(new TlsServerOptions
        {
            Versions = [version],
            CipherSuites = suites,
            Identities = [IdentityOf(set, set.Server)],
            Trust = hasClientCertificate ? trust : null,
            ClientAuthentication = hasClientCertificate ? ClientAuthentication.Required : ClientAuthentication.None,
            TicketCount = keepsSessions ? 0 : 2,
            SessionCache = keepsSessions ? new MemorySessionCache() : null,
        });
        return (client, server);
    }

    public static (TlsStream Client, TlsStream Server) Connect(
        TlsClient client, TlsServer server, ref (MemoryDuplex Client, MemoryDuplex Server)? ends)
    {
        (MemoryDuplex clientEnd, MemoryDuplex serverEnd) = MemoryDuplex.Reopen(ref ends);
        Task<TlsStream> accepting = server.AuthenticateAsync(serverEnd).AsTask();
        TlsStream connected = client.AuthenticateAsync(clientEnd, CertificateSet.ServerName).AsTask().GetAwaiter().GetResult();
        return (connected, accepting.GetAwaiter().GetResult());
    }

    private static Identity IdentityOf(CertificateSet set, X509Certificate2 leaf) =>
        Identity.FromPem(set.ChainPem(leaf), CertificateSet.KeyPem(leaf));
}
