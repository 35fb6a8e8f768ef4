using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Pki.Revocation;

namespace Aksu.Cli.Settings;

/// <summary>Evidence about revocation in files: where some is given, the status of the certificate must be known from it.</summary>
internal sealed class RevocationFiles
{
    private readonly Option<string[]> _lists = new("--crl")
    {
        HelpName = "FILE",
        Description = "A revocation list (PEM or DER); the certificate must be cleared by it. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _response = new("--ocsp")
    {
        HelpName = "FILE",
        Description = "An OCSP response (DER); the certificate must be cleared by it.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_lists);
        command.Options.Add(_response);
    }

    /// <summary>The policy for what was given.</summary>
    /// <exception cref="CommandFailure">A file cannot be read, or holds something else.</exception>
    public RevocationPolicy Policy(ParseResult line)
    {
        CertificateRevocationList[] lists =
            [.. (line.GetValue(_lists) ?? []).Select(file => GivenFile.Read(_lists.Name, file, CrlStore.ReadFile))];
        return lists.Length == 0 && line.GetValue(_response) is null
            ? RevocationPolicy.StapledOnly
            : new RevocationPolicy { Mode = RevocationMode.Hard, Crls = CrlStore.Of(lists) };
    }

    /// <summary>The OCSP response; empty when none is given.</summary>
    /// <exception cref="CommandFailure">The file cannot be read.</exception>
    public ReadOnlyMemory<byte> Response(ParseResult line) =>
        line.GetValue(_response) is { } file ? GivenFile.Read(_response.Name, file, File.ReadAllBytes) : default(ReadOnlyMemory<byte>);
}
