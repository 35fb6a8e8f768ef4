namespace Aksu.Soak.Transports;

/// <summary>How a conversation went for one side.</summary>
/// <param name="Failure">Why it failed; null when it read to the proper end.</param>
/// <param name="IsWhole">Whether everything arrived.</param>
internal sealed record SideOutcome(IOException? Failure, bool IsWhole);
