namespace Aksu.Soak.Clients;

/// <summary>What a client does that it should not do.</summary>
public enum Misbehaviour
{
    /// <summary>Connects and goes.</summary>
    SaysNothing,

    /// <summary>Sends bytes without sense.</summary>
    SendsGarbage,

    /// <summary>Speaks HTTP to a TLS port.</summary>
    SpeaksHttp,

    /// <summary>Sends the beginning of a ClientHello and goes.</summary>
    LeavesHalfway,

    /// <summary>Sends the beginning of a ClientHello and waits until the server has had enough.</summary>
    Stalls,

    /// <summary>Sends a ClientHello byte by byte, slowly (slow loris).</summary>
    Dribbles,

    /// <summary>Sends empty records for ever.</summary>
    SendsEmptyRecords,

    /// <summary>Refuses the server's certificate.</summary>
    TrustsNobody,

    /// <summary>Ends the connection after the handshake without close_notify.</summary>
    Truncates,

    /// <summary>Resets the connection in the middle of a record.</summary>
    Resets,

    /// <summary>Turns a bit of what it sends after the handshake.</summary>
    Corrupts,

    /// <summary>Sends much and reads nothing, and then waits.</summary>
    NeverReads,
}
