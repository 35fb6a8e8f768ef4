using System.Globalization;
using System.Text;
using Aksu.Bench.Profile;

namespace Aksu.Bench.Reports;

/// <summary>Profiles as text, one after the other, or side by side as a Markdown table of calls and shares.</summary>
internal static class ProfileTable
{
    private const string Own = "the engine itself";

    public static string ToText(IEnumerable<HandshakeProfile> profiles)
    {
        var text = new StringBuilder();
        foreach (HandshakeProfile profile in profiles)
        {
            text.AppendLine(Text($"{profile.Title}: {profile.Whole:0} us, both sides"));
            foreach (ProfilePart part in profile.Parts)
            {
                text.AppendLine(Text(
                    $"  {part.Name,-26} {part.Count,6:0.0} x  {part.Time,8:0.0} us  {100 * part.Time / profile.Whole,5:0.0} %"));
            }

            text.AppendLine(Text($"  {Own,-26}           {profile.Own,8:0.0} us  {100 * profile.Own / profile.Whole,5:0.0} %"));
            text.AppendLine();
        }

        return text.ToString();
    }

    public static string ToMarkdown(IReadOnlyList<HandshakeProfile> profiles)
    {
        var text = new StringBuilder();
        text.AppendLine("|  | " + string.Join(" | ", profiles.Select(static profile => profile.Title + ": calls | µs | share")) + " |");
        text.AppendLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", 3 * profiles.Count)));
        IEnumerable<string> names = profiles.SelectMany(static profile => profile.Parts)
            .GroupBy(static part => part.Name)
            .OrderByDescending(static parts => parts.Max(static part => part.Time))
            .Select(static parts => parts.Key);
        foreach (string name in names)
        {
            text.AppendLine($"| {name} | " + string.Join(" | ", profiles.Select(profile => Cells(profile, name))) + " |");
        }

        IEnumerable<string> own = profiles.Select(static profile => Cells(null, profile.Own, profile.Whole));
        IEnumerable<string> whole = profiles.Select(static profile => Cells(null, profile.Whole, profile.Whole));
        text.AppendLine($"| **{Own}** | " + string.Join(" | ", own) + " |");
        text.AppendLine("| together | " + string.Join(" | ", whole) + " |");
        return text.ToString();
    }

    private static string Cells(HandshakeProfile profile, string name) =>
        profile.Parts.FirstOrDefault(part => part.Name == name) is { } part ? Cells(part.Count, part.Time, profile.Whole) : " |  | ";

    private static string Cells(double? count, double time, double whole) =>
        Text($"{count:0.#} | {time:0.0} | {100 * time / whole:0.0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
