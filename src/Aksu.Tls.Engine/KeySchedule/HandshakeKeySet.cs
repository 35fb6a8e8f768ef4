namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>What comes from the second rung of the key schedule (RFC 9846 §7.1). Whoever asked for it owns all three.</summary>
/// <param name="Client">client_handshake_traffic_secret.</param>
/// <param name="Server">server_handshake_traffic_secret.</param>
/// <param name="Main">The last rung.</param>
internal readonly record struct HandshakeKeySet(TrafficSecret Client, TrafficSecret Server, MainSecret Main) : IDisposable
{
    /// <summary>
    /// Wipes all three, where something fails before each has its owner. One that has its owner already is wiped with them: the connection
    /// is over.
    /// </summary>
    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        Main.Dispose();
    }
}
