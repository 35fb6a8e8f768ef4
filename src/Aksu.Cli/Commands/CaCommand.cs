using System.CommandLine;
using Aksu.Cli.Ca;

namespace Aksu.Cli.Commands;

/// <summary><c>aksu ca</c>: the verbs of a certificate authority.</summary>
internal sealed class CaCommand : Command
{
    public CaCommand()
        : base("ca", "A small certificate authority in a folder: issue, renew and revoke certificates.")
    {
        Subcommands.Add(new InitCommand());
        Subcommands.Add(new IssueCommand());
        Subcommands.Add(new RenewCommand());
        Subcommands.Add(new RevokeCommand());
        Subcommands.Add(new CrlCommand());
        Subcommands.Add(new ListCommand());
        Subcommands.Add(new OcspCommand());
        Subcommands.Add(new TrustCommand());
    }
}
