using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca renew</c></summary>
internal sealed class RenewCommand : AuthorityCommand
{
    private readonly Argument<string> _serial = new("SERIAL")
    {
        Description = "The serial number of the old certificate ('aksu ca list' shows it).",
    };

    private readonly Option<string> _out = new("--out")
    {
        HelpName = "DIR",
        Description = "Where to write NAME.pem and NAME.key.pem; here unless given.",
        DefaultValueFactory = static _ => ".",
    };

    public RenewCommand()
        : base("renew", "Issue anew what was issued before: same names, same lifetime, a new key.")
    {
        Arguments.Add(_serial);
        Options.Add(_out);
    }

    public override IReadOnlyList<Example> Examples { get; } =
        [new("aksu ca renew 8f3a… --dir ca", "The old certificate stays good until it expires or is revoked.")];

    protected override Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop)
    {
        using IssuedIdentity issued = authority.Renew(line.GetRequiredValue(_serial));
        IssuedOutput.Write(issued, line.GetRequiredValue(_out), screen);
        return Task.FromResult(ExitCode.Success);
    }
}
