namespace Aksu.Bench.Profile;

/// <summary>One kind of operation within a handshake.</summary>
/// <param name="Name">Which.</param>
/// <param name="Count">How often, in one handshake.</param>
/// <param name="Time">Microseconds, in one handshake.</param>
internal sealed record ProfilePart(string Name, double Count, double Time);
