using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Stories;

/// <summary>A connection told to a person: numbered, in order, with what each step means. Immutable.</summary>
/// <param name="Connection">What is told.</param>
/// <param name="Items">The steps of the story; those of the wire, and between them what each side did.</param>
public sealed record Story(TracedConnection Connection, IReadOnlyList<StoryItem> Items);

/// <summary>One numbered step of a story.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Step">The message; null where it is something that a side did by itself.</param>
/// <param name="Meaning">What it means, in one to three sentences.</param>
/// <param name="Facts">What was said, by name.</param>
/// <param name="Findings">What was checked.</param>
/// <param name="Keys">The secrets that were derived.</param>
/// <param name="Checks">The checks of certificates, certificate by certificate.</param>
public sealed record StoryItem(
    int Number,
    Phrase Title,
    TracedStep? Step,
    Phrase Meaning,
    IReadOnlyList<StoryFact> Facts,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<KeyStep> Keys,
    IReadOnlyList<StoryCheck> Checks);

/// <summary>Something that a message says.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was found; it may hold text of the peer.</param>
public sealed record StoryFact(Phrase Name, Phrase Value)
{
    /// <summary>Something that is the same in every language.</summary>
    public StoryFact(Phrase name, string value)
        : this(name, Phrase.Same(value))
    {
    }
}

/// <summary>A check of a certificate.</summary>
/// <param name="Certificate">What the certificate is called. Text of the peer.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Name">What was checked.</param>
/// <param name="Detail">What was found; it may hold text of the peer.</param>
public sealed record StoryCheck(string Certificate, FindingOutcome Outcome, Phrase Name, Phrase Detail);
