namespace Aksu.Tls.Engine.Diagnostics;

/// <summary>What a handshake came to conclude.</summary>
public enum HandshakeEvent
{
    /// <summary>The protocol version was decided.</summary>
    VersionDecided,

    /// <summary>The cipher suite was decided.</summary>
    CipherSuiteDecided,

    /// <summary>The key exchange group was decided.</summary>
    GroupDecided,

    /// <summary>The shared secret was computed and the handshake keys derived.</summary>
    KeysDerived,

    /// <summary>A session is resumed.</summary>
    SessionResumed,

    /// <summary>The peer's signature over the handshake verified.</summary>
    PeerSignatureVerified,

    /// <summary>The peer's certificates were accepted.</summary>
    PeerAccepted,

    /// <summary>The peer's Finished verified.</summary>
    PeerFinishedVerified,

    /// <summary>The application protocol was decided.</summary>
    ApplicationProtocolDecided,

    /// <summary>The handshake is complete.</summary>
    Completed,

    /// <summary>A session ticket was issued or received.</summary>
    TicketExchanged,

    /// <summary>The client's server_name is no host name and was passed over, as if it had sent none.</summary>
    ServerNameIgnored,

    /// <summary>Something is weaker than the default because an option says so.</summary>
    WeakenedByOption,
}
