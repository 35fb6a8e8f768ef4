namespace Aksu.Tls.Engine.Errors;

/// <summary>The broad kind of a failure: what a caller may want to branch on.</summary>
public enum TlsErrorKind
{
    /// <summary>The peer broke the protocol or sent what it must not.</summary>
    ProtocolViolation,

    /// <summary>The two sides share no version, suite, group, signature scheme or application protocol.</summary>
    NoCommonParameters,

    /// <summary>The peer's certificate or its proof of possession was not accepted, or a required one was missing.</summary>
    PeerAuthentication,

    /// <summary>A record or Finished message did not authenticate: it was changed on the way, or keys differ.</summary>
    Integrity,

    /// <summary>The peer ended the connection with an alert.</summary>
    PeerAlert,

    /// <summary>The transport ended without close_notify: data may be missing.</summary>
    Truncated,

    /// <summary>A bound of ours was passed (message size, number of records, time …).</summary>
    LimitExceeded,

    /// <summary>Our own side could not go on (a key could not sign, a callback failed).</summary>
    Local,
}
