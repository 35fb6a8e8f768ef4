namespace Aksu.Fuzz;

/// <summary>The code under test took the bytes, and what came of it contradicts what it promises.</summary>
internal sealed class FindException(string message) : Exception(message);
