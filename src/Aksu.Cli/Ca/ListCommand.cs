using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca list</c></summary>
internal sealed class ListCommand : AuthorityCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON array." };

    public ListCommand()
        : base("list", "Show what was issued, and what became of it.") => Options.Add(_json);

    public override IReadOnlyList<Example> Examples { get; } = [new("aksu ca list --dir ca", "Serial number, state, names, key, end.")];

    protected override Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop)
    {
        IReadOnlyList<IssuedCertificate> all = authority.List();
        if (line.GetValue(_json))
        {
            WriteJson(all);
            return Task.FromResult(ExitCode.Success);
        }

        if (all.Count == 0)
        {
            Screen.ForError().Line("Nothing was issued yet.", Tone.Quiet);
        }

        foreach (IssuedCertificate issued in all)
        {
            string state = StateOf(issued);
            screen.Write(issued.Certificate.SerialNumberText, Tone.Strong);
            screen.Write($"  {state,-8}", state == "good" ? Tone.Good : Tone.Warning);
            screen.Line($"  {Summary(issued.Certificate)}");
        }

        return Task.FromResult(ExitCode.Success);
    }

    private static string StateOf(IssuedCertificate issued) =>
        issued.Revoked is not null ? "revoked" : issued.Certificate.NotAfter < DateTimeOffset.UtcNow ? "expired" : "good";

    private static void WriteJson(IReadOnlyList<IssuedCertificate> all)
    {
        using Stream output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (IssuedCertificate issued in all)
        {
            writer.WriteStartObject();
            writer.WriteString("serial", issued.Certificate.SerialNumberText);
            writer.WriteString("state", StateOf(issued));
            writer.WriteStartArray("names");
            foreach (string name in issued.Certificate.SubjectAlternativeNames.Select(NameText.Of))
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
            writer.WriteString("key", issued.Certificate.PublicKey.ToString());
            writer.WriteString("notBefore", issued.Certificate.NotBefore);
            writer.WriteString("notAfter", issued.Certificate.NotAfter);
            if (issued.Revoked is { } revoked)
            {
                writer.WriteString("revokedAt", revoked.Time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
                writer.WriteString("reason", revoked.Reason.ToString());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
