using System.Globalization;
using System.Text;

namespace Aksu.Bench.Reports;

/// <summary>The rows as text in columns, or as a Markdown table: each contestant's figure, and its ratio to the baseline.</summary>
internal sealed class ComparisonTable(IReadOnlyList<string> contestants, string baseline, IReadOnlyList<Row> rows)
{
    public string ToText()
    {
        List<string[]> cells = Cells();
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(line => line[column].Length))];
        var text = new StringBuilder();
        foreach (string[] line in cells)
        {
            IEnumerable<string> padded = line.Select((cell, i) => i < 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.AppendLine(string.Join("  ", padded).TrimEnd());
        }

        return text.ToString();
    }

    public string ToMarkdown()
    {
        List<string[]> cells = Cells();
        var text = new StringBuilder();
        text.AppendLine(Line(cells[0]));
        text.AppendLine(Line([.. cells[0].Select((_, i) => i < 2 ? "---" : "---:")]));
        cells.Skip(1).ToList().ForEach(line => text.AppendLine(Line(line)));
        return text.ToString();
    }

    private static string Line(string[] cells) => "| " + string.Join(" | ", cells) + " |";

    private List<string[]> Cells()
    {
        var lines = new List<string[]> { Header() };
        foreach (Row row in rows)
        {
            List<string> line = [row.Title, row.Unit];
            foreach (string contestant in contestants)
            {
                line.Add(Number(row.Of(contestant)));
                if (contestant != baseline)
                {
                    line.Add(row.Ratio(contestant, baseline) is { } ratio ? Number(ratio) + "x" : "");
                }
            }

            lines.Add([.. line]);
        }

        return lines;
    }

    private string[] Header()
    {
        List<string> header = ["", "unit"];
        foreach (string contestant in contestants)
        {
            header.Add(contestant);
            if (contestant != baseline)
            {
                header.Add("ratio");
            }
        }

        return [.. header];
    }

    private static string Number(double? value) => value switch
    {
        null => "",
        double.PositiveInfinity => "inf ",
        < 0.01 and > -0.01 => "0",
        < 10 => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0", CultureInfo.InvariantCulture),
    };
}
