using System.Globalization;
using System.Text;

namespace Aksu.Mutation;

/// <summary>The table, by kind of mistake.</summary>
internal static class Report
{
    private const string Begin = "<!-- mutation: made by eng/mutation.sh -->";
    private const string End = "<!-- /mutation -->";

    public static string Table(IReadOnlyList<Mutation> mutations, Results results, Explanations explanations)
    {
        var table = new StringBuilder("| mistake | made | noticed | explained | open |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (IGrouping<string, Mutation> group in mutations
            .GroupBy(static mutation => Name(mutation.Kind))
            .OrderBy(static group => group.Key))
        {
            Row(table, group.Key, [.. group], results, explanations);
        }

        Row(table, "**all**", mutations, results, explanations);
        return table.ToString();
    }

    /// <summary>Puts the table between its marks.</summary>
    public static void Write(string document, string table)
    {
        string text = File.ReadAllText(document);
        int from = text.IndexOf(Begin, StringComparison.Ordinal);
        int to = text.IndexOf(End, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidDataException($"{document} has no marks for the table.");
        }

        File.WriteAllText(document, text[..(from + Begin.Length)] + "\n" + table + text[to..]);
    }

    public static bool IsNoticed(Verdict verdict) => verdict is Verdict.Killed or Verdict.TimedOut;

    private static void Row(
        StringBuilder table, string name, IReadOnlyList<Mutation> mutations, Results results, Explanations explanations)
    {
        int noticed = mutations.Count(mutation => IsNoticed(results.Of(mutation)));
        int explained = mutations.Count(mutation => !IsNoticed(results.Of(mutation)) && explanations.Of(mutation) is not null);
        table.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {mutations.Count:#,0} | {noticed:#,0} | {explained:#,0} | {mutations.Count - noticed - explained:#,0} |\n");
    }

    private static string Name(MutationKind kind) => kind switch
    {
        MutationKind.Condition => "a condition, or one operand of it, is always true or always false",
        MutationKind.Boundary => "a comparison is off by one",
        MutationKind.Number => "a number is off by one",
        MutationKind.Throw => "what is missing is not refused",
        MutationKind.Default => "what is there is not taken",
        MutationKind.Arm => "an arm of a switch is left out",
        MutationKind.Literal => "true for false, false for true",
        MutationKind.Call => "a call is left out",
        MutationKind.Assignment => "something is not written down",
        MutationKind.Wipe => "something is not wiped, or not given back",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
