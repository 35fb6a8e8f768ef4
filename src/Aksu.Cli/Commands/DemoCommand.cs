using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Demo;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu demo</c></summary>
internal sealed class DemoCommand : ToolCommand
{
    private readonly NegotiationSettings _negotiation = new();

    private readonly Option<bool> _mutual = new("--mutual") { Description = "The client proves who it is, too." };

    public DemoCommand()
        : base("demo", "Watch a client and a server shake hands: an authority, both sides, and a real socket in one process.")
    {
        Options.Add(_mutual);
        _negotiation.AddParametersTo(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu demo", "A TLS 1.3 handshake, step by step."),
        new("aksu demo --mutual", "Both sides show certificates."),
        new("aksu demo --suite TLS_CHACHA20_POLY1305_SHA256 --group secp256r1", "The same with other cryptography."),
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        using var scene = new DemoScene(options => _negotiation.Apply(options, line), KeyRequest.Default, line.GetValue(_mutual));
        await new DemoRun(Screen.ForOutput(), scene).PlayAsync(stop);
        return ExitCode.Success;
    }
}
