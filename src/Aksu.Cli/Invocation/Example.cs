namespace Aksu.Cli.Invocation;

/// <summary>A command line to copy, and what it does.</summary>
/// <param name="CommandLine">As it is typed.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string CommandLine, string Meaning);
