using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Cli.Terminal;
using Aksu.Pki;

namespace Aksu.Cli.Settings;

/// <summary>A certificate and its key, in two files or in one.</summary>
internal sealed class IdentityFiles
{
    private readonly Option<string?> _certificate;

    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "FILE",
        Description = "The private key of --cert (PEM); without it, the key stands in the file of --cert.",
    };

    public IdentityFiles(string description) =>
        _certificate = new Option<string?>("--cert") { HelpName = "FILE", Description = description };

    public void AddTo(Command command)
    {
        command.Options.Add(_certificate);
        command.Options.Add(_key);
    }

    /// <summary>The identity, which the caller disposes of; null when none is given.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="warnings">Where to say what had to be repaired in the chain.</param>
    /// <exception cref="CommandFailure">A file cannot be read, or certificate and key do not fit.</exception>
    public Identity? Read(ParseResult line, Screen warnings)
    {
        string? certificate = line.GetValue(_certificate);
        string? key = line.GetValue(_key);
        if (certificate is null)
        {
            return key is null ? null : throw CommandFailure.Usage("--key needs --cert: give the certificate that the key belongs to.");
        }

        Identity identity = ReadPair(certificate, key ?? certificate);
        foreach (string warning in identity.Warnings)
        {
            warnings.Marked(0, "note:", Tone.Warning, $"{certificate}: {warning}");
        }

        return identity;
    }

    private static Identity ReadPair(string certificate, string key)
    {
        // Each is opened by itself first, so that what is wrong is said of the right one.
        GivenFile.Read("--cert", certificate, Pem.ReadCertificatesFromFile);
        try
        {
            return GivenFile.Read("--key", key, path => Identity.FromPemFiles(certificate, path));
        }
        catch (CommandFailure e) when (key == certificate)
        {
            throw CommandFailure.Usage($"--key is missing, and the file of --cert holds no key that fits ({certificate}). Give "
                + "the file of the private key with --key.", e);
        }
    }
}
