using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Fields;

/// <summary>
/// A piece of a message with a name: where it stands, what it says, what it means, and where that is written. Fields form a tree; the
/// pieces of a field lie inside it, in the order of the wire. Immutable.
/// </summary>
public sealed class Field
{
    internal Field(string name, int offset, int length)
    {
        Name = name;
        Offset = offset;
        Length = length;
    }

    /// <summary>The standard's name.</summary>
    public string Name { get; }

    /// <summary>Where it begins, in bytes from the beginning of the message.</summary>
    public int Offset { get; }

    /// <summary>How long it is, in bytes.</summary>
    public int Length { get; }

    /// <summary>
    /// What it says: a registered name, a number, a text, or bytes in hexadecimal (shortened where they are many); empty where its pieces
    /// say
    /// it. It may hold text of the peer: whoever shows it must escape it.
    /// </summary>
    public string Value { get; internal init; } = "";

    /// <summary>What it is for; null where the name says it.</summary>
    public Phrase? Meaning { get; internal init; }

    /// <summary>Where the standard defines it, such as <c>RFC 9846 §4.2.2</c>; null where that of the field around it counts.</summary>
    public string? Section { get; internal init; }

    /// <summary>What it consists of.</summary>
    public IReadOnlyList<Field> Children { get; internal init; } = [];

    /// <summary>Whether these bytes do not follow the standard; <see cref="Value"/> then says why.</summary>
    public bool IsFault { get; internal init; }

    /// <summary>The first field of that name in this tree, depth first; null when there is none.</summary>
    public Field? Find(string name)
    {
        if (Name == name)
        {
            return this;
        }

        foreach (Field child in Children)
        {
            if (child.Find(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>All fields of that name in this tree, in the order of the wire.</summary>
    public IEnumerable<Field> FindAll(string name)
    {
        if (Name == name)
        {
            yield return this;
        }

        foreach (Field found in Children.SelectMany(child => child.FindAll(name)))
        {
            yield return found;
        }
    }
}
