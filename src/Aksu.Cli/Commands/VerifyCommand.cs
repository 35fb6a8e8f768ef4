using System.CommandLine;
using System.Globalization;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Pki;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu verify</c></summary>
internal sealed class VerifyCommand : ToolCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Certificates (PEM or DER). The first one is judged; all others help to find its authority.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly TrustFiles _trust = new("--ca", "Trust the authorities in FILE (PEM) instead of the system's. May be repeated.");

    private readonly Option<string?> _host = new("--host")
    {
        HelpName = "NAME",
        Description = "The host name or IP address that it must be for.",
    };

    private readonly Option<bool> _client = new("--client") { Description = "Judge it as a client's certificate." };

    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        HelpName = "TIME",
        Description = "Judge it for this moment (2026-12-31 or 2026-12-31T23:59:59Z) instead of now.",
        CustomParser = static result =>
        {
            const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time))
            {
                return time;
            }

            result.AddError($"--at: '{result.Tokens[0].Value}' is no time; write 2026-12-31 or 2026-12-31T23:59:59Z.");
            return null;
        },
    };

    private readonly RevocationFiles _revocation = new();

    private readonly Option<CertificateProfile?> _profile = new("--profile")
    {
        HelpName = "NAME",
        Description = "How strictly the rules for issuers count: compatible (unless given), rfc5280, webpki.",
        CustomParser = static result =>
        {
            string text = result.Tokens[0].Value;
            if (Enum.TryParse(text, ignoreCase: true, out CertificateProfile profile) && char.IsAsciiLetter(text[0]))
            {
                return profile;
            }

            result.AddError($"--profile: '{text}' is no profile; there are compatible, rfc5280 and webpki.");
            return null;
        },
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the verdict as one JSON object." };

    private readonly LanguageOption _language = new();

    public VerifyCommand()
        : base("verify", "Judge a certificate, and show every check that was made.")
    {
        Arguments.Add(_files);
        _trust.AddTo(this);
        Options.Add(_host);
        Options.Add(_client);
        Options.Add(_at);
        _revocation.AddTo(this);
        Options.Add(_profile);
        Options.Add(_json);
        _language.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu verify server.pem --ca root.pem --host localhost", "Would a client accept it for localhost?"),
        new("aksu verify leaf.pem intermediate.pem --json", "For scripts; exit code 1 when it is refused."),
    ];

    protected override Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        var chain = new List<ReadOnlyMemory<byte>>();
        foreach (string file in line.GetRequiredValue(_files))
        {
            chain.AddRange(GivenFile.Read("FILE", file, Pem.ReadCertificatesFromFile).Select(static certificate => certificate.Der));
        }

        VerificationPolicy policy = VerificationPolicy.Default with
        {
            Revocation = _revocation.Policy(line),
            Profile = line.GetValue(_profile) ?? CertificateProfile.Compatible,
        };
        var verifier = new CertificateVerifier(_trust.Read(line) is { } trust ? policy with { Trust = trust } : policy);
        Verdict verdict = verifier.Verify(new VerificationRequest
        {
            Chain = chain,
            Purpose = line.GetValue(_client) ? CertificatePurpose.Client : CertificatePurpose.Server,
            ServerIdentity = HostOf(line),
            Time = line.GetValue(_at),
            StapledOcspResponse = _revocation.Response(line),
        });
        Screen screen = Screen.ForOutput();
        if (line.GetValue(_json))
        {
            Console.Out.WriteLine(verdict.ToJson());
        }
        else
        {
            new VerdictTree(screen, indent: 0, isDetailed: true, _language.Of(line)).WriteWhole(verdict);
        }

        return Task.FromResult(verdict.IsAccepted ? ExitCode.Success : ExitCode.TlsFailure);
    }

    private ServerIdentity? HostOf(ParseResult line)
    {
        if (line.GetValue(_host) is not { } host)
        {
            return null;
        }

        return ServerIdentity.TryParse(host, out ServerIdentity? identity)
            ? identity
            : throw CommandFailure.Usage(SettingTexts.NoHost.With(host));
    }
}
