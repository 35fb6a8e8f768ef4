using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>What a server holds from ServerHello to the end of the handshake; the traffic secrets belong to the transport.</summary>
internal sealed class ServerHandshakeKeys(
    ServerHandshakeOptions options,
    Suite13 suite,
    MainSecret main,
    TrafficSecret client,
    TrafficSecret server,
    ReadOnlyMemory<byte> clientRandom)
    : IDisposable
{
    public ServerHandshakeOptions Options => options;

    public Suite13 Suite => suite;

    public MainSecret Main => main;

    public TrafficSecret Client => client;

    public TrafficSecret Server => server;

    /// <summary>For the key log; empty without one.</summary>
    public ReadOnlyMemory<byte> ClientRandom => clientRandom;

    public required PostHandshakeTerms Terms { get; init; }

    public void Dispose() => main.Dispose();
}
