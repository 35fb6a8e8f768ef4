using Aksu.Inspection.Fields;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection;

/// <summary>One thing that a side said, and what the trace found out about it. Immutable.</summary>
public sealed class TracedStep
{
    /// <summary>Counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Its name as the standards write it: <c>ClientHello</c>, <c>Finished</c>, <c>close_notify</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Who said it.</summary>
    public required TlsSide Sender { get; init; }

    /// <summary>When it was complete, from the beginning of the connection.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The message as it was before encryption; of long application data the beginning.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>How long the message is in all, in bytes.</summary>
    public required int Length { get; init; }

    /// <summary>What stands in it.</summary>
    public required Field Content { get; init; }

    /// <summary>The records that carried it: places in <see cref="TracedConnection.Records"/>.</summary>
    public required IReadOnlyList<int> Records { get; init; }

    /// <summary>The name of the key that protected it; null when anybody on the way could read it.</summary>
    public string? ProtectedBy { get; init; }

    /// <summary>What was checked about it.</summary>
    public IReadOnlyList<Finding> Findings { get; internal set; } = [];

    /// <summary>The keys that could be derived once it was said: names in <see cref="TracedConnection.Keys"/>.</summary>
    public IReadOnlyList<string> Derived { get; internal set; } = [];
}
