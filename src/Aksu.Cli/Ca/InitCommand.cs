using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca init</c></summary>
internal sealed class InitCommand : ToolCommand
{
    private readonly AuthorityFolder _folder = new();
    private readonly Option<string?> _name = new("--name")
    {
        HelpName = "NAME",
        Description = "The authority's name, shown in certificates.",
    };
    private readonly Option<KeyRequest?> _key = KeyKindOption.Create();
    private readonly Option<string?> _ocsp = new("--ocsp-url")
    {
        HelpName = "URL",
        Description = "Where its OCSP responder will be, for its certificates.",
    };
    private readonly Option<string?> _crl = new("--crl-url")
    {
        HelpName = "URL",
        Description = "Where its revocation list will be, for its certificates.",
    };

    public InitCommand()
        : base("init", "Make an authority: a root, and an intermediate that issues.")
    {
        _folder.AddTo(this);
        Options.Add(_name);
        Options.Add(_key);
        Options.Add(_ocsp);
        Options.Add(_crl);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu ca init --dir ca --name 'Example Corp'", "ECDSA P-256; the keys are readable by you alone."),
        new("AKSU_CA_PASSPHRASE=… aksu ca init --dir ca --key rsa-4096", "RSA, and the keys encrypted."),
    ];

    protected override Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        var options = new AuthorityOptions { OcspLocation = UrlOf(line, _ocsp), CrlLocation = UrlOf(line, _crl) };
        options = line.GetValue(_name) is { Length: > 0 } name ? options with { Name = name } : options;
        options = line.GetValue(_key) is { } key ? options with { Key = key } : options;
        string? passphrase = _folder.Given(line);
        try
        {
            using var authority = CertificateAuthority.Create(_folder.Path(line), options, passphrase);
            Screen screen = Screen.ForOutput();
            screen.Line(authority.RootCertificatePath);
            Screen notes = Screen.ForError();
            notes.Line(passphrase is null ? "The keys are not encrypted; only you may read them." : "The keys are encrypted.", Tone.Quiet);
            notes.Line($"'aksu ca trust --dir {_folder.Path(line)} --print' says how to trust the root; 'aksu ca issue' issues.",
                Tone.Quiet);
        }
        catch (Exception e) when (AuthorityFailure.Explain(e) is { } failure)
        {
            throw failure;
        }

        return Task.FromResult(ExitCode.Success);
    }

    private static string? UrlOf(ParseResult line, Option<string?> option)
    {
        string? text = line.GetValue(option);
        bool isFine = text is null
            || (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && System.Text.Ascii.IsValid(text));
        return isFine ? text : throw CommandFailure.EnglishUsage($"{option.Name}: '{text}' is no address like http://ca.example/ocsp.");
    }
}
