using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Views;

/// <summary>
/// A trace as one page that stands alone: no network, no other file. The trace is in it as data, and the script puts every text of the peer
/// on
/// the page as text; the page's own policy lets nothing run or load but the script and the style that are in it.
/// </summary>
public static class TracePage
{
    /// <summary>The page.</summary>
    /// <param name="trace">What it shows.</param>
    /// <param name="language">The language that it begins with; it has both.</param>
    public static string Create(TlsTrace trace, Language language)
    {
        ArgumentNullException.ThrowIfNull(trace);
        string style = Style;
        string script = Read("page.js");
        return Read("page.html")
            .Replace("%LANGUAGE%", language == Language.Korean ? "ko" : "en", StringComparison.Ordinal)
            .Replace("%STYLE-HASH%", HashOf(style), StringComparison.Ordinal)
            .Replace("%SCRIPT-HASH%", HashOf(script), StringComparison.Ordinal)
            .Replace("%STYLE%", style, StringComparison.Ordinal)
            .Replace("%SCRIPT%", script, StringComparison.Ordinal)
            .Replace("%TEXTS%", Texts(), StringComparison.Ordinal)
            .Replace("%TRACE%", Data(trace), StringComparison.Ordinal);
    }

    /// <summary>The style of the page, for reports beside it.</summary>
    internal static string Style => Read("page.css");

    /// <summary>What a content security policy names a style or script by.</summary>
    internal static string HashOf(string content) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>The trace, with a number in place of each explanation, and the explanations once, in both languages.</summary>
    private static string Data(TlsTrace trace)
    {
        var phrases = new Dictionary<Phrase, int>();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = TraceJson.Encoder }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("trace");
            TraceJson.Write(trace, writer, (json, phrase) => json.WriteNumberValue(NumberOf(phrase, phrases)));
            writer.WriteStartArray("phrases");
            foreach (Phrase phrase in phrases.OrderBy(static entry => entry.Value).Select(static entry => entry.Key))
            {
                WritePhrase(writer, phrase);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Texts()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = TraceJson.Encoder }))
        {
            writer.WriteStartObject();
            foreach ((string name, Phrase phrase) in PageTexts.All)
            {
                writer.WritePropertyName(name);
                WritePhrase(writer, phrase);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static int NumberOf(Phrase phrase, Dictionary<Phrase, int> phrases)
    {
        if (!phrases.TryGetValue(phrase, out int number))
        {
            number = phrases.Count;
            phrases.Add(phrase, number);
        }

        return number;
    }

    private static void WritePhrase(Utf8JsonWriter writer, Phrase phrase)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(phrase.English);
        writer.WriteStringValue(phrase.Korean);
        writer.WriteEndArray();
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(TracePage).Assembly.GetManifestResourceStream("Page/" + name)
            ?? throw new InvalidOperationException($"The page's {name} is not in this assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
