namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>Where a pre-shared key comes from: the two have different binder labels (RFC 9846 §4.3.11.2).</summary>
internal enum PskOrigin
{
    /// <summary>From a session ticket.</summary>
    Resumption,

    /// <summary>Agreed outside TLS.</summary>
    External,
}
