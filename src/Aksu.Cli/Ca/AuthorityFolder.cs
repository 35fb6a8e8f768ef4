using System.CommandLine;
using Aksu.Cli.Failures;

namespace Aksu.Cli.Ca;

/// <summary>
/// Which authority: its folder, and the passphrase of its keys, which never stands on the command line where others could see it.
/// </summary>
internal sealed class AuthorityFolder
{
    private const string PassphraseVariable = "AKSU_CA_PASSPHRASE";

    private readonly Option<string> _folder = new("--dir")
    {
        HelpName = "DIR",
        Description = "The folder of the authority.",
        Required = true,
    };

    private readonly Option<string?> _passphraseFile = new("--passphrase-file")
    {
        HelpName = "FILE",
        Description = $"The passphrase of the authority's keys is the first line of FILE. (Or set {PassphraseVariable}.)",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_folder);
        command.Options.Add(_passphraseFile);
    }

    public string Path(ParseResult line) => line.GetRequiredValue(_folder);

    /// <summary>The passphrase; null when none is given.</summary>
    /// <exception cref="CommandFailure">The file cannot be read or is empty.</exception>
    public string? Passphrase(ParseResult line)
    {
        if (line.GetValue(_passphraseFile) is not { } file)
        {
            return Environment.GetEnvironmentVariable(PassphraseVariable) is { Length: > 0 } passphrase ? passphrase : null;
        }

        return GivenFile.Read(_passphraseFile.Name, file, static path => File.ReadLines(path).FirstOrDefault()) is { Length: > 0 } first
            ? first
            : throw CommandFailure.Usage($"{_passphraseFile.Name} {file}: its first line is empty, and the passphrase should stand there.");
    }
}
