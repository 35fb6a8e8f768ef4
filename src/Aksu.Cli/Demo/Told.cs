using Aksu.Inspection.Texts;

namespace Aksu.Cli.Demo;

/// <summary>What a message means, in words.</summary>
/// <param name="Meaning">One to three sentences.</param>
/// <param name="Facts">What stands in it, by name.</param>
internal sealed record Told(Phrase Meaning, params IReadOnlyList<Fact> Facts);
