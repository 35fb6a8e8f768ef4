using System.Globalization;
using System.Text;

namespace Aksu.Requirements.Tests;

/// <summary>The table of docs/requirements/README.md.</summary>
internal static class SummaryTable
{
    private const string Begin = "<!-- counts -->";

    private const string End = "<!-- end of counts -->";

    public static string Of(IReadOnlyList<RequirementList> lists)
    {
        var table = new StringBuilder();
        table.Append("| specification | about | requirements | held | exceptions | not applicable |\n");
        table.Append("| --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (RequirementList list in lists)
        {
            table.Append(Row($"[{list.Specification}]({list.Name})", list.Title, list.Requirements));
        }

        table.Append(Row("all", "", [.. lists.SelectMany(list => list.Requirements)]));
        return table.ToString();
    }

    /// <summary>What stands between the two marks of the page, or null where a mark is missing.</summary>
    public static string? In(string page)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin ? null : page[(begin + Begin.Length)..end].Trim() + "\n";
    }

    private static string Row(string name, string about, IReadOnlyList<Requirement> requirements) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {about} | {requirements.Count} | {requirements.Count(r => r.IsHeld)} | "
        + $"{requirements.Count(r => r.Exception is not null)} | {requirements.Count(r => r.NotApplicable is not null)} |\n");
}
