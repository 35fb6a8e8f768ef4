namespace Aksu.Inspection;

/// <summary>What was seen: every connection of a capture, or the one that was recorded, decoded to the last byte. Immutable.</summary>
public sealed class TlsTrace
{
    /// <summary>Where it comes from: the name of a file, or the command that recorded it.</summary>
    public required string Source { get; init; }

    /// <summary>The connections, in the order in which they began.</summary>
    public required IReadOnlyList<TracedConnection> Connections { get; init; }

    /// <summary>Certificates that were given by themselves.</summary>
    public IReadOnlyList<TracedDocument> Documents { get; init; } = [];
}
