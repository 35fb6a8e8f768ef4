using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Connections;

/// <summary>What is found out about a step while it is followed.</summary>
/// <param name="Number">The step's number.</param>
internal sealed record StepNotes(int Number)
{
    public List<Finding> Findings { get; } = [];

    public List<string> Derived { get; } = [];

    public void Check(bool isGood, Phrase good, Phrase bad, string section) =>
        Findings.Add(new Finding(isGood ? FindingOutcome.Good : FindingOutcome.Bad, isGood ? good : bad, section));

    public void Note(Phrase text, string section) => Findings.Add(new Finding(FindingOutcome.Note, text, section));
}
