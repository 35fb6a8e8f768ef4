namespace Aksu.Inspection.Captures;

/// <summary>A captured packet.</summary>
/// <param name="LinkType">What it begins with (the LINKTYPE registry of tcpdump.org).</param>
/// <param name="Time">When it was captured.</param>
/// <param name="Bytes">Its bytes, as many as were captured.</param>
internal readonly record struct Packet(int LinkType, DateTimeOffset Time, ReadOnlyMemory<byte> Bytes);
