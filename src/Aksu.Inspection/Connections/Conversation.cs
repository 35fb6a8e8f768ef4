namespace Aksu.Inspection.Connections;

/// <summary>The bytes of both directions of one connection, in the order in which they came. Immutable.</summary>
public sealed class Conversation
{
    /// <summary>The client's address; empty when it is not known.</summary>
    public string Client { get; init; } = "";

    /// <summary>The server's address; empty when it is not known.</summary>
    public string Server { get; init; } = "";

    /// <summary>When it began; null when it is not known.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<Chunk> Chunks { get; init; }

    /// <summary>Whether bytes in the middle are missing.</summary>
    public bool HasGap { get; init; }

    /// <summary>Whether there was more than is kept.</summary>
    public bool IsCutOff { get; init; }
}
