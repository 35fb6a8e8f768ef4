using Aksu.Tls.Engine.KeySchedule;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>What a server holds between its own Finished and the client's.</summary>
internal sealed class ServerFinalKeys(ServerHandshakeKeys handshake, TrafficSecret client, ExporterSecret exporter) : IDisposable
{
    public ServerHandshakeKeys Handshake => handshake;

    /// <summary>client_application_traffic_secret_0, in force after the client's Finished.</summary>
    public TrafficSecret Client => client;

    public ExporterSecret Exporter => exporter;

    public void Dispose()
    {
        handshake.Dispose();
        client.Dispose();
        exporter.Dispose();
    }
}
