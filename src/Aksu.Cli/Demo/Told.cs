namespace Aksu.Cli.Demo;

/// <summary>What a message means, in words.</summary>
/// <param name="Meaning">One to three sentences.</param>
/// <param name="Facts">What stands in it, by name.</param>
internal sealed record Told(string Meaning, params IReadOnlyList<Fact> Facts);

/// <summary>One thing that stands in a message.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was found.</param>
internal sealed record Fact(string Name, string Value);
