using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;
using Aksu.Pki.Revocation;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca crl</c></summary>
internal sealed class CrlCommand : AuthorityCommand
{
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromDays(7);

    private readonly Option<TimeSpan?> _days = Days.Option("How long it counts; 7 days unless given.");
    private readonly Option<bool> _root = new("--root")
    {
        Description = "The list of the root (about the intermediate) instead of the intermediate's.",
    };
    private readonly Option<string?> _out = new("--out")
    {
        HelpName = "FILE",
        Description = "Write a copy (PEM) to FILE, besides the one in the authority's folder.",
    };

    public CrlCommand()
        : base("crl", "Make the revocation list.")
    {
        Options.Add(_days);
        Options.Add(_root);
        Options.Add(_out);
    }

    public override IReadOnlyList<Example> Examples { get; } =
        [new("aksu ca crl --dir ca --out /srv/www/ca.crl", "Do this after each 'aksu ca revoke', and before the last list expires.")];

    protected override Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop)
    {
        TimeSpan lifetime = line.GetValue(_days) ?? DefaultLifetime;
        CertificateRevocationList list = line.GetValue(_root) ? authority.MakeRootCrl(lifetime) : authority.MakeCrl(lifetime);
        if (line.GetValue(_out) is { } path)
        {
            GivenFile.Write(_out.Name, path, file => File.WriteAllText(file, list.ToPem()));
        }

        screen.Line(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"List {list.NumberText} of {list.Issuer}: {list.Count} revoked, next list before {list.NextUpdate:yyyy-MM-dd HH:mm} UTC."));
        return Task.FromResult(ExitCode.Success);
    }
}
