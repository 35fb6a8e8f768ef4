using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Settings;

/// <summary>Where a passphrase comes from: a file or the environment, but never the command line, where others could see it.</summary>
/// <param name="variable">The environment variable.</param>
/// <param name="whose">What the passphrase is for, as in "The passphrase of …".</param>
internal sealed class PassphraseSource(string variable, string whose)
{
    private readonly Option<string?> _file = new("--passphrase-file")
    {
        HelpName = "FILE",
        Description = $"The passphrase of {whose} is the first line of FILE. (Or set {variable}.)",
    };

    /// <summary>How a passphrase can be given, for messages.</summary>
    public Phrase Advice => SettingTexts.PassphraseAdvice.With(_file.Name, variable);

    /// <summary>What is wrong, and how a passphrase can be given.</summary>
    public Phrase Advise(Phrase wrong) => new($"{wrong.English} {Advice.English}", $"{wrong.Korean} {Advice.Korean}");

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>The passphrase; null when none is given.</summary>
    /// <exception cref="CommandFailure">The file cannot be read or is empty.</exception>
    public string? Read(ParseResult line)
    {
        if (line.GetValue(_file) is not { } file)
        {
            return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } passphrase ? passphrase : null;
        }

        return GivenFile.Read(_file.Name, file, static path => File.ReadLines(path).FirstOrDefault()) is { Length: > 0 } first
            ? first
            : throw CommandFailure.Usage(SettingTexts.EmptyPassphrase.With(_file.Name, file));
    }
}
