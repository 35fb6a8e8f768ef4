using Aksu.Bench.Transport;
using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Instructions;

/// <summary>
/// A handshake, a byte of data and the end, always the same: primitives do nothing, time stands still, nothing is random. So what it
/// executes is the engine itself, and the same each time.
/// </summary>
internal sealed class FixedHandshake : IDisposable
{
    private const string ServerName = "server.example";
    private const int MaxTurns = 100;

    private static readonly byte[] OneByte = [1];

    private readonly bool _isResumed;
    private readonly GeneratedKey _key;
    private readonly ClientHandshakeOptions _clientOptions;
    private readonly ServerHandshakeOptions _serverOptions;
    private readonly ByteQueue _toServer = new();
    private readonly ByteQueue _toClient = new();
    private TlsSession? _session;

    public FixedHandshake(ProtocolVersion version, bool isResumed)
    {
        _isResumed = isResumed;
        var provider = new NullCryptographyProvider();
        var time = new ManualTime();
        _key = provider.GenerateKey(KeyKind.EcP256);
        var identity = new CertifiedKey([TestCertificate.For(_key.Key, ServerName)], _key.Key);
        _clientOptions = new ClientHandshakeOptions
        {
            Cryptography = provider,
            Time = time,
            Versions = [version],
            ServerName = ServerName,
        };
        _serverOptions = new ServerHandshakeOptions
        {
            Cryptography = provider,
            Time = time,
            Versions = [version],
            Identities = [new ServerIdentity(identity, [ServerName])],
            Tickets = new RotatingTicketProtector(provider, TimeSpan.FromHours(1), TimeSpan.FromHours(12)),
        };
    }

    public void Run()
    {
        using var client = new ClientEngine(_session is null ? _clientOptions : _clientOptions with { Sessions = [_session] });
        using var server = new ServerEngine(_serverOptions);
        _toServer.Clear();
        _toClient.Clear();
        for (int turn = 0; !client.IsEstablished || !server.IsEstablished; turn++)
        {
            if (turn == MaxTurns)
            {
                throw new InvalidOperationException("The handshake does not come to an end.");
            }

            Step(client, _toClient, _toServer);
            Step(server, _toServer, _toClient);
        }

        if (client.Parameters!.IsResumed != (_session is not null))
        {
            throw new InvalidOperationException("The handshake was of the other kind.");
        }

        server.Encrypt(OneByte, _toClient); // behind the tickets
        Receive(client);
        if (_isResumed && client.TryTakeSession(out TlsSession? next))
        {
            _session?.Dispose();
            _session = next;
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _key.Dispose();
    }

    private static void Step(TlsEngine engine, ByteQueue input, ByteQueue output)
    {
        while (true)
        {
            TlsStatus status = engine.Handshake(input.Waiting, output, out int consumed);
            input.Consume(consumed);
            if (status != TlsStatus.NeedPeerVerdict)
            {
                return;
            }

            ((PeerCertificatesRequest)engine.Pending!).Accept();
        }
    }

    private void Receive(ClientEngine client)
    {
        int received = 0;
        while (client.Decrypt(_toClient.Waiting, out int consumed, out ReadOnlySpan<byte> data) == TlsStatus.Complete)
        {
            received += data.Length;
            _toClient.Consume(consumed);
        }

        if (received != OneByte.Length)
        {
            throw new InvalidOperationException("The byte did not arrive.");
        }
    }
}
