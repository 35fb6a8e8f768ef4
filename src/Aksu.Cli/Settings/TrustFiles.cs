using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Pki;

namespace Aksu.Cli.Settings;

/// <summary>Files with the authorities to trust.</summary>
internal sealed class TrustFiles
{
    private readonly Option<string[]> _files;

    public TrustFiles(string name, string description) =>
        _files = new Option<string[]>(name) { HelpName = "FILE", Description = description, Arity = ArgumentArity.OneOrMore };

    public void AddTo(Command command) => command.Options.Add(_files);

    /// <summary>What the files hold together; null when none is given.</summary>
    /// <exception cref="CommandFailure">A file cannot be read, or holds no certificate.</exception>
    public TrustStore? Read(ParseResult line)
    {
        TrustStore? trust = null;
        foreach (string file in line.GetValue(_files) ?? [])
        {
            TrustStore one = GivenFile.Read(_files.Name, file, TrustStore.FromPemFile);
            trust = trust?.Add(one) ?? one;
        }

        return trust;
    }
}
