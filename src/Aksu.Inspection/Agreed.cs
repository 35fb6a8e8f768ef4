namespace Aksu.Inspection;

/// <summary>What both sides agreed on, as far as it could be read. Registered names; null where there is none or it is not known.</summary>
public sealed record Agreed
{
    /// <summary>The version, such as <c>TLS 1.3</c>.</summary>
    public string? Version { get; init; }

    /// <summary>The cipher suite.</summary>
    public string? CipherSuite { get; init; }

    /// <summary>The group of the key exchange.</summary>
    public string? Group { get; init; }

    /// <summary>How the server signed.</summary>
    public string? SignatureScheme { get; init; }

    /// <summary>The name that the client asked for. Text of the peer.</summary>
    public string? ServerName { get; init; }

    /// <summary>The application protocol (ALPN). Text of the peer.</summary>
    public string? ApplicationProtocol { get; init; }

    /// <summary>Whether a session or a key of before was used.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Whether the server asked for another key share first.</summary>
    public bool IsRetried { get; init; }

    /// <summary>Whether both sides finished the handshake.</summary>
    public bool IsComplete { get; init; }
}
