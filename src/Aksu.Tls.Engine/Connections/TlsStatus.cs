namespace Aksu.Tls.Engine.Connections;

/// <summary>Where a call to the engine ended.</summary>
public enum TlsStatus
{
    /// <summary>The call did what it was asked for.</summary>
    Complete,

    /// <summary>More bytes from the peer are needed; bytes that were not consumed are given again with them.</summary>
    NeedInput,

    /// <summary>Suspended: which options serve this ClientHello (<see cref="Suspensions.ServerOptionsRequest"/>).</summary>
    NeedServerOptions,

    /// <summary>Suspended: whether to trust the peer's certificates (<see cref="Suspensions.PeerCertificatesRequest"/>).</summary>
    NeedPeerVerdict,

    /// <summary>Suspended: which client certificate to present (<see cref="Suspensions.IdentityRequest"/>).</summary>
    NeedIdentity,

    /// <summary>Suspended: a signature by a key that is elsewhere (<see cref="Suspensions.SignatureRequest"/>).</summary>
    NeedSignature,

    /// <summary>Suspended: a session that is stored elsewhere (<see cref="Suspensions.SessionRequest"/>).</summary>
    NeedSession,

    /// <summary>The peer said close_notify: nothing more comes. Sending is still possible (RFC 9846 §6.1).</summary>
    Closed,
}
