using Aksu.Inspection.Texts;

namespace Aksu.Inspection;

/// <summary>A rung of the key schedule: a secret, and how it comes from those before it.</summary>
/// <param name="Name">Its name in the standard.</param>
/// <param name="Sources">The names of the secrets that it comes from; empty for one that begins.</param>
/// <param name="Function">The function that makes it.</param>
/// <param name="Inputs">What else goes in, all of it public.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="Section">Where the standard defines it.</param>
/// <param name="Step">The number of the step after which it can be made.</param>
/// <param name="Value">Its value; only where secrets are shown and it is known.</param>
public sealed record KeyStep(
    string Name,
    IReadOnlyList<string> Sources,
    string Function,
    IReadOnlyList<KeyInput> Inputs,
    Phrase Meaning,
    string Section,
    int Step,
    ReadOnlyMemory<byte>? Value);
