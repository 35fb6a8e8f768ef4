using Aksu.Pki;
using Aksu.Tls;

namespace Aksu.Cli.Demo;

/// <summary>Who takes part in the demonstration, and what each brings. Immutable.</summary>
/// <param name="ServerName">The name that the client means to reach.</param>
/// <param name="Options">What both sides can negotiate.</param>
/// <param name="Server">The server's identity; null when a key that both have stands in for certificates.</param>
/// <param name="Client">The client's identity; null when only the server proves who it is.</param>
internal sealed record DemoPlan(string ServerName, TlsOptions Options, Identity? Server, Identity? Client)
{
    /// <summary>Whether both sides prove who they are with certificates.</summary>
    public bool IsMutual => Client is not null;
}
