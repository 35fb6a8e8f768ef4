namespace Aksu.Cli.Connect;

/// <summary>How far a connection can come, in the order of coming.</summary>
internal enum ConnectStep
{
    /// <summary>The TCP connection.</summary>
    Tcp,

    /// <summary>The hellos: the server's choice of version and cipher suite.</summary>
    Hello,

    /// <summary>Who the server is: its certificate and what proves that it is the server's.</summary>
    Identity,

    /// <summary>Both sides' Finished, which prove that nobody changed the handshake.</summary>
    Finished,

    /// <summary>Secure data.</summary>
    Data,
}
