namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>Where a pre-shared key comes from: each has its own binder label (RFC 9846 §4.3.11.2, RFC 9258 §5.2).</summary>
internal enum PskOrigin
{
    /// <summary>From a session ticket.</summary>
    Resumption,

    /// <summary>Agreed outside TLS.</summary>
    External,

    /// <summary>Derived from a key agreed outside TLS.</summary>
    Imported,
}
