using System.Text.RegularExpressions;

namespace Aksu.Inspection.Texts.Sentences;

/// <summary>
/// A sentence that a library says in English, with places for values, beside the same in every language. Immutable.
/// </summary>
internal sealed partial class Sentence
{
    /// <summary>The words in front of the first place, between places, and behind the last.</summary>
    private readonly string[] _words;

    /// <param name="phrase">Its English text has the places {0}, {1} … in this order.</param>
    public Sentence(Phrase phrase)
    {
        Phrase = phrase;
        _words = Place().Split(phrase.English);
    }

    public Phrase Phrase { get; }

    /// <summary>Whether it begins with a value: such a sentence fits more than is meant, and is tried last.</summary>
    public bool BeginsWithValue => _words[0].Length == 0;

    /// <summary>Whether it holds these words.</summary>
    public bool Says(string words) => Array.Exists(_words, piece => piece.Contains(words, StringComparison.Ordinal));

    /// <summary>The values in the places of a text; null when the text is another sentence. Takes time in proportion to the text.</summary>
    public string[]? ValuesIn(string text)
    {
        if (_words.Length == 1)
        {
            return text == _words[0] ? [] : null;
        }

        if (!text.StartsWith(_words[0], StringComparison.Ordinal) || !text.EndsWith(_words[^1], StringComparison.Ordinal))
        {
            return null;
        }

        string[] values = new string[_words.Length - 1];
        int at = _words[0].Length;
        for (int place = 1; place < values.Length; place++)
        {
            int next = text.IndexOf(_words[place], at, StringComparison.Ordinal);
            if (next < 0)
            {
                return null;
            }

            values[place - 1] = text[at..next];
            at = next + _words[place].Length;
        }

        int end = text.Length - _words[^1].Length;
        if (end < at)
        {
            return null;
        }

        values[^1] = text[at..end];
        return values;
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
