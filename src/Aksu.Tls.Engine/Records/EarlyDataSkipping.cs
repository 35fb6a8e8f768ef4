namespace Aksu.Tls.Engine.Records;

/// <summary>How a server that takes no early data gets past what a client sent all the same (RFC 9846 §4.3.10).</summary>
internal enum EarlyDataSkipping
{
    /// <summary>There is none to skip.</summary>
    None,

    /// <summary>After HelloRetryRequest: everything of outer type application_data until the second ClientHello.</summary>
    UntilSecondHello,

    /// <summary>After ServerHello: records that do not open, until the first that does.</summary>
    UntilFirstOpened,
}
