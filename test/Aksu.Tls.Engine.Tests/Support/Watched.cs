using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A connection of TLS 1.2 or before whose keys the test has, so that it can speak for either side.</summary>
internal sealed class Watched : IDisposable
{
    private readonly CollectedEvents _events = new();
    private readonly CollectedKeyLog _log = new();
    private readonly CryptographyProvider _provider;

    public Watched(ClientHandshakeOptions client, ServerHandshakeOptions server)
    {
        Pair = Shake.Hands(client with { Observer = _events, DangerousKeyLog = _log }, server);
        _provider = client.Cryptography;
    }

    public EnginePair Pair { get; }

    /// <summary>The key block of the connection; the caller owns it.</summary>
    public KeyBlock Keys()
    {
        (MasterSecret master, Suite12 suite, HelloRandoms randoms) = Secrets();
        using (master)
        {
            ServerHello server = Answer;
            bool encryptThenMac = suite.Cipher.HasSeparateMac && server.Extensions.Contains(ExtensionType.EncryptThenMac);
            return master.Expand(suite, new RecordSettings(server.LegacyVersion, encryptThenMac, _provider), randoms);
        }
    }

    /// <summary>The client's MAC key and cipher key, as the key block has them.</summary>
    public (byte[] MacKey, byte[] Key) ClientKeys()
    {
        (MasterSecret master, Suite12 suite, HelloRandoms randoms) = Secrets();
        using (master)
        {
            byte[] block = new byte[2 * (suite.Cipher.MacKeySize + suite.Cipher.KeySize)];
            master.Export("key expansion", randoms.ServerFirst, block);
            return (block[..suite.Cipher.MacKeySize], block.AsSpan(2 * suite.Cipher.MacKeySize, suite.Cipher.KeySize).ToArray());
        }
    }

    /// <summary>One record of a side, as that side would protect its next one after the handshake.</summary>
    public byte[] Protect(TlsSide sender, ContentType type, ReadOnlySpan<byte> content)
    {
        using KeyBlock keys = Keys();
        using RecordSealer sealer = keys.CreateSealer(sender);
        byte[] destination = new byte[sealer.Overhead + content.Length + 100];

        // Finished had number zero, and gave the next initialization vector in TLS 1.0.
        TlsDirection direction = sender == TlsSide.Client ? TlsDirection.Sent : TlsDirection.Received;
        sealer.Seal(ContentType.Handshake, _events.Last(direction, HandshakeType.Finished), 0, destination);
        return destination[..sealer.Seal(type, content, 0, destination)];
    }

    /// <summary>The peer of a side gets a handshake message from it.</summary>
    public void SendHandshake(TlsSide sender, ReadOnlySpan<byte> message) =>
        End(sender == TlsSide.Client ? TlsSide.Server : TlsSide.Client).Take(Protect(sender, ContentType.Handshake, message));

    private ServerHello Answer => Hello.Server(_events.Last(TlsDirection.Received, HandshakeType.ServerHello));

    private (MasterSecret Master, Suite12 Suite, HelloRandoms Randoms) Secrets()
    {
        ClientHello client = Hello.Client(_events.Last(TlsDirection.Sent, HandshakeType.ClientHello));
        ServerHello server = Answer;
        Suite12 suite = Suite12.Resolve(server.CipherSuite, CryptographyProvider.Default)!;
        PseudorandomFunction function = PseudorandomFunction.For(server.LegacyVersion, suite, CryptographyProvider.Default)!;
        var master = MasterSecret.Resume(function, Convert.FromHexString(_log.Secret("CLIENT_RANDOM")));
        return (master, suite, new HelloRandoms(client.Random, server.Random));
    }

    public EngineEnd End(TlsSide side) => side == TlsSide.Client ? Pair.Client : Pair.Server;

    public void Dispose() => Pair.Dispose();
}
