namespace Aksu.Inspection;

/// <summary>A public value that goes into a secret.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value: a label, or bytes in hexadecimal.</param>
public sealed record KeyInput(string Name, string Value);
