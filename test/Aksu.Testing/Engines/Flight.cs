namespace Aksu.Testing.Engines;

/// <summary>What one end put out before the other was asked again: its bytes as they were sent, before anybody changed them.</summary>
/// <param name="Number">Counts the flights of both ends from zero.</param>
/// <param name="From">Who sent it.</param>
/// <param name="Bytes">Whole records.</param>
public sealed record Flight(int Number, Sender From, byte[] Bytes);
