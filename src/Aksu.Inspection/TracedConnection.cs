using Aksu.Inspection.Texts;
using Aksu.Pki;

namespace Aksu.Inspection;

/// <summary>One connection, step by step. Immutable but for what is learned about its certificates.</summary>
public sealed class TracedConnection
{
    /// <summary>The client's address; empty when it is not known.</summary>
    public required string Client { get; init; }

    /// <summary>The server's address; empty when it is not known.</summary>
    public required string Server { get; init; }

    /// <summary>When it began; null when it is not known.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>What was agreed.</summary>
    public required Agreed Agreed { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<TracedStep> Steps { get; init; }

    /// <summary>The records that carried it, in order.</summary>
    public required IReadOnlyList<TracedRecord> Records { get; init; }

    /// <summary>How each key came from those before it.</summary>
    public required IReadOnlyList<KeyStep> Keys { get; init; }

    /// <summary>The server's certificates as sent, its own first; those that cannot be parsed are left out.</summary>
    public required IReadOnlyList<Certificate> ServerCertificates { get; init; }

    /// <summary>The client's certificates.</summary>
    public required IReadOnlyList<Certificate> ClientCertificates { get; init; }

    /// <summary>What is to be said about the trace itself: what is missing, what could not be opened.</summary>
    public required IReadOnlyList<Phrase> Notes { get; init; }

    /// <summary>What the client thought of the server's certificates; null when nobody was asked.</summary>
    public Verdict? ServerVerdict { get; init; }

    /// <summary>What the server thought of the client's certificates; null when nobody was asked.</summary>
    public Verdict? ClientVerdict { get; init; }

    /// <summary>Why there was no connection, or why it ended, in words; null when nothing went wrong.</summary>
    public Phrase? Failure { get; init; }

    /// <summary>Whether no byte of it was TLS.</summary>
    public bool IsTls => Steps.Any(static step => step.Kind != StepKind.Unknown);
}
