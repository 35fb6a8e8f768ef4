using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Net.Sockets;
using Aksu.Cli.Connect;
using Aksu.Cli.Explain;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Cryptography;
using Aksu.Inspection.Connections;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu connect</c></summary>
internal sealed class ConnectCommand : ToolCommand
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeForTickets = TimeSpan.FromSeconds(2);

    private readonly Argument<HostAndPort> _target = new("HOST[:PORT]")
    {
        Description = "The server; port 443 unless given. An IPv6 address has brackets: [::1]:443.",
        CustomParser = ParseTarget,
    };

    private readonly TrustFiles _trust = new("--ca", "Trust the authorities in FILE (PEM) instead of the system's. May be repeated.");
    private readonly IdentityFiles _identity = new("Present this certificate with its chain (PEM or PKCS#12) if the server asks for one.");
    private readonly NegotiationSettings _negotiation = new();
    private readonly Option<string?> _psk = PreSharedKeyFile.Option();
    private readonly KeyLogOption _keyLog = new();
    private readonly Option<TimeSpan?> _timeout = Seconds.Option(
        "--timeout", "How long connecting, and then the handshake, may take.", DefaultTimeout);

    private readonly Option<string?> _sni = new("--sni")
    {
        HelpName = "NAME",
        Description = "Ask for NAME and verify the certificate for it, instead of HOST.",
        CustomParser = static result =>
        {
            string name = result.Tokens[0].Value;
            if (!ServerIdentity.TryParse(name, out _))
            {
                result.AddError($"--sni: '{name}' is neither a host name nor an IP address.");
            }

            return name;
        },
    };

    private readonly Option<bool> _insecure = new("--insecure")
    {
        Description = "Do not verify who the server is. Anybody on the way can pose as it.",
    };

    private readonly Option<string?> _session = new(StoredSession.OptionName)
    {
        HelpName = "FILE",
        Description = "Resume the session in FILE if there is one, and store the next one there. Keep FILE secret.",
    };

    private readonly ShowOptions _show = new();

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one JSON object about the connection, or about why there is none, and close it.",
    };

    public ConnectCommand()
        : base("connect", "Connect to a TLS server, say what was negotiated, and pipe standard input and output.")
    {
        Arguments.Add(_target);
        _trust.AddTo(this);
        _identity.AddTo(this);
        Options.Add(_sni);
        _negotiation.AddProtocolsTo(this);
        _negotiation.AddParametersTo(this);
        Options.Add(_psk);
        Options.Add(_insecure);
        _keyLog.AddTo(this);
        Options.Add(_session);
        Options.Add(_timeout);
        Options.Add(_json);
        _show.AddTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu connect example.com", "Who is there, and what was negotiated? Then type; Ctrl-D ends."),
        new("aksu connect example.com --explain --html page.html", "Every step and every byte of the handshake, told and shown."),
        new("aksu connect localhost:8443 --ca root.pem", "Trust an authority of your own."),
        new("aksu connect example.com --json | jq .cipherSuite", "For scripts."),
        new("printf 'GET / HTTP/1.0\\r\\nHost: example.com\\r\\n\\r\\n' | aksu connect example.com", "Fetch a page by hand."),
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        HostAndPort target = line.GetRequiredValue(_target);
        Screen screen = Screen.ForError();
        var progress = new ConnectProgress(what => Warn(what, line, screen));
        try
        {
            await RunAsync(line, target, progress, screen, stop);
            return ExitCode.Success;
        }
        catch (Exception e) when (line.GetValue(_json) && e is not OperationCanceledException)
        {
            CommandFailure failure = FailureText.Describe(target.ToString(), e);
            using Stream output = Console.OpenStandardOutput();
            ConnectionJson.WriteFailed(output, target, failure, progress.Step);
            throw failure;
        }
        catch (Exception e) when (e is IOException or SocketException or CommandFailure { Code: ExitCode.TlsFailure or ExitCode.Network })
        {
            // Who is told every step has seen where it broke, and the verdict, already.
            if (!_show.Explains(line))
            {
                ShowBreak(progress.Step, (e as TlsException)?.Verdict, _show.LanguageOf(line), screen);
            }

            throw e is CommandFailure ? e : FailureText.Describe(target.ToString(), e);
        }
    }

    private static void ShowBreak(ConnectStep step, Verdict? verdict, Language language, Screen screen)
    {
        if (verdict is not null)
        {
            new VerdictTree(screen, indent: 0, isDetailed: false, language).WritePaths(verdict);
        }

        screen.Line(ConnectTexts.Broke(step).In(language), Tone.Quiet);
    }

    private async Task RunAsync(ParseResult line, HostAndPort target, ConnectProgress progress, Screen screen, CancellationToken stop)
    {
        TrustStore? trust = _trust.Read(line);
        using Identity? identity = _identity.Read(line, screen);
        using StoredSession? session = line.GetValue(_session) is { } path ? StoredSession.Open(path) : null;
        using PreSharedKeyFile? preSharedKeys = PreSharedKeyFile.Read(_psk, line, _negotiation.ExchangesOf(line));
        using KeyLogFile? keyLog = _keyLog.Open(line);
        using ConnectionRecorder? recorder = _show.Record(line);
        TlsClientOptions options = _negotiation.Apply(
            new TlsClientOptions
            {
                Trust = trust,
                Identities = identity is null ? [] : [identity],
                ServerName = line.GetValue(_sni),
                DangerousSkipVerification = line.GetValue(_insecure),
                PreSharedKeys = preSharedKeys?.Keys ?? [],
                Observer = progress,
                DangerousKeyLog = recorder?.KeyLogWith(keyLog) ?? keyLog,
                HandshakeTimeout = TimeoutOf(line),
                Sessions = session?.Offered is { } offered ? [offered] : [],
                SessionReceived = session is null ? null : session.Receive,
                ResumeSessions = session is not null,
            },
            line);

        try
        {
            await ConnectAsync(line, target, options, recorder, progress, screen, stop);
        }
        finally
        {
            session?.Save();
        }
    }

    private async Task ConnectAsync(
        ParseResult line,
        HostAndPort target,
        TlsClientOptions options,
        ConnectionRecorder? recorder,
        ConnectProgress progress,
        Screen screen,
        CancellationToken stop)
    {
        if (recorder is null)
        {
            NetworkStream transport = await OpenAsync(
                line, target, static socket => new NetworkStream(socket, ownsSocket: true), progress, stop);
            await TalkAsync(line, target, options, transport, static _ => { }, screen, stop);
            return;
        }

        RecordingStream recording = await OpenAsync(
            line, target, static socket => ConnectionRecorder.Open(socket, TlsSide.Client), progress, stop);
        var shown = new ConnectShow(_show, line, recorder, recording, target);
        try
        {
            await TalkAsync(line, target, options, recording, shown.Established, screen, stop);
            shown.Ended();
        }
        catch (Exception e) when (e is IOException or CommandFailure)
        {
            shown.Failed(e);
            throw;
        }
    }

    /// <summary>Loads cryptography while the network is waited for: a process that is young has not needed it before.</summary>
    private async Task<T> OpenAsync<T>(
        ParseResult line, HostAndPort target, Func<Socket, T> open, ConnectProgress progress, CancellationToken stop)
        where T : NetworkStream
    {
        Task<T> opening = TcpConnection.OpenAsync(target, TimeoutOf(line), open, stop);
        _ = CryptographyProvider.Default;
        T transport = await opening;
        progress.Opened();
        return transport;
    }

    private async Task TalkAsync(
        ParseResult line,
        HostAndPort target,
        TlsClientOptions options,
        NetworkStream transport,
        Action<TlsConnectionInfo> established,
        Screen screen,
        CancellationToken stop)
    {
        var client = new TlsClient(options);
        long start = Stopwatch.GetTimestamp();
        await using TlsStream connection = await ShakeHandsAsync(client, transport, target, stop);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);
        established(connection.Info);
        PeerCheck check = PeerCheck.Of(connection.Info, options, target.Host);
        using Stream output = Console.OpenStandardOutput();
        if (line.GetValue(_json))
        {
            ConnectionJson.WriteConnected(output, target, connection, check, duration);
            if (options.SessionReceived is not null)
            {
                await TakeTicketsAsync(connection, stop);
            }

            return;
        }

        Language language = _show.LanguageOf(line);
        new ConnectionText(screen, language).Write(target, connection, check);
        if (!Console.IsInputRedirected)
        {
            screen.Line(ConnectTexts.Type.In(language), Tone.Quiet);
        }

        using Stream input = Console.OpenStandardInput();
        await Pipe.RunAsync(connection, input, output, stop);
    }

    private static async Task<TlsStream> ShakeHandsAsync(
        TlsClient client, NetworkStream transport, HostAndPort target, CancellationToken stop)
    {
        try
        {
            return await client.AuthenticateAsync(transport, target.Host, target.Port, stop);
        }
        catch (TlsException e) when (e.Reason == TlsReason.EndOfStream)
        {
            throw new CommandFailure(ExitCode.TlsFailure, FailureText.At(target.ToString(), ConnectTexts.Closed), e);
        }
        catch (TlsException e) when (e.Reason == TlsReason.HandshakeTimeout)
        {
            throw new CommandFailure(ExitCode.Network, FailureText.At(target.ToString(), ConnectTexts.Silent), e);
        }
    }

    /// <summary>That --insecure does not verify is said with the verdict.</summary>
    private void Warn(string what, ParseResult line, Screen screen)
    {
        if (!line.GetValue(_insecure) && !line.GetValue(_json))
        {
            Language language = _show.LanguageOf(line);
            screen.Marked(0, ConnectTexts.Warning.In(language), Tone.Warning, LibrarySentences.Of(what).In(language));
        }
    }

    private TimeSpan TimeoutOf(ParseResult line) => line.GetValue(_timeout) ?? DefaultTimeout;

    /// <summary>Tickets come after the handshake: what still comes is read, for a short time.</summary>
    private static async Task TakeTicketsAsync(TlsStream connection, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(TimeForTickets);
        try
        {
            await connection.ShutdownAsync(enough.Token);
            byte[] dropped = new byte[4096];
            while (await connection.ReadAsync(dropped, enough.Token) > 0)
            {
                // The server may have something to say; nobody asked for it here.
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            // However it ends, the tickets that came are there.
        }
    }

    private static HostAndPort? ParseTarget(ArgumentResult result)
    {
        try
        {
            return HostAndPort.Parse(result.Tokens[0].Value);
        }
        catch (FormatException e)
        {
            result.AddError(e.Message);
            return null;
        }
    }
}
