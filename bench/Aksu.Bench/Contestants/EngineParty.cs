using System.Security.Cryptography.X509Certificates;
using Aksu.Bench.Profile;
using Aksu.Bench.Scenarios;
using Aksu.Bench.Transport;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;
using PkiServerIdentity = Aksu.Pki.ServerIdentity;

namespace Aksu.Bench.Contestants;

/// <summary>A client and a server over our engine, with the same certificates and the same verification as everybody else.</summary>
internal sealed class EngineParty
{
    private readonly ClientHandshakeOptions _clientOptions;
    private readonly ServerHandshakeOptions _serverOptions;
    private readonly OperationClock? _clock;
    private readonly CertificateVerifier _verifier;
    private readonly PkiServerIdentity _server = PkiServerIdentity.Parse(CertificateSet.ServerName);
    private readonly ByteQueue _toServer = new();
    private readonly ByteQueue _toClient = new();

    /// <param name="certificates">Which chain.</param>
    /// <param name="version">The only version.</param>
    /// <param name="hasClientCertificate">Whether the client has to show its own.</param>
    /// <param name="suite">The only suite; null for those that ours has by itself.</param>
    /// <param name="clock">Times the primitives and the verifier; null for none.</param>
    /// <param name="keepsSessions">Whether the server keeps sessions instead of giving tickets.</param>
    public EngineParty(
        CertificateKind certificates,
        ProtocolVersion version,
        bool hasClientCertificate,
        CipherSuite? suite,
        OperationClock? clock = null,
        bool keepsSessions = false)
    {
        CryptographyProvider provider = CryptographyProvider.Default;
        if (clock is not null)
        {
            provider = new TimedProvider(provider, clock);
            _clock = clock;
        }

        CertificateSet set = CertificateSet.Of(certificates);
        _verifier = new CertificateVerifier(
            new VerificationPolicy { Trust = TrustStore.Of(Certificate.Parse(set.Root.RawData)) }, provider);
        IReadOnlyList<CipherSuite> suites = SuiteChoice.ListOf(suite);
        _clientOptions = new ClientHandshakeOptions
        {
            Cryptography = provider,
            Versions = [version],
            CipherSuites = suites,
            ServerName = CertificateSet.ServerName,
            Identities = hasClientCertificate ? [Key(set, set.Client, provider)] : [],
        };
        _serverOptions = new ServerHandshakeOptions
        {
            Cryptography = provider,
            Versions = [version],
            CipherSuites = suites,
            Identities = [new Aksu.Tls.Engine.Options.ServerIdentity(Key(set, set.Server, provider), [CertificateSet.ServerName])],
            Tickets = keepsSessions ? null : new RotatingTicketProtector(provider, TimeSpan.FromHours(1), TimeSpan.FromHours(12)),
            SessionCache = keepsSessions ? new MemorySessionCache() : null,
            ClientAuthentication = hasClientCertificate ? ClientAuthentication.Required : ClientAuthentication.None,
        };
    }

    /// <summary>Whether the engine has this version yet.</summary>
    public static bool Supports(ProtocolVersion version)
    {
        try
        {
            using var engine = new ClientEngine(new ClientHandshakeOptions { Versions = [version] });
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public (ClientEngine Client, ServerEngine Server) Connect(TlsSession? session)
    {
        var client = new ClientEngine(session is null ? _clientOptions : _clientOptions with { Sessions = [session] });
        var server = new ServerEngine(_serverOptions);
        _toServer.Clear();
        _toClient.Clear();
        while (!client.IsEstablished || !server.IsEstablished)
        {
            Step(client, _toClient, _toServer);
            Step(server, _toServer, _toClient);
        }

        return (client, server);
    }

    /// <summary>Sends data one way; returns how much of it came out at the other end.</summary>
    public int Transfer(ReadOnlySpan<byte> data, TlsEngine from, TlsEngine to)
    {
        ByteQueue queue = to.Side == TlsSide.Client ? _toClient : _toServer;
        from.Encrypt(data, queue);
        int received = 0;
        while (true)
        {
            TlsStatus status = to.Decrypt(queue.Waiting, out int consumed, out ReadOnlySpan<byte> plaintext);
            received += plaintext.Length;
            queue.Consume(consumed);
            if (status != TlsStatus.Complete)
            {
                return received;
            }
        }
    }

    private void Step(TlsEngine engine, ByteQueue input, ByteQueue output)
    {
        while (true)
        {
            TlsStatus status = engine.Handshake(input.Waiting, output, out int consumed);
            input.Consume(consumed);
            if (status != TlsStatus.NeedPeerVerdict)
            {
                return;
            }

            Decide((PeerCertificatesRequest)engine.Pending!);
        }
    }

    private void Decide(PeerCertificatesRequest request)
    {
        using OperationClock.Scope scope = _clock is null ? default : _clock.Time("certificate verifier");
        Verdict verdict = _verifier.Verify(request.Side == TlsSide.Client
            ? VerificationRequest.ForServer(request.Certificates, _server)
            : VerificationRequest.ForClient(request.Certificates));
        if (!verdict.IsAccepted)
        {
            throw new InvalidOperationException(verdict.Reason);
        }

        request.Accept();
    }

    private static CertifiedKey Key(CertificateSet set, X509Certificate2 leaf, CryptographyProvider provider)
    {
        using System.Security.Cryptography.AsymmetricAlgorithm key =
            leaf.GetECDsaPrivateKey() ?? (System.Security.Cryptography.AsymmetricAlgorithm)leaf.GetRSAPrivateKey()!;
        ReadOnlyMemory<byte>[] chain = [.. set.ChainOf(leaf).Select(static certificate => (ReadOnlyMemory<byte>)certificate.RawData)];
        return new CertifiedKey(chain, provider.ImportPrivateKey(key.ExportPkcs8PrivateKey())!);
    }
}
