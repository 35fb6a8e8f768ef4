using Aksu.Inspection.Texts;

namespace Aksu.Inspection;

/// <summary>What was given to be shown is nothing that is understood here, or damaged.</summary>
public sealed class UnreadableInputException : FormatException
{
    internal UnreadableInputException(Phrase reason)
        : base(reason.English) => Reason = reason;

    /// <summary>Why, in every language: a part of a sentence, without its full stop.</summary>
    public Phrase Reason { get; }
}
