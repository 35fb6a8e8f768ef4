using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Tls;

namespace Aksu.Cli.Settings;

/// <summary>A file for the secrets of connections.</summary>
internal sealed class KeyLogOption
{
    private readonly Option<string?> _file = new("--keylog")
    {
        HelpName = "FILE",
        Description = "Append the secrets to FILE (RFC 9850), for Wireshark. Whoever reads FILE reads the connection.",
    };

    public void AddTo(Command command) => command.Options.Add(_file);

    /// <summary>The open file, which the caller disposes of; null when none is given.</summary>
    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public KeyLogFile? Open(ParseResult line) =>
        line.GetValue(_file) is { } path ? GivenFile.Read(_file.Name, path, KeyLogFile.DangerousAppendTo) : null;
}
