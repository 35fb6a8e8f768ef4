using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Demo;
using Aksu.Cli.Explain;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Cryptography;
using Aksu.Inspection.Texts;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu demo</c></summary>
internal sealed class DemoCommand : ToolCommand
{
    private static readonly string FlawNames = string.Join(", ", DemoFlaw.All.Select(static flaw => flaw.Name));

    private readonly NegotiationSettings _negotiation = new();

    private readonly ShowOptions _show = new();
    private readonly Option<bool> _mutual = new("--mutual") { Description = "The client proves who it is, too." };

    private readonly Option<DemoFlaw?> _break = new("--break")
    {
        HelpName = "FLAW",
        Description = $"Show how a bad certificate is refused: {FlawNames}. With --mutual it is the client's.",
        CustomParser = static result =>
        {
            string name = result.Tokens[0].Value;
            if (DemoFlaw.All.FirstOrDefault(flaw => flaw.Name == name) is { } flaw)
            {
                return flaw;
            }

            result.AddError($"--break: '{name}' is not among {FlawNames}.");
            return null;
        },
    };

    public DemoCommand()
        : base("demo", "Watch a client and a server shake hands: an authority, both sides, and a real socket in one process.")
    {
        Options.Add(_mutual);
        Options.Add(_break);
        _negotiation.AddParametersTo(this);
        _show.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu demo", "A TLS 1.3 handshake, step by step."),
        new("aksu demo --explain --show-secrets --html demo.html", "The same from its very bytes, with the keys, as text and as a page."),
        new("aksu demo --mutual", "Both sides show certificates."),
        new("aksu demo --break expired", "A certificate that is not good any more, and how it is refused."),
        new("aksu demo --tls 1.2 --key-exchange rsa", "The handshake of the textbooks."),
        new("aksu demo --suite TLS_CHACHA20_POLY1305_SHA256 --group secp256r1", "The same with other cryptography."),
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        using ConnectionRecorder? recorder = _show.Record(line);
        DemoRecording? recording = recorder is null ? null : new DemoRecording(recorder);
        using DemoScene scene = SceneOf(line);
        ExitCode result = await PlayAsync(line, scene, recording, stop);
        if (recording?.ToTrace() is { } trace)
        {
            _show.Show(line, trace, Screen.ForOutput(Screen.WideWidth));
        }

        return result;
    }

    private async Task<ExitCode> PlayAsync(ParseResult line, DemoScene scene, DemoRecording? recording, CancellationToken stop)
    {
        // Two tellings of one handshake would be one too many.
        Language language = _show.LanguageOf(line);
        Screen screen = _show.Explains(line) ? Screen.ToNobody() : Screen.ForOutput();
        if (scene.Flaw is { } flaw)
        {
            // The refusal is what was to be shown, so a certificate that is refused is a success.
            bool isRefused = await new RefusedDemoRun(screen, language, scene, flaw, recording).PlayAsync(stop);
            return isRefused ? ExitCode.Success : ExitCode.TlsFailure;
        }

        await new DemoRun(screen, language, scene, recording).PlayAsync(stop);
        return ExitCode.Success;
    }

    private DemoScene SceneOf(ParseResult line)
    {
        bool isMutual = line.GetValue(_mutual);
        DemoFlaw? flaw = line.GetValue(_break);
        if (_negotiation.NeedsNoCertificate(line))
        {
            return isMutual || flaw is not null
                ? throw CommandFailure.Usage(SettingTexts.NoCertificateWithPsk.With(isMutual ? "--mutual" : "--break"))
                : new PreSharedKeyScene(options => Apply(options, line));
        }

        if (isMutual && flaw == DemoFlaw.WrongName)
        {
            throw CommandFailure.Usage(SettingTexts.WrongNameOfClient);
        }

        KeyRequest key = _negotiation.NeedsRsaKey(line) ? new KeyRequest(KeyKind.Rsa) : KeyRequest.Default;
        return new CertificateScene(options => Apply(options, line), key, isMutual, flaw);
    }

    /// <summary>One version is shown: what a person can follow, and not all that could be negotiated.</summary>
    private TlsOptions Apply(TlsOptions options, ParseResult line)
    {
        ProtocolVersion version = _negotiation.ExchangesOf(line) is [KeyExchange.Rsa] ? ProtocolVersion.Tls12 : ProtocolVersion.Tls13;
        return _negotiation.Apply(options with { Versions = [version] }, line);
    }
}
