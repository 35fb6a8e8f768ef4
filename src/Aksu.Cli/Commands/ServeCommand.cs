using System.CommandLine;
using System.Net;
using Aksu.Ca;
using Aksu.Cli.Explain;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Serve;
using Aksu.Cli.Serve.Http;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Cryptography;
using Aksu.Inspection.Texts;
using Aksu.Pki;
using Aksu.Pki.Revocation;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu serve</c></summary>
internal sealed class ServeCommand : ToolCommand
{
    private static readonly IPEndPoint DefaultAddress = new(IPAddress.Loopback, 8443);

    private readonly Option<IPEndPoint?> _listen = new("--listen")
    {
        HelpName = "ADDR:PORT",
        Description = "Where to listen; 127.0.0.1:8443 unless given. Port 0 takes a free one, * every address.",
        CustomParser = static result =>
        {
            try
            {
                return ListenAddress.Parse(result.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                result.AddError($"--listen: {e.Message}");
                return null;
            }
        },
    };

    private readonly IdentityFiles _identity = new("The server's certificate with its chain (PEM or PKCS#12); changed files are read "
        + "again. Without it, a fresh authority issues one.");
    private readonly Option<string?> _staple = new("--staple")
    {
        HelpName = "FILE",
        Description = "Staple the OCSP response in FILE (DER, of 'aksu ca ocsp') to the certificate of --cert; read again when changed.",
    };

    private readonly TrustFiles _clientTrust = new("--client-ca", "Demand client certificates, issued by the authorities in "
        + "FILE (PEM). May be repeated.");
    private readonly NegotiationSettings _negotiation = new();
    private readonly Option<string?> _psk = PreSharedKeyFile.Option();
    private readonly KeyLogOption _keyLog = new();

    private readonly ShowOptions _show = new();

    private readonly Option<string?> _writeCa = new("--write-ca")
    {
        HelpName = "FILE",
        Description = "Write the root of the fresh authority to FILE, for clients to trust.",
    };

    private readonly Option<string[]?> _names = CommaList.Option(
        "--name", "NAMES", "Further names and addresses for the fresh certificate, besides localhost, 127.0.0.1 and ::1.", NameOf);

    private readonly Option<string?> _www = new("--www") { HelpName = "DIR", Description = "Serve the files of DIR over HTTPS." };

    private readonly Option<bool> _echo = new("--echo") { Description = "Send back what comes." };

    public ServeCommand()
        : base("serve", "Serve over TLS: a folder of files, an echo, or a page about the connection.")
    {
        Options.Add(_listen);
        Options.Add(_www);
        Options.Add(_echo);
        _identity.AddTo(this);
        Options.Add(_staple);
        Options.Add(_writeCa);
        Options.Add(_names);
        _clientTrust.AddTo(this);
        _negotiation.AddProtocolsTo(this);
        _negotiation.AddParametersTo(this);
        Options.Add(_psk);
        _keyLog.AddTo(this);
        _show.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu serve --www . --write-ca root.pem", "Serve this folder; curl --cacert root.pem https://localhost:8443/"),
        new("aksu serve --echo --listen 127.0.0.1:0", "An echo on a free port, which is printed."),
        new("aksu serve --cert server.pem --key server.key --listen '*:443'", "With a certificate of your own, to everybody."),
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        Screen screen = Screen.ForError();
        IPEndPoint listen = line.GetValue(_listen) ?? DefaultAddress;
        IConnectionService service = ServiceOf(line);
        var log = new ServerLog(screen);
        ReloadingIdentity? followed = GivenIdentity(line, screen, log);
        using Identity? fresh = followed is null && !_negotiation.NeedsNoCertificate(line) ? Issue(line, listen, screen) : null;
        using PreSharedKeyFile? preSharedKeys = PreSharedKeyFile.Read(_psk, line, _negotiation.ExchangesOf(line));
        using KeyLogFile? keyLog = _keyLog.Open(line);
        using ConnectionRecorder? recorder = _show.Record(line);
        TrustStore? clientTrust = _clientTrust.Read(line);
        TlsServerOptions options = _negotiation.Apply(
            new TlsServerOptions
            {
                ReloadingIdentity = followed,
                Identities = fresh is null ? [] : [fresh],
                PreSharedKeys = preSharedKeys?.Keys ?? [],
                Trust = clientTrust,
                ClientAuthentication = clientTrust is null ? ClientAuthentication.None : ClientAuthentication.Required,
                ApplicationProtocols = service.Protocols,
                DangerousKeyLog = recorder?.KeyLogWith(keyLog) ?? keyLog,
            },
            line);
        ServerShow? show = recorder is null ? null : new ServerShow(_show, line, recorder);
        using var run = new ServerRun(service, log, show);
        await run.RunAsync(listen, options, address => Announce(address, screen, _show.LanguageOf(line)), stop);
        return ExitCode.Success;
    }

    private IConnectionService ServiceOf(ParseResult line)
    {
        string? folder = line.GetValue(_www);
        if (line.GetValue(_echo))
        {
            return folder is null ? new EchoService() : throw CommandFailure.Usage(SettingTexts.OneService);
        }

        return new HttpService(folder is null ? new ConnectionSite() : FolderSite.Open(_www.Name, folder));
    }

    /// <summary>The certificate of --cert; null when there is none.</summary>
    private ReloadingIdentity? GivenIdentity(ParseResult line, Screen screen, ServerLog log)
    {
        string? staple = line.GetValue(_staple);
        if (staple is not null)
        {
            GivenFile.Read(_staple.Name, staple, static path => OcspResponse.Parse(File.ReadAllBytes(path)));
        }

        ReloadingIdentity? given = _identity.Follow(line, screen, log.Reloaded, staple);
        if (given is null && staple is not null)
        {
            throw CommandFailure.Usage(SettingTexts.StapleNeedsCertificate);
        }

        return given is not null && (line.GetValue(_writeCa) is not null || line.GetValue(_names) is { Length: > 0 })
            ? throw CommandFailure.Usage(SettingTexts.FreshAuthority)
            : given;
    }

    /// <summary>A certificate for this run alone. Only the root is ever written, never a key.</summary>
    private Identity Issue(ParseResult line, IPEndPoint listen, Screen screen)
    {
        using EmbeddedAuthority authority = EmbeddedAuthority.Create("Aksu serve");
        var names = new List<string> { "localhost", "127.0.0.1", "::1" };
        names.AddRange(line.GetValue(_names) ?? []);
        if (!listen.Address.Equals(IPAddress.Any) && !listen.Address.Equals(IPAddress.IPv6Any))
        {
            names.Add(listen.Address.ToString());
        }

        KeyRequest key = _negotiation.NeedsRsaKey(line) ? new KeyRequest(KeyKind.Rsa) : KeyRequest.Default;
        Identity identity = authority.Issue(new IssueOptions { Names = [.. names.Distinct()], Key = key });
        if (line.GetValue(_writeCa) is { } path)
        {
            GivenFile.Write(_writeCa.Name, path, file => File.WriteAllText(file, authority.RootPem));
            screen.Line(ServeTexts.RootWritten.With(path).In(_show.LanguageOf(line)), Tone.Quiet);
        }
        else
        {
            screen.Line(ServeTexts.RootNotWritten.In(_show.LanguageOf(line)), Tone.Quiet);
        }

        return identity;
    }

    private static string NameOf(string name)
    {
        // Refused here, and not when the certificate is made, so that the message names the option.
        _ = SubjectAlternativeName.Parse(name);
        return name;
    }

    /// <summary>The one line of the standard output, for scripts; everything else goes to standard error.</summary>
    private static void Announce(string address, Screen screen, Language language)
    {
        Console.Out.WriteLine($"listening on {address}");
        Console.Out.Flush();
        screen.Line(ServeTexts.Stops.In(language), Tone.Quiet);
    }
}
