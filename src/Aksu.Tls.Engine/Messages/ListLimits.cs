namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// How many entries this side takes in a list whose length on the wire would allow more than any peer needs. Each is several times what
/// is met in practice; more ends in decode_error. Lists with a one-byte length, and raw bytes, are bounded by their length alone.
/// </summary>
internal static class ListLimits
{
    /// <summary>Extensions in one block (about 60 are registered).</summary>
    public const int Extensions = 128;

    /// <summary>Cipher suites in a ClientHello (about 350 are registered; some clients send them all).</summary>
    public const int CipherSuites = 4096;

    /// <summary>Groups in supported_groups.</summary>
    public const int Groups = 128;

    /// <summary>Schemes in signature_algorithms, signature_algorithms_cert and the CertificateRequest of TLS 1.2.</summary>
    public const int SignatureSchemes = 128;

    /// <summary>Entries in the key_share of a ClientHello.</summary>
    public const int KeyShares = 64;

    /// <summary>Identities, and so binders, in the pre_shared_key of a ClientHello.</summary>
    public const int PskIdentities = 64;

    /// <summary>Names in server_name; one of them is the host name, other kinds are unknown.</summary>
    public const int ServerNames = 16;

    /// <summary>Protocols in ALPN.</summary>
    public const int ApplicationProtocols = 128;

    /// <summary>Distinguished names in certificate_authorities and the CertificateRequest of TLS 1.2.</summary>
    public const int CertificateAuthorities = 1024;

    /// <summary>Filters in oid_filters.</summary>
    public const int OidFilters = 64;

    /// <summary>Responders in status_request.</summary>
    public const int OcspResponders = 64;

    /// <summary>Timestamps in signed_certificate_timestamp.</summary>
    public const int SignedCertificateTimestamps = 64;
}
