using System.Text.Json;
using Aksu.Inspection.Probes;
using Aksu.Inspection.Texts;
using Aksu.Pki;

namespace Aksu.Cli.Scan;

/// <summary>A report as one JSON object.</summary>
internal static class ScanJson
{
    public static void Write(ScanReport report, Language language, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("target", report.Target);
        writer.WriteStartArray("versions");
        foreach (ScannedVersion version in report.Versions)
        {
            writer.WriteStartObject();
            writer.WriteString("version", version.Version.ToString());
            writer.WriteBoolean("offered", version.IsTaken);
            writer.WriteBoolean("serverOrder", version.ServerChooses);
            Names(writer, "cipherSuites", version.Suites.Select(KnownCodes.NameOf));
            Names(writer, "groups", version.Groups.Select(KnownCodes.NameOf));
            Names(writer, "signatureSchemes", version.Schemes.Select(KnownCodes.NameOf));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Names(writer, "applicationProtocols", report.Protocols);
        if (report.Resumes is { } resumes)
        {
            writer.WriteBoolean("resumption", resumes);
        }
        else
        {
            writer.WriteNull("resumption");
        }

        writer.WriteBoolean("ocspStaple", report.Staples);
        Names(writer, "certificates", report.Certificates.Select(static certificate => certificate.ToPem()));
        WriteVerdict(writer, report.Verdict);
        writer.WriteStartArray("weaknesses");
        foreach (Weakness weakness in report.Weaknesses)
        {
            writer.WriteStartObject();
            writer.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(weakness.Severity.ToString()));
            writer.WriteString("text", weakness.Text.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("connections", report.Probes);
        writer.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter writer, Verdict? verdict)
    {
        writer.WritePropertyName("verdict");
        if (verdict is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            verdict.WriteTo(writer);
        }
    }

    private static void Names(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
