using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Scan;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu scan</c></summary>
internal sealed class ScanCommand : ToolCommand
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly Argument<HostAndPort> _target = new("HOST[:PORT]")
    {
        Description = "The server; port 443 unless given. Scan only what is yours, or what you may.",
        CustomParser = ParseTarget,
    };

    private readonly TrustFiles _trust = new("--ca", "Trust the authorities in FILE (PEM) instead of the system's. May be repeated.");
    private readonly Option<TimeSpan?> _timeout = Seconds.Option("--timeout", "How long each answer may take.", DefaultTimeout);
    private readonly Option<bool> _json = new("--json") { Description = "Print the report as one JSON object." };
    private readonly Option<string?> _html = new("--html") { HelpName = "FILE", Description = "Write the report to FILE as a page." };
    private readonly LanguageOption _language = new();

    public ScanCommand()
        : base("scan", "Find out what a TLS server takes, and what is weak about it: one connection after the other.")
    {
        Arguments.Add(_target);
        _trust.AddTo(this);
        Options.Add(_timeout);
        Options.Add(_json);
        Options.Add(_html);
        _language.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu scan localhost:8443", "Versions, suites, groups, signatures, certificates, weaknesses."),
        new("aksu scan localhost:8443 --json | jq .weaknesses", "For scripts."),
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        HostAndPort target = line.GetRequiredValue(_target);
        TimeSpan timeout = line.GetValue(_timeout) ?? DefaultTimeout;
        Language language = _language.Of(line);
        string? name = IPAddress.TryParse(target.Host, out _) ? null : target.Host;
        var prober = new HelloProber(target, name, timeout, (count, what) => Progress(count, what.In(language)));
        var handshakes = new HandshakeProber(target, prober, _trust.Read(line), serverName: null, timeout);
        ScanReport report;
        try
        {
            report = await new Scanner(target, prober, handshakes).RunAsync(stop);
        }
        finally
        {
            EndProgress();
        }

        if (line.GetValue(_html) is { } page)
        {
            GivenFile.Write(_html.Name, page, file => File.WriteAllText(file, ScanPage.Create(report, language)));
        }

        if (line.GetValue(_json))
        {
            using Stream output = Console.OpenStandardOutput();
            ScanJson.Write(report, language, output);
            output.WriteByte((byte)'\n');
        }
        else
        {
            new ScanText(Screen.ForOutput(Screen.WideWidth), language).Write(report);
        }

        return report.Versions.Any(static version => version.IsTaken)
            ? ExitCode.Success
            : throw new CommandFailure(
                ExitCode.TlsFailure, FailureText.At(target.ToString(), ScanTexts.Nothing));
    }

    /// <summary>One line that is written again and again, where somebody looks at a terminal.</summary>
    private static void Progress(int count, string what)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{count,4}  {TextWrap.Pad(what, 40)}"));
        }
    }

    private static void EndProgress()
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write("\r" + new string(' ', 48) + "\r");
        }
    }

    private static HostAndPort? ParseTarget(ArgumentResult result)
    {
        try
        {
            return HostAndPort.Parse(result.Tokens[0].Value);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return null;
        }
    }
}
