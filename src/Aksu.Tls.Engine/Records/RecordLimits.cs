namespace Aksu.Tls.Engine.Records;

/// <summary>Lengths of records and what this side tolerates in a row.</summary>
internal static class RecordLimits
{
    /// <summary>Longest plaintext of a record (RFC 9846 §5.1).</summary>
    public const int MaxPlaintext = 1 << 14;

    /// <summary>Smallest record_size_limit that may be asked for (RFC 8449 §4).</summary>
    public const int MinRecordSizeLimit = 64;

    /// <summary>Empty application data records tolerated in a row.</summary>
    public const int MaxEmptyRecords = 32;

    /// <summary>change_cipher_spec records ignored during a TLS 1.3 handshake.</summary>
    public const int MaxChangeCipherSpecs = 32;

    /// <summary>Warning alerts tolerated in a row.</summary>
    public const int MaxWarningAlerts = 4;

    /// <summary>
    /// Bytes of refused early data that a server skips (RFC 9846 §4.3.10): this one invites none, and others seldom more.
    /// </summary>
    public const int MaxSkippedEarlyData = 16 * 1024;
}
