using Aksu.Inspection.Texts;

namespace Aksu.Inspection;

/// <summary>A check that was made.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Text">What was checked.</param>
/// <param name="Section">Where the standard demands it.</param>
public sealed record Finding(FindingOutcome Outcome, Phrase Text, string Section);
