using System.Globalization;
using System.Text;

namespace Aksu.BogoShim.Reports;

/// <summary>
/// What came out of a whole run: what really ran and passed, what is not there, what is left out and why. A case that is left out and would
/// pass is a fault of the list.
/// </summary>
internal sealed class ConformanceReport(RunnerResults run, RunnerResults leftOut, DisabledCases disabled, IReadOnlyList<string> unsupported)
{
    private const string Begin = "<!-- bogo: made by eng/bogo.sh -->";
    private const string End = "<!-- /bogo -->";

    private string[] PassingAllTheSame => [.. leftOut.Passed.Order(StringComparer.Ordinal)];

    private string[] Unused => [.. disabled.Unused(leftOut.All)];

    /// <param name="arguments">Results, results of what is left out, config.json, the folder of what is unsupported, the page.</param>
    public static int Write(string[] arguments)
    {
        var report = new ConformanceReport(
            RunnerResults.Read(arguments[0]),
            RunnerResults.Read(arguments[1]),
            DisabledCases.Read(arguments[2]),
            [.. Directory.EnumerateFiles(arguments[3]).Select(File.ReadAllText)]);
        report.WriteInto(arguments[4]);
        report.Print();
        return report.IsGood ? ExitCode.Success : ExitCode.Failure;
    }

    private bool IsGood => !run.Failed.Any() && PassingAllTheSame.Length == 0 && Unused.Length == 0;

    private void Print()
    {
        Console.WriteLine(Table());
        foreach (string name in run.Failed)
        {
            Console.WriteLine($"Failed: {name}");
        }

        foreach (string name in PassingAllTheSame)
        {
            Console.WriteLine($"Left out, but passes: {name}");
        }

        foreach (string pattern in Unused)
        {
            Console.WriteLine($"Left out, but there is no such case: {pattern}");
        }
    }

    private void WriteInto(string page)
    {
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        File.WriteAllText(page, $"{text[..begin]}\n{Table()}{text[end..]}");
    }

    private string Table()
    {
        int passed = run.Passed.Count();
        int failed = run.Failed.Count();
        var table = new StringBuilder();
        table.Append("| outcome | cases |\n| --- | ---: |\n");
        Row(table, "**really executed**", passed + failed);
        Row(table, "passed", passed);
        Row(table, "failed", failed);
        Row(table, "left out, each with a reason", leftOut.All.Count());
        Row(table, "not implemented", run.Unimplemented.Count());
        table.Append("\n| left out: why | cases |\n| --- | ---: |\n");
        Rows(table, leftOut.All.Select(disabled.ReasonFor));
        table.Append("\n| not implemented: what | cases |\n| --- | ---: |\n");
        Rows(table, unsupported.Select(Heading));
        return table.ToString();
    }

    // The flag behind the reason tells those apart that are looked into; in the table the reason is enough.
    private static string Heading(string line)
    {
        int flag = line.LastIndexOf(" (", StringComparison.Ordinal);
        return flag > 0 ? line[..flag] : line;
    }

    private static void Rows(StringBuilder table, IEnumerable<string> reasons)
    {
        foreach (IGrouping<string, string> group in reasons.GroupBy(static reason => reason)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            Row(table, group.Key, group.Count());
        }
    }

    private static void Row(StringBuilder table, string what, int count) =>
        table.Append(CultureInfo.InvariantCulture, $"| {what} | {count:N0} |\n");
}
