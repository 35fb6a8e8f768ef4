using System.Diagnostics.CodeAnalysis;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Fields;

/// <summary>
/// A piece of a message with a name: where it stands, what it says, what it means, and where that is written. Fields form a tree; the
/// pieces of a field lie inside it, in the order of the wire. Immutable.
/// </summary>
public sealed class Field
{
    private readonly string _value = "";
    private readonly Phrase? _text;
    private readonly Phrase? _title;

    internal Field(string name, int offset, int length)
    {
        Name = name;
        Offset = offset;
        Length = length;
    }

    /// <summary>The standard's name; words of English where the standards have none.</summary>
    public string Name { get; }

    /// <summary>What a person calls it: the standard's name, or words in every language where the standards have none.</summary>
    [AllowNull]
    public Phrase Title
    {
        get => _title ?? Phrase.Same(Name);
        internal init => _title = value;
    }

    /// <summary>Where it begins, in bytes from the beginning of the message.</summary>
    public int Offset { get; }

    /// <summary>How long it is, in bytes.</summary>
    public int Length { get; }

    /// <summary>
    /// What it says: a registered name, a number, a text, or bytes in hexadecimal (shortened where they are many); empty where its pieces
    /// say it. It may hold text of the peer: whoever shows it must escape it. Where it is words, they are English.
    /// </summary>
    public string Value
    {
        get => _text?.English ?? _value;
        internal init => _value = value;
    }

    /// <summary>The same in every language; that of a standard or of the peer is the same in all.</summary>
    [AllowNull]
    public Phrase Text
    {
        get => _text ?? Phrase.Same(_value);
        internal init => _text = value;
    }

    /// <summary>What it is for; null where the name says it.</summary>
    public Phrase? Meaning { get; internal init; }

    /// <summary>Where the standard defines it, such as <c>RFC 9846 §4.2.2</c>; null where that of the field around it counts.</summary>
    public string? Section { get; internal init; }

    /// <summary>What it consists of.</summary>
    public IReadOnlyList<Field> Children { get; internal init; } = [];

    /// <summary>Why these bytes do not follow the standard; null where they do.</summary>
    public Phrase? Fault { get; internal init; }

    /// <summary>Whether these bytes do not follow the standard.</summary>
    public bool IsFault => Fault is not null;

    /// <summary>Bytes that are not understood.</summary>
    internal static Field NotUnderstood(int offset, int length, Phrase reason) => new(FieldTexts.NotUnderstood.English, offset, length)
    {
        Title = FieldTexts.NotUnderstood,
        Text = reason,
        Fault = reason,
    };

    /// <summary>The first reason for which bytes in this tree are not understood; null when all are.</summary>
    internal Phrase? FirstFault() =>
        Fault ?? Children.Select(static child => child.FirstFault()).FirstOrDefault(static fault => fault is not null);

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
