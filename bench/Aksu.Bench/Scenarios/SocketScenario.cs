namespace Aksu.Bench.Scenarios;

/// <summary>What happens over sockets of the loopback interface; the kernel's share is in the CPU time.</summary>
internal sealed record SocketScenario(string Title, SocketWorkload Workload, string Unit, double UnitsPerOperation)
{
    /// <summary>Bytes that one operation of the stream of data writes, one piece after the other.</summary>
    public const int PieceSize = 64 * 1024;

    /// <summary>Handshakes that are under way at the same time.</summary>
    public const int ConcurrentHandshakes = 1000;

    public static IReadOnlyList<SocketScenario> All { get; } =
    [
        new("Sockets, stream of data", SocketWorkload.Throughput, "MB/s", PieceSize / 1e6),
        new("Sockets, 100 B there and back", SocketWorkload.RoundTrip, "round trips/s", 1),
        new("Sockets, 1000 handshakes at once", SocketWorkload.Handshakes, "handshakes/s", 1),
    ];
}

internal enum SocketWorkload
{
    Throughput,
    RoundTrip,
    Handshakes,
}
