using System.CommandLine;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Ca;

/// <summary>Which authority: its folder, and the passphrase of its keys.</summary>
internal sealed class AuthorityFolder
{
    private const string IssuingKey = "intermediate.key.pem";

    private readonly Option<string> _folder = new("--dir")
    {
        HelpName = "DIR",
        Description = "The folder of the authority.",
        Required = true,
    };

    private readonly PassphraseSource _passphrase = new("AKSU_CA_PASSPHRASE", "the authority's keys");

    /// <summary>How a passphrase can be given, for messages.</summary>
    public string Advice => _passphrase.Advice.English;

    public void AddTo(Command command)
    {
        command.Options.Add(_folder);
        _passphrase.AddTo(command);
    }

    public string Path(ParseResult line) => line.GetRequiredValue(_folder);

    /// <summary>The passphrase that was given; null for none.</summary>
    /// <exception cref="Failures.CommandFailure">The file cannot be read or is empty.</exception>
    public string? Given(ParseResult line) => _passphrase.Read(line);

    /// <summary>The passphrase; where the keys are encrypted and none is given, whoever sits at the terminal is asked.</summary>
    /// <exception cref="Failures.CommandFailure">The file cannot be read or is empty.</exception>
    public string? Passphrase(ParseResult line) => Given(line)
        ?? (IsEncrypted(System.IO.Path.Combine(Path(line), IssuingKey))
            ? PassphrasePrompt.Ask("Passphrase of the authority's keys")
            : null);

    private static bool IsEncrypted(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault() is "-----BEGIN ENCRYPTED PRIVATE KEY-----";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening the authority will say what is wrong.
            return false;
        }
    }
}
