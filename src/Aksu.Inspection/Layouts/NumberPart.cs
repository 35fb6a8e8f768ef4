using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>An unsigned number, which may be a code point with a registered name.</summary>
internal sealed class NumberPart(string name, int width, Func<ulong, string>? nameOf, Phrase? meaning, string? section)
    : Part(name, meaning, section)
{
    public override Field Read(FieldReader reader, LayoutContext context)
    {
        context.Count(reader);
        int start = reader.Position;
        ulong value = reader.Number(width);
        return FieldFrom(start, reader, nameOf is null ? FieldText.Number(value) : Named(value));
    }

    private string Named(ulong value)
    {
        string number = FieldText.Hexadecimal(value, width);
        string name = nameOf!(value);
        return name.StartsWith("0x", StringComparison.Ordinal) ? number : $"{name} ({number})";
    }
}
