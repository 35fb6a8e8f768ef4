using System.CommandLine;

namespace Aksu.Cli.Settings;

/// <summary><c>--show-secrets</c></summary>
internal static class SecretsOption
{
    public static Option<bool> Create() => new("--show-secrets")
    {
        Description = "Show the values of secrets, too. Whoever sees them can read the connection: for demonstrations.",
    };
}
