namespace Aksu.Bench.Scenarios;

/// <summary>Application data in pieces of one size from client to server: written, protected, opened, read. TLS 1.3, AES-128-GCM.</summary>
internal sealed record RecordScenario(string Title, int Size)
{
    public static IReadOnlyList<RecordScenario> All { get; } =
    [
        new("16 KiB records", 16 * 1024),
        new("1 KiB records", 1024),
        new("100 B records", 100),
    ];
}
