using Aksu.Tls;

namespace Aksu.Cli.Serve;

/// <summary>What a server does with its connections.</summary>
internal interface IConnectionService
{
    /// <summary>The application protocols that are offered unless the person says otherwise.</summary>
    IReadOnlyList<string> Protocols { get; }

    /// <summary>Serves one connection to its end. The connection belongs to the caller.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="log">Takes what happened.</param>
    /// <param name="stop">When to stop.</param>
    Task ServeAsync(TlsStream connection, ConnectionLog log, StopSignal stop);
}
