using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Bench.Transport;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

/// <summary>
/// The platform's stream. Its options are made once for all connections, its certificate context is prepared and offline, revocation is
/// off: the way it is fastest. For handshakes it chooses the suite (a policy would keep it from caching its context, and from resuming).
/// </summary>
internal sealed class SslStreams : Contestant
{
    public const string Title = "SslStream";

    public override string Name => Title;

    // It has no setting that takes tickets away and lets it resume.
    public override Work? Handshakes(HandshakeScenario scenario) => scenario.IsByIdentifier ? null : new SslStreamHandshakes(scenario);

    public override Work Records(RecordScenario scenario)
    {
        CertificateSet certificates = CertificateSet.Of(CertificateKind.EcdsaP256);
        SslClientAuthenticationOptions clientOptions = Client(certificates, scenario.Version, hasCertificate: false);
        if (!OperatingSystem.IsWindows())
        {
            clientOptions.CipherSuitesPolicy = new CipherSuitesPolicy([(TlsCipherSuite)scenario.Suite.Value]);
        }

        (MemoryDuplex Client, MemoryDuplex Server)? ends = null;
        (SslStream client, SslStream server, _) = Connect(
            clientOptions, Server(certificates, scenario.Version, asksClient: false), ref ends);
        return new StreamRecords(client, server, scenario);
    }

    public override Work Sockets(SocketScenario scenario)
    {
        CertificateSet certificates = CertificateSet.Of(CertificateKind.EcdsaP256);
        SslClientAuthenticationOptions clientOptions = Client(certificates, ProtocolVersion.Tls13, hasCertificate: false);
        SslServerAuthenticationOptions serverOptions = Server(certificates, ProtocolVersion.Tls13, asksClient: false);
        return new SocketWork(scenario, async (clientEnd, serverEnd) =>
        {
            var client = new SslStream(clientEnd);
            var server = new SslStream(serverEnd);
            await Task.WhenAll(client.AuthenticateAsClientAsync(clientOptions), server.AuthenticateAsServerAsync(serverOptions));
            CheckSuite(client, scenario.Suite);
            return (client, server);
        });
    }

    public override object OpenIdle()
    {
        (MemoryDuplex Client, MemoryDuplex Server)? ends = null;
        (SslStream client, SslStream server, _) = Connect(
            Client(CertificateSet.Of(CertificateKind.EcdsaP256), ProtocolVersion.Tls13, hasCertificate: false),
            Server(CertificateSet.Of(CertificateKind.EcdsaP256), ProtocolVersion.Tls13, asksClient: false),
            ref ends);
        Task<int> clientWaits = client.ReadAsync(Memory<byte>.Empty).AsTask();
        Task<int> serverWaits = server.ReadAsync(Memory<byte>.Empty).AsTask();
        return (client, server, clientWaits, serverWaits);
    }

    public static SslClientAuthenticationOptions Client(CertificateSet certificates, ProtocolVersion version, bool hasCertificate) => new()
    {
        TargetHost = CertificateSet.ServerName,
        EnabledSslProtocols = Protocol(version),
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = ChainPolicy(certificates),
        ClientCertificateContext = hasCertificate ? Context(certificates, certificates.Client) : null,
    };

    public static SslServerAuthenticationOptions Server(CertificateSet certificates, ProtocolVersion version, bool asksClient) => new()
    {
        EnabledSslProtocols = Protocol(version),
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = ChainPolicy(certificates),
        ClientCertificateRequired = asksClient,
        ServerCertificateContext = Context(certificates, certificates.Server),
    };

    public static (SslStream Client, SslStream Server, MemoryDuplex ClientEnd) Connect(
        SslClientAuthenticationOptions clientOptions,
        SslServerAuthenticationOptions serverOptions,
        ref (MemoryDuplex Client, MemoryDuplex Server)? ends)
    {
        (MemoryDuplex clientEnd, MemoryDuplex serverEnd) = MemoryDuplex.Reopen(ref ends);
        var client = new SslStream(clientEnd);
        var server = new SslStream(serverEnd);
        Task accepting = server.AuthenticateAsServerAsync(serverOptions);
        client.AuthenticateAsClientAsync(clientOptions).GetAwaiter().GetResult();
        accepting.GetAwaiter().GetResult();
        return (client, server, clientEnd);
    }

    /// <summary>Where ours is told to use one suite, SslStream has to have taken the same.</summary>
    public static void CheckSuite(SslStream stream, CipherSuite? expected)
    {
        if (expected is { } suite && (ushort)stream.NegotiatedCipherSuite != suite.Value)
        {
            throw new InvalidOperationException($"SslStream took {stream.NegotiatedCipherSuite}, and ours is told to use {suite}.");
        }
    }

    private static SslStreamCertificateContext Context(CertificateSet certificates, X509Certificate2 leaf) =>
        SslStreamCertificateContext.Create(leaf, [.. certificates.ChainOf(leaf).Skip(1)], offline: true);

    private static X509ChainPolicy ChainPolicy(CertificateSet certificates) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { certificates.Root },
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };

    private static SslProtocols Protocol(ProtocolVersion version) =>
        version == ProtocolVersion.Tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12;
}
