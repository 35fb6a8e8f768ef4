using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Fields;

/// <summary>Bytes do not follow the description of a message. What is being read turns it into a field that says why.</summary>
internal sealed class MalformedFieldException(Phrase reason) : FormatException(reason.English)
{
    /// <summary>Why, in every language.</summary>
    public Phrase Reason { get; } = reason;
}
