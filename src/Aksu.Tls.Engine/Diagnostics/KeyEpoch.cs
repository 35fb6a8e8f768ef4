namespace Aksu.Tls.Engine.Diagnostics;

/// <summary>Which keys protect records (RFC 9846 §2, RFC 9147 §6.1).</summary>
public enum KeyEpoch
{
    /// <summary>No protection.</summary>
    Plaintext,

    /// <summary>Keys of early data.</summary>
    EarlyData,

    /// <summary>Handshake keys of TLS 1.3.</summary>
    Handshake,

    /// <summary>Keys of application data.</summary>
    ApplicationData,
}
