namespace Aksu.AttackProof;

/// <summary>One place in the engine that stands against an attack, and how the engine would be without it.</summary>
/// <param name="Name">What it defends.</param>
/// <param name="Tests">The class of tests that must fail without it, as the end of its full name.</param>
/// <param name="File">In src/Aksu.Tls.Engine.</param>
/// <param name="Original">What stands there; it must be there, or the list is out of date.</param>
/// <param name="Without">The same with the switch: <c>OFF</c> is true while this defence is switched off.</param>
internal sealed record Defence(string Name, string Tests, string File, string Original, string Without);
