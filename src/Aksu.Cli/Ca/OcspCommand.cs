using System.CommandLine;
using System.Net.Sockets;
using Aksu.Ca;
using Aksu.Ca.Ocsp;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca ocsp</c></summary>
internal sealed class OcspCommand : AuthorityCommand
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(1);

    private readonly Argument<string?> _serial = new("SERIAL")
    {
        Description = "Make one response about this certificate, for stapling, instead of answering questions.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "Where to write the response (DER)." };
    private readonly Option<int> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "The port to answer on, at 127.0.0.1; 0 takes a free one (default).",
    };
    private readonly Option<TimeSpan?> _days = Days.Option("How long a response counts; 1 day unless given.");

    public OcspCommand()
        : base("ocsp", "Answer OCSP questions on a loopback port, or make a response for stapling.")
    {
        Arguments.Add(_serial);
        Options.Add(_out);
        Options.Add(_port);
        Options.Add(_days);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu ca ocsp --dir ca --port 8888", "openssl ocsp -url http://127.0.0.1:8888/ … asks it. Ctrl-C stops."),
        new("aksu ca ocsp 8f3a… --out server.ocsp --dir ca", "For a server that staples."),
    ];

    protected override async Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen,
        CancellationToken stop)
    {
        TimeSpan lifetime = line.GetValue(_days) ?? DefaultLifetime;
        string? file = line.GetValue(_out);
        if (line.GetValue(_serial) is { } serial)
        {
            byte[] response = authority.MakeOcspResponse(serial, lifetime);
            GivenFile.Write(
                _out.Name,
                file ?? throw CommandFailure.EnglishUsage("--out FILE is missing: it says where to write the response."),
                path => File.WriteAllBytes(path, response));
            screen.Line(file);
            return ExitCode.Success;
        }

        if (file is not null)
        {
            throw CommandFailure.EnglishUsage("--out belongs to a response about one certificate: give its SERIAL, or leave out --out.");
        }

        return await AnswerAsync(authority, line.GetValue(_port), lifetime, screen, stop);
    }

    private static async Task<ExitCode> AnswerAsync(CertificateAuthority authority, int port, TimeSpan lifetime, Screen screen,
        CancellationToken stop)
    {
        if (port is < 0 or > ushort.MaxValue)
        {
            throw CommandFailure.EnglishUsage($"--port: {port} is no port; write 0 to {ushort.MaxValue}.");
        }

        // Reads the key before the first question comes, so that a missing passphrase is said now.
        authority.AnswerOcsp(default, lifetime);
        try
        {
            await using var server = OcspServer.Start(port, request => authority.AnswerOcsp(request, lifetime));
            screen.Line($"listening on {server.Address}");
            Screen.ForError().Line("Ctrl-C stops.", Tone.Quiet);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Success;
        }
        catch (SocketException e)
        {
            throw FailureText.Describe(e);
        }

        return ExitCode.Success;
    }
}
