namespace Aksu.Tls.Engine.Diagnostics;

/// <summary>Which way bytes go, seen from the side that reports it.</summary>
public enum TlsDirection
{
    /// <summary>To the peer.</summary>
    Sent,

    /// <summary>From the peer.</summary>
    Received,
}
