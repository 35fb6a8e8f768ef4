namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>What comes from the last rung of the key schedule when the server has finished. Whoever asked for it owns all three.</summary>
/// <param name="Client">client_application_traffic_secret_0.</param>
/// <param name="Server">server_application_traffic_secret_0.</param>
/// <param name="Exporter">exporter_secret.</param>
internal readonly record struct ApplicationKeySet(TrafficSecret Client, TrafficSecret Server, ExporterSecret Exporter) : IDisposable
{
    /// <summary>
    /// Wipes all three, where something fails before each has its owner. One that has its owner already is wiped with them: the connection
    /// is over.
    /// </summary>
    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        Exporter.Dispose();
    }
}
