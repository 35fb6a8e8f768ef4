using System.Reflection;
using System.Text.RegularExpressions;
using Aksu.Inspection.Certificates;
using Aksu.Inspection.Layouts;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Tests.Support;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;

namespace Aksu.Inspection.Tests;

public sealed partial class PhraseTests
{
    [Fact]
    public void Every_phrase_of_the_product_is_there_in_both_languages()
    {
        Phrase[] phrases = [.. StaticPhrases(), .. LayoutPhrases(), .. PageTexts.All.Values, .. CheckTexts.All, .. DerNames.AllMeanings];
        Assert.True(phrases.Length > 300);
        Assert.All(phrases, Expect);
    }

    [Fact]
    public void Every_explanation_of_real_connections_is_there_in_both_languages()
    {
        foreach (string name in SampleCapture.All.Select(static row => row.Data))
        {
            Story story = StoryBuilder.Tell(SampleCapture.Decode(name));
            Assert.All(story.Items.SelectMany(static item => item.Findings), static finding => Expect(finding.Text));
            Assert.All(story.Items.Where(static item => item.Meaning.English.Length > 0), static item => Expect(item.Meaning));
            Assert.All(story.Items.SelectMany(static item => item.Keys), static key => Expect(key.Meaning));
        }
    }

    private static void Expect(Phrase phrase)
    {
        Assert.False(string.IsNullOrWhiteSpace(phrase.English), phrase.Korean);
        Assert.False(string.IsNullOrWhiteSpace(phrase.Korean), phrase.English);
        Assert.Equal(Placeholder().Count(phrase.English), Placeholder().Count(phrase.Korean));
        Assert.DoesNotContain(phrase.English, static c => c is >= '가' and <= '힣');
        Assert.True(phrase.Korean.Any(static c => c is >= '가' and <= '힣') || phrase.English == phrase.Korean, phrase.English);
    }

    private static IEnumerable<Phrase> StaticPhrases() => typeof(Phrase).Assembly.GetTypes()
        .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(static field => field.FieldType == typeof(Phrase))
        .Select(static field => (Phrase)field.GetValue(null)!);

    private static IEnumerable<Phrase> LayoutPhrases() =>
        MessageLayouts.All.Concat(ExtensionLayouts.All).SelectMany(PhrasesOf);

    private static IEnumerable<Phrase> PhrasesOf(Part part) =>
        part.Inner.SelectMany(PhrasesOf).Concat(part.Meaning is { } meaning ? [meaning] : []);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();
}
