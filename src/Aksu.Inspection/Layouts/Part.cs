using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>
/// A row of the description of a message: how a piece of it is read, what it is called and what it means. The text, the JSON and the page
/// all come from these descriptions. Immutable.
/// </summary>
internal abstract class Part(string name, Phrase? meaning, string? section)
{
    /// <summary>The standard's name.</summary>
    public string Name => name;

    public Phrase? Meaning => meaning;

    public string? Section => section;

    /// <summary>The rows that this one consists of, for tests that walk all texts.</summary>
    public virtual IEnumerable<Part> Inner => [];

    /// <summary>Reads it.</summary>
    /// <exception cref="MalformedFieldException">The bytes do not follow the description; nothing of it can be shown.</exception>
    public abstract Field Read(FieldReader reader, LayoutContext context);

    /// <summary>The field from where the reading began to where the reader stands now.</summary>
    protected Field FieldFrom(int start, FieldReader reader, string value, IReadOnlyList<Field>? children = null) =>
        new(name, start, reader.Position - start)
        {
            Value = value,
            Meaning = meaning,
            Section = section,
            Children = children ?? [],
        };

    /// <summary>Bytes that do not follow the description: from where the reader stands to its end.</summary>
    protected static Field FaultAt(FieldReader reader, Phrase reason)
    {
        int start = reader.Position;
        int length = reader.Remaining;
        reader.Take(length);
        return Field.NotUnderstood(start, length, reason);
    }
}
