namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>What comes from the last rung of the key schedule when the server has finished. Whoever asked for it owns all three.</summary>
/// <param name="Client">client_application_traffic_secret_0.</param>
/// <param name="Server">server_application_traffic_secret_0.</param>
/// <param name="Exporter">exporter_secret.</param>
internal readonly record struct ApplicationKeySet(TrafficSecret Client, TrafficSecret Server, ExporterSecret Exporter);
