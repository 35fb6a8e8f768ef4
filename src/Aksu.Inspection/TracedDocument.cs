using Aksu.Inspection.Fields;

namespace Aksu.Inspection;

/// <summary>A certificate (or another structure of ASN.1) that was given by itself. Immutable.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bytes">Its DER.</param>
/// <param name="Content">What stands in it.</param>
public sealed record TracedDocument(string Name, ReadOnlyMemory<byte> Bytes, Field Content);
