using System.CommandLine;
using Aksu.Cli.Explain;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Inspection;
using Aksu.Inspection.KeyLogs;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu inspect</c></summary>
internal sealed class InspectCommand : ToolCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A capture (pcap, pcapng), records or messages (bytes or hexadecimal), or certificates (PEM, DER); - reads "
            + "standard input.",
    };

    private readonly Option<string?> _keyLog = new("--keylog")
    {
        HelpName = "FILE",
        Description = "Open encrypted records with the secrets in FILE (RFC 9850, SSLKEYLOGFILE).",
    };

    private readonly Option<bool> _explain = new("--explain") { Description = "Tell it step by step instead of field by field." };
    private readonly Option<bool> _json = new("--json") { Description = "Print the whole trace as JSON (docs/trace-format.md)." };
    private readonly Option<string?> _html = new("--html")
    {
        HelpName = "FILE",
        Description = "Write a page to FILE that shows every byte and what it means.",
    };

    private readonly Option<bool> _secrets = SecretsOption.Create();
    private readonly LanguageOption _language = new();

    public InspectCommand()
        : base("inspect", "Decode captures, records, handshake messages and certificates, and open them with a key log.")
    {
        Arguments.Add(_file);
        Options.Add(_keyLog);
        Options.Add(_explain);
        Options.Add(_json);
        Options.Add(_html);
        Options.Add(_secrets);
        _language.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu inspect capture.pcapng --keylog keys.log --explain", "Every step of the connections in a capture, decrypted."),
        new("aksu inspect server.pem", "A certificate, byte by byte."),
        new("echo 16030100… | aksu inspect - --json", "Records in hexadecimal, as JSON."),
    ];

    protected override Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        using KeyLogBook? keys = KeysOf(line);
        TlsTrace trace = TraceOf(line, new TraceOptions { Keys = keys, ShowSecrets = line.GetValue(_secrets) });
        Language language = _language.Of(line);
        if (line.GetValue(_html) is { } page)
        {
            GivenFile.Write(_html.Name, page, file => File.WriteAllText(file, TracePage.Create(trace, language)));
        }

        if (line.GetValue(_json))
        {
            using Stream output = Console.OpenStandardOutput();
            TraceJson.Write(trace, language, output);
            output.WriteByte((byte)'\n');
        }
        else if (line.GetValue(_explain))
        {
            new StoryText(Screen.ForOutput(Screen.WideWidth), language).Write(trace);
        }
        else if (line.GetValue(_html) is null)
        {
            new FieldText(Screen.ForOutput(Screen.WideWidth), language).Write(trace);
        }

        return Task.FromResult(ExitCode.Success);
    }

    private KeyLogBook? KeysOf(ParseResult line)
    {
        if (line.GetValue(_keyLog) is not { } path)
        {
            return null;
        }

        string text = System.Text.Encoding.Latin1.GetString(
            GivenFile.Read(_keyLog.Name, path, static file => BoundedFile.Read(file, KeyLogBook.MaxLength)));
        try
        {
            return KeyLogBook.Parse(text);
        }
        catch (UnreadableInputException e)
        {
            throw CommandFailure.Usage(FileTexts.Of(_keyLog.Name, path, e), e);
        }
    }

    private TlsTrace TraceOf(ParseResult line, TraceOptions options)
    {
        string path = line.GetRequiredValue(_file);
        byte[] input = GivenFile.Read(_file.Name, path, static file => BoundedFile.Read(file, Inspector.MaxInput));
        try
        {
            return Inspector.Read(input, path == BoundedFile.StandardInput ? "stdin" : Path.GetFileName(path), options);
        }
        catch (UnreadableInputException e)
        {
            throw CommandFailure.Usage(FileTexts.Of(_file.Name, path, e), e);
        }
    }
}
