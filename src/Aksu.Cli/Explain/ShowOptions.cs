using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Inspection;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;

namespace Aksu.Cli.Explain;

/// <summary><c>--explain</c>, <c>--html</c>, <c>--show-secrets</c> and <c>--lang</c>, for the verbs that make connections.</summary>
internal sealed class ShowOptions
{
    private readonly Option<bool> _explain = new("--explain") { Description = "Tell every step of the handshake, from its very bytes." };

    private readonly Option<string?> _html = new("--html")
    {
        HelpName = "FILE",
        Description = "Write a page to FILE that shows every byte of the handshake and what it means.",
    };

    private readonly Option<bool> _secrets = SecretsOption.Create();
    private readonly LanguageOption _language = new();

    public void AddTo(Command command)
    {
        command.Options.Add(_explain);
        command.Options.Add(_html);
        command.Options.Add(_secrets);
        _language.AddTo(command);
    }

    /// <summary>Whether the connection is told in text.</summary>
    public bool Explains(ParseResult line) => line.GetValue(_explain);

    /// <summary>The language of what is told.</summary>
    public Language LanguageOf(ParseResult line) => _language.Of(line);

    /// <summary>Starts to record if anything is to be shown; null otherwise. The caller disposes of it.</summary>
    public ConnectionRecorder? Record(ParseResult line)
    {
        bool isWanted = line.GetValue(_explain) || line.GetValue(_html) is not null;
        return isWanted ? new ConnectionRecorder(line.GetValue(_secrets))
            : line.GetValue(_secrets) ? throw CommandFailure.Usage(SettingTexts.SecretsNeedShow)
            : null;
    }

    /// <summary>Shows a trace as was asked.</summary>
    public void Show(ParseResult line, TlsTrace trace, Screen screen)
    {
        Language language = _language.Of(line);
        if (line.GetValue(_explain))
        {
            new StoryText(screen, language).Write(trace);
        }

        if (line.GetValue(_html) is { } path)
        {
            GivenFile.Write(_html.Name, path, file => File.WriteAllText(file, TracePage.Create(trace, language)));
            screen.Line(ExplainTexts.PageWritten.With(path).In(language), Tone.Quiet);
        }
    }
}
