using Aksu.Inspection.KeyLogs;

namespace Aksu.Inspection;

/// <summary>How bytes are turned into a trace. Immutable.</summary>
public sealed record TraceOptions
{
    /// <summary>The secrets with which encrypted records are opened; null for none.</summary>
    public KeyLogBook? Keys { get; init; }

    /// <summary>DANGEROUS: the values of secrets become part of the trace. For demonstrations with keys that protect nothing.</summary>
    public bool ShowSecrets { get; init; }

    /// <summary>How many records of application data of a connection are shown; the others are counted.</summary>
    public int MaxApplicationRecords { get; init; } = 100;
}
