using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Scenarios;

/// <summary>What happens over sockets of the loopback interface; the kernel's share is in the CPU time.</summary>
/// <param name="Title">How the table calls it.</param>
/// <param name="Workload">What is done.</param>
/// <param name="Unit">Of the figure.</param>
/// <param name="UnitsPerOperation">How many units one operation is.</param>
/// <param name="Connections">How many connections do it at the same time.</param>
/// <param name="HasCommonSuite">Whether ours is told to use the suite that SslStream takes by itself.</param>
internal sealed record SocketScenario(
    string Title, SocketWorkload Workload, string Unit, double UnitsPerOperation, int Connections = 1, bool HasCommonSuite = false)
{
    /// <summary>Bytes that one operation of the stream of data writes, one piece after the other.</summary>
    public const int PieceSize = 64 * 1024;

    /// <summary>Handshakes that are under way at the same time.</summary>
    public const int ConcurrentHandshakes = 1000;

    public static IReadOnlyList<SocketScenario> All { get; } =
    [
        new("Sockets, stream of data", SocketWorkload.Throughput, "MB/s", PieceSize / 1e6),
        new("Sockets, 100 B there and back, 64 connections", SocketWorkload.RoundTrip, "round trips/s", 1, Connections: 64),
        new("Sockets, 100 B there and back, one connection", SocketWorkload.RoundTrip, "round trips/s", 1),
        new("Sockets, 1000 handshakes at once", SocketWorkload.Handshakes, "handshakes/s", 1, ConcurrentHandshakes),
        new("Same suite: Sockets, stream of data", SocketWorkload.Throughput, "MB/s", PieceSize / 1e6, HasCommonSuite: true),
    ];

    /// <summary>The only suite that ours may use, or null for what it takes by itself.</summary>
    public CipherSuite? Suite => HasCommonSuite ? SuiteChoice.AsSslStream(ProtocolVersion.Tls13, CertificateKind.EcdsaP256) : null;
}

internal enum SocketWorkload
{
    Throughput,
    RoundTrip,
    Handshakes,
}
