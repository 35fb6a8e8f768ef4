using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>Bytes without further structure.</summary>
internal sealed class BytesPart(string name, Func<FieldReader, int> length, BytesPart.Show show, Phrase? meaning, string? section)
    : Part(name, meaning, section)
{
    /// <summary>How the bytes are written for a person.</summary>
    internal delegate string Show(ReadOnlySpan<byte> bytes);

    public override Field Read(FieldReader reader, LayoutContext context)
    {
        context.Count(reader);
        int start = reader.Position;
        ReadOnlyMemory<byte> bytes = reader.Take(length(reader));
        return FieldFrom(start, reader, show(bytes.Span));
    }
}
