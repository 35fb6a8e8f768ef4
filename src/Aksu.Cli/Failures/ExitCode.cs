namespace Aksu.Cli.Failures;

/// <summary>How the tool ended, for scripts. The numbers are documented and stay the same.</summary>
internal enum ExitCode
{
    /// <summary>All went well.</summary>
    Success = 0,

    /// <summary>TLS failed: no common parameters, a certificate that is not accepted, a broken protocol, an alert of the peer.</summary>
    TlsFailure = 1,

    /// <summary>The command line or a file that it names is wrong.</summary>
    Usage = 2,

    /// <summary>The network failed: unknown host, closed port, no answer in time, connection lost.</summary>
    Network = 3,

    /// <summary>A fault of the tool itself.</summary>
    Fault = 70,

    /// <summary>Stopped by Ctrl-C or SIGTERM before it was done.</summary>
    Interrupted = 130,
}
