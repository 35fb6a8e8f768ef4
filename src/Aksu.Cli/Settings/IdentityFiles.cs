using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;

namespace Aksu.Cli.Settings;

/// <summary>A certificate and its key, in two files or in one.</summary>
internal sealed class IdentityFiles
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly Option<string?> _certificate;

    private readonly Option<string?> _key = new("--key")
    {
        HelpName = "FILE",
        Description = "The private key of --cert (PEM or DER); without it, the key stands in the file of --cert.",
    };

    private readonly PassphraseSource _passphrase = new("AKSU_KEY_PASSPHRASE", "the private key");

    public IdentityFiles(string description) =>
        _certificate = new Option<string?>("--cert") { HelpName = "FILE", Description = description };

    public void AddTo(Command command)
    {
        command.Options.Add(_certificate);
        command.Options.Add(_key);
        _passphrase.AddTo(command);
    }

    /// <summary>The identity, which the caller disposes of; null when none is given.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="warnings">Where to say what had to be repaired in the chain.</param>
    /// <exception cref="CommandFailure">A file cannot be read, or certificate and key do not fit.</exception>
    public Identity? Read(ParseResult line, Screen warnings)
    {
        Identity? identity = Open(line, Identity.FromFiles);
        Warn(identity, line, warnings);
        return identity;
    }

    /// <summary>The identity, which follows its files; null when none is given.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="warnings">Where to say what had to be repaired in the chain.</param>
    /// <param name="reloaded">Told when the files have changed.</param>
    /// <param name="ocspResponse">The file of an OCSP response to staple; null for none.</param>
    /// <exception cref="CommandFailure">A file cannot be read, or certificate and key do not fit.</exception>
    public ReloadingIdentity? Follow(ParseResult line, Screen warnings, Action<IdentityReload> reloaded, string? ocspResponse)
    {
        ReloadingIdentity? identity = Open(
            line,
            (certificate, key, passphrase) => new ReloadingIdentity(
                certificate, key, passphrase, LookInterval, reloaded: reloaded, ocspResponsePath: ocspResponse));
        Warn(identity?.Current, line, warnings);
        return identity;
    }

    private T? Open<T>(ParseResult line, Func<string, string?, string?, T> open)
        where T : class
    {
        string? certificate = line.GetValue(_certificate);
        string? key = line.GetValue(_key);
        if (certificate is null)
        {
            return key is null ? null : throw CommandFailure.Usage(SettingTexts.KeyNeedsCertificate);
        }

        // Each is opened by itself first, so that what is wrong is said of the right one.
        GivenFile.Probe("--cert", certificate);
        if (key is not null)
        {
            GivenFile.Probe("--key", key);
        }

        string? passphrase = _passphrase.Read(line);
        try
        {
            return Explain(certificate, key, () => open(certificate, key, passphrase));
        }
        catch (CommandFailure e) when (e.InnerException is CertificateException { IsPassphraseMissing: true })
        {
            string typed = PassphrasePrompt.Ask(SettingTexts.PassphraseOf.With(key ?? certificate).In(LanguageOption.OfAny(line)))
                ?? throw CommandFailure.Usage(_passphrase.Advise(e.Text), e);
            return Explain(certificate, key, () => open(certificate, key, typed));
        }
    }

    private static T Explain<T>(string certificate, string? key, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (CertificateException e) when (key is null && !HoldsKey(certificate))
        {
            // Where the certificate itself cannot be read, that comes first.
            GivenFile.Read("--cert", certificate, Pem.ReadCertificatesFromFile);
            throw CommandFailure.Usage(SettingTexts.KeyIsMissing.With(certificate), e);
        }
        catch (CertificateException e)
        {
            // The message begins with the file's name.
            bool isKey = key is not null && key != certificate && e.Message.StartsWith(key + ":", StringComparison.Ordinal);
            throw CommandFailure.Usage(LibrarySentences.Of($"{(isKey ? "--key" : "--cert")}: {e.Message}"), e);
        }
    }

    private static bool HoldsKey(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        const byte Sequence = 0x30;
        return file is [Sequence, ..] || file.IndexOf("PRIVATE KEY-----"u8) >= 0;
    }

    private void Warn(Identity? identity, ParseResult line, Screen warnings)
    {
        foreach (string warning in identity?.Warnings ?? [])
        {
            Language language = LanguageOption.OfAny(line);
            string text = LibrarySentences.Of(warning).In(language);
            warnings.Marked(0, SettingTexts.Note.In(language), Tone.Warning, $"{line.GetValue(_certificate)}: {text}");
        }
    }
}
