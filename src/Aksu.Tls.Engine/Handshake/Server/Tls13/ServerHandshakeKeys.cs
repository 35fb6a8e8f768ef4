using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>What a server holds between ServerHello and its Finished; the traffic secrets belong to the transport.</summary>
internal sealed class ServerHandshakeKeys(
    ServerHandshakeOptions options, Suite13 suite, HandshakeSecret secret, TrafficSecret client, TrafficSecret server, ReadOnlyMemory<byte> clientRandom)
    : IDisposable
{
    public ServerHandshakeOptions Options => options;

    public Suite13 Suite => suite;

    public HandshakeSecret Secret => secret;

    public TrafficSecret Client => client;

    public TrafficSecret Server => server;

    public ReadOnlyMemory<byte> ClientRandom => clientRandom;

    public required bool AllowsPostHandshakeAuth { get; init; }

    /// <summary>Whether the client can use tickets (RFC 9846 §4.3.9).</summary>
    public required bool TakesTickets { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public void Dispose() => secret.Dispose();
}
