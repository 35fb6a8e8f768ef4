using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Connections;

/// <summary>Bytes that one side said in one piece.</summary>
/// <param name="Sender">Who.</param>
/// <param name="Time">When, from the beginning of the connection.</param>
/// <param name="Bytes">What.</param>
public readonly record struct Chunk(TlsSide Sender, TimeSpan Time, ReadOnlyMemory<byte> Bytes);
