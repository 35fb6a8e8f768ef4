using Aksu.Bench.Contestants;
using Aksu.Bench.Idle;

namespace Aksu.Bench.Reports;

/// <summary>What one of ours has to reach: a ratio to somebody else, or a bound of its own.</summary>
/// <param name="Row">The beginning of the row's title.</param>
/// <param name="Contestant">Who.</param>
/// <param name="Baseline">Against whom; null for a bound.</param>
/// <param name="Value">The ratio, at least; or the bound, at most.</param>
/// <remarks>
/// Five times SslStream is asked for with certificates of P-256. With RSA-2048 one signature, which is libcrypto's for everybody, takes
/// longer than a whole handshake of that speed would: there nothing is asked against SslStream, and the ratio is shown. The targets are for
/// everybody as he comes. Rows in which ours is told to use the others' suite, and messages on a single connection, are shown without one;
/// docs/performance.md says why, and where they stand.
/// </remarks>
internal sealed record Target(string Row, string Contestant, string? Baseline, double Value)
{
    public static IReadOnlyList<Target> All { get; } =
    [
        .. Everywhere("TLS 1.3 full, ECDSA", 5, 1.8),
        .. Everywhere("TLS 1.3 resumed", 5, 1.8),
        .. Everywhere("TLS 1.2 full, ECDHE-ECDSA", 5, 1.8),
        new("TLS 1.3 full, RSA", Engines.Title, Libssl.Title, 1.8),
        new("TLS 1.2 full, ECDHE-RSA", Engines.Title, Libssl.Title, 1.8),
        .. Everywhere("TLS 1.2 resumed", 5, 1.8),
        .. Everywhere("16 KiB records", 1.6, 1.1),
        .. Everywhere("1 KiB records", 2, 2),
        .. Everywhere("100 B records", 2, 2),
        new("Sockets, stream of data", TlsStreams.Title, SslStreams.Title, 1.5),
        new("Sockets, 100 B there and back, 64 connections", TlsStreams.Title, SslStreams.Title, 1.2),
        new("Sockets, 1000 handshakes at once", TlsStreams.Title, SslStreams.Title, 3),
        new("Allocated: TLS 1.3 full", Engines.Title, null, 12 * 1024),
        new("Allocated: TLS 1.3 full", TlsStreams.Title, null, 12 * 1024),
        new("Allocated: TLS 1.2 full", Engines.Title, null, 12 * 1024),
        new("Allocated: TLS 1.2 full", TlsStreams.Title, null, 12 * 1024),
        .. Nothing("Allocated: 16 KiB records"),
        .. Nothing("Allocated: 1 KiB records"),
        .. Nothing("Allocated: 100 B records"),
        .. Nothing("Allocated: TLS 1.2, 16 KiB records"),
        .. Nothing("Allocated: TLS 1.2, 1 KiB records"),
        new(IdleMemory.HeldTitle, Engines.Title, null, 4),
        new(IdleMemory.HeldTitle, TlsStreams.Title, null, 4),
    ];

    /// <summary>The misses among these rows, in words; a target without figures is passed over.</summary>
    public static IEnumerable<string> Missed(IEnumerable<Row> rows) =>
        from target in All
        from row in rows
        where row.Title.StartsWith(target.Row, StringComparison.Ordinal)
        let reached = target.Baseline is null ? row.Of(target.Contestant) : row.Ratio(target.Contestant, target.Baseline)
        where reached is { } value && (target.Baseline is null ? value > target.Value : value < target.Value)
        select $"{row.Title}: {target.Contestant} is at {reached:0.00}, the target is "
            + (target.Baseline is null ? $"at most {target.Value:0.##} {row.Unit}" : $"{target.Value:0.##} x {target.Baseline}");

    private static IEnumerable<Target> Nothing(string row) =>
        [new(row, Engines.Title, null, 0), new(row, TlsStreams.Title, null, 0)];

    private static IEnumerable<Target> Everywhere(string row, double againstSslStream, double againstLibssl) =>
    [
        new(row, Engines.Title, SslStreams.Title, againstSslStream),
        new(row, Engines.Title, Libssl.Title, againstLibssl),
        new(row, TlsStreams.Title, SslStreams.Title, againstSslStream),
    ];
}
