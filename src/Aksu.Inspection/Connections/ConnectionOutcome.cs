using Aksu.Inspection.Texts;
using Aksu.Pki;

namespace Aksu.Inspection.Connections;

/// <summary>What only those who took part in a connection know about it. Immutable.</summary>
public sealed record ConnectionOutcome
{
    /// <summary>What the client thought of the server's certificates.</summary>
    public Verdict? ServerVerdict { get; init; }

    /// <summary>What the server thought of the client's certificates.</summary>
    public Verdict? ClientVerdict { get; init; }

    /// <summary>Why it failed, in words; null when it did not.</summary>
    public Phrase? Failure { get; init; }
}
