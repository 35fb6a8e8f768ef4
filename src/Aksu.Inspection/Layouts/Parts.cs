using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>The words that descriptions of messages are written with; those of the presentation language (RFC 9846 §3).</summary>
internal static class Parts
{
    public static Part Number(string name, int width, Phrase? meaning = null, string? section = null) =>
        new NumberPart(name, width, null, meaning, section);

    /// <summary>A number whose values have registered names.</summary>
    public static Part Code(string name, int width, Func<ulong, string> nameOf, Phrase? meaning = null, string? section = null) =>
        new NumberPart(name, width, nameOf, meaning, section);

    public static Part Bytes(string name, int length, Phrase? meaning = null, string? section = null) =>
        new BytesPart(name, _ => length, FieldText.Hex, meaning, section);

    /// <summary>All bytes that are left.</summary>
    public static Part Rest(string name, Phrase? meaning = null, string? section = null) =>
        new BytesPart(name, static reader => reader.Remaining, FieldText.Hex, meaning, section);

    /// <summary>Bytes behind their length.</summary>
    public static Part Opaque(string name, int lengthWidth, Phrase? meaning = null, string? section = null) =>
        new VectorPart(
            name, lengthWidth, new BytesPart(name, static reader => reader.Remaining, FieldText.Hex, null, null), false, meaning, section);

    /// <summary>Text behind its length.</summary>
    public static Part Text(string name, int lengthWidth, Phrase? meaning = null, string? section = null) =>
        new VectorPart(
            name, lengthWidth, new BytesPart(
                name, static reader => reader.Remaining, FieldText.TextOrHex, null, null), false, meaning, section);

    /// <summary>A list behind its length in bytes.</summary>
    public static Part List(string name, int lengthWidth, Part element, Phrase? meaning = null, string? section = null) =>
        new VectorPart(name, lengthWidth, element, true, meaning, section);

    /// <summary>One structure behind its length in bytes.</summary>
    public static Part Sized(string name, int lengthWidth, Part content, Phrase? meaning = null, string? section = null) =>
        new VectorPart(name, lengthWidth, content, false, meaning, section);

    public static Part Structure(string name, params Part[] parts) => new StructurePart(name, parts, null, null);

    public static Part Structure(string name, Phrase? meaning, string? section, params Part[] parts) =>
        new StructurePart(name, parts, meaning, section);

    /// <summary>No bytes: that it is there says all.</summary>
    public static Part Nothing(string name, Phrase? meaning = null, string? section = null) =>
        new StructurePart(name, [], meaning, section);

    /// <summary>A part that may be left out at the end.</summary>
    public static Part Optional(Part part) => new OptionalPart(part);

    /// <summary>What the rest of the message looks like depends on what was negotiated.</summary>
    public static Part Choice(string name, Func<LayoutContext, Part> choose) => new ChoicePart(name, choose);
}
