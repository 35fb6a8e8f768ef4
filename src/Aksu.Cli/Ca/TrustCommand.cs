using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca trust</c></summary>
internal sealed class TrustCommand : AuthorityCommand
{
    private readonly Option<bool> _print = new("--print")
    {
        Description = "Print how to trust the root, on each system and in browsers.",
    };

    public TrustCommand()
        : base("trust", "Say how to trust the root. Nothing is changed.") => Options.Add(_print);

    public override IReadOnlyList<Example> Examples { get; } = [new("aksu ca trust --print --dir ca", "Commands to copy.")];

    protected override Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop)
    {
        if (!line.GetValue(_print))
        {
            throw CommandFailure.EnglishUsage("aksu does not change whom this system trusts; --print says how you can.");
        }

        string root = Path.GetFullPath(authority.RootCertificatePath);
        screen.Line($"The root: {root}");
        screen.Line($"SHA-256:  {authority.RootCertificate.FingerprintText}");
        screen.Line("Whoever holds this authority's keys can pose as any site to those who trust it. Trust it only where you need it.",
            Tone.Warning);
        foreach ((string where, string[] how) in TrustInstructions.For(root))
        {
            screen.Heading(where);
            foreach (string step in how)
            {
                screen.Line("    " + step);
            }
        }

        return Task.FromResult(ExitCode.Success);
    }
}
