using System.Text.Json;

namespace Aksu.Bench.Reports;

/// <summary>The rows for machines.</summary>
internal static class ComparisonJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static string Write(Machine machine, string baseline, IEnumerable<Row> rows)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("processor", machine.Processor);
            writer.WriteString("system", machine.System);
            writer.WriteString("runtime", machine.Runtime);
            writer.WriteString("date", machine.Date);
            writer.WriteString("baseline", baseline);
            writer.WriteStartArray("rows");
            foreach (Row row in rows)
            {
                WriteRow(writer, baseline, row);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void WriteRow(Utf8JsonWriter writer, string baseline, Row row)
    {
        writer.WriteStartObject();
        writer.WriteString("title", row.Title);
        writer.WriteString("unit", row.Unit);
        writer.WriteBoolean("higherIsBetter", row.IsHigherBetter);
        writer.WriteStartObject("figures");
        foreach (string contestant in row.Contestants)
        {
            writer.WriteNumber(contestant, row.Of(contestant)!.Value);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("ratios");
        foreach (string contestant in row.Contestants)
        {
            if (contestant != baseline && row.Ratio(contestant, baseline) is { } ratio && double.IsFinite(ratio))
            {
                writer.WriteNumber(contestant, ratio);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
