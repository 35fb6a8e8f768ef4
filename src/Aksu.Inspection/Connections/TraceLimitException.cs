using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Connections;

/// <summary>A connection has more than is shown.</summary>
internal sealed class TraceLimitException(Phrase reason) : Exception(reason.English)
{
    /// <summary>Which limit it is, in every language.</summary>
    public Phrase Reason { get; } = reason;
}
