namespace Aksu.Tls.Engine.Connections;

/// <summary>The registered channel bindings of TLS.</summary>
public enum ChannelBindingKind
{
    /// <summary>
    /// tls-unique (RFC 5929 §3): the first Finished. TLS 1.2 with the extended main secret alone has it: before, two connections could have
    /// the same one, and TLS 1.3 has none (RFC 9266 §3).
    /// </summary>
    TlsUnique,

    /// <summary>tls-server-end-point (RFC 5929 §4): the hash of the server's certificate.</summary>
    TlsServerEndPoint,

    /// <summary>tls-exporter (RFC 9266 §2): exported keying material; in TLS 1.2 with the extended main secret alone.</summary>
    TlsExporter,
}
