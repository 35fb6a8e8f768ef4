using Aksu.Inspection.Texts;

namespace Aksu.Cli.Demo;

/// <summary>One thing that stands in a message.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was found.</param>
internal sealed record Fact(Phrase Name, Phrase Value)
{
    /// <summary>Something that is the same in every language.</summary>
    public Fact(Phrase name, string value)
        : this(name, Phrase.Same(value))
    {
    }
}
