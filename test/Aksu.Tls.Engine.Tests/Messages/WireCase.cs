using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>One structure of the wire with a sample of it and the way to decode it; decoding gives the way to encode it again.</summary>
internal sealed record WireCase(string Name, WireSample Sample, Func<ReadOnlyMemory<byte>, Action<WireWriter>> Decode)
{
    /// <summary>Decodes and encodes again.</summary>
    public byte[] RoundTrip(byte[] bytes) => Encoded(Decode(bytes));

    public static byte[] Encoded(Action<WireWriter> encode)
    {
        using var writer = new WireWriter();
        encode(writer);
        return writer.WrittenSpan.ToArray();
    }
}
