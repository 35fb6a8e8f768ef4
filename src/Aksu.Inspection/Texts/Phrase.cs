using System.Globalization;

namespace Aksu.Inspection.Texts;

/// <summary>
/// A text in every language there is, side by side: none can be forgotten, and who changes one sees the others. Immutable.
/// </summary>
/// <param name="English">The English text.</param>
/// <param name="Korean">The Korean text.</param>
public sealed record Phrase(string English, string Korean)
{
    /// <summary>A name or a value that is the same in every language.</summary>
    public static Phrase Same(string text) => new(text, text);

    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Korean ? Korean : English;

    /// <summary>The same with values in place of <c>{0}</c>, <c>{1}</c> …; a value may be a phrase itself.</summary>
    public Phrase With(params ReadOnlySpan<object> values)
    {
        object[] english = new object[values.Length];
        object[] korean = new object[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            english[i] = values[i] is Phrase phrase ? phrase.English : values[i];
            korean[i] = values[i] is Phrase other ? other.Korean : values[i];
        }

        return new Phrase(
            string.Format(CultureInfo.InvariantCulture, English, english),
            string.Format(CultureInfo.InvariantCulture, Korean, korean));
    }
}
