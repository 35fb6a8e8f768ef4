namespace Aksu.Tls.Engine.Registry;

/// <summary>The type of an extension (RFC 9846 §4.3). An open code point: unknown values survive.</summary>
public readonly record struct ExtensionType(ushort Value)
{
    /// <summary>server_name (RFC 6066 §3).</summary>
    public static readonly ExtensionType ServerName = new(0);

    /// <summary>max_fragment_length (RFC 6066 §4).</summary>
    public static readonly ExtensionType MaxFragmentLength = new(1);

    /// <summary>status_request (RFC 6066 §8).</summary>
    public static readonly ExtensionType StatusRequest = new(5);

    /// <summary>supported_groups (RFC 9846 §4.3.7).</summary>
    public static readonly ExtensionType SupportedGroups = new(10);

    /// <summary>ec_point_formats (RFC 8422 §5.1.2).</summary>
    public static readonly ExtensionType EcPointFormats = new(11);

    /// <summary>signature_algorithms (RFC 9846 §4.3.3).</summary>
    public static readonly ExtensionType SignatureAlgorithms = new(13);

    /// <summary>use_srtp (RFC 5764).</summary>
    public static readonly ExtensionType UseSrtp = new(14);

    /// <summary>heartbeat (RFC 6520; never taken).</summary>
    public static readonly ExtensionType Heartbeat = new(15);

    /// <summary>application_layer_protocol_negotiation (RFC 7301).</summary>
    public static readonly ExtensionType ApplicationLayerProtocolNegotiation = new(16);

    /// <summary>signed_certificate_timestamp (RFC 6962 §3.3).</summary>
    public static readonly ExtensionType SignedCertificateTimestamp = new(18);

    /// <summary>client_certificate_type (RFC 7250).</summary>
    public static readonly ExtensionType ClientCertificateType = new(19);

    /// <summary>server_certificate_type (RFC 7250).</summary>
    public static readonly ExtensionType ServerCertificateType = new(20);

    /// <summary>padding (RFC 7685).</summary>
    public static readonly ExtensionType Padding = new(21);

    /// <summary>encrypt_then_mac (RFC 7366).</summary>
    public static readonly ExtensionType EncryptThenMac = new(22);

    /// <summary>extended_master_secret (RFC 7627).</summary>
    public static readonly ExtensionType ExtendedMainSecret = new(23);

    /// <summary>compress_certificate (RFC 8879).</summary>
    public static readonly ExtensionType CompressCertificate = new(27);

    /// <summary>record_size_limit (RFC 8449).</summary>
    public static readonly ExtensionType RecordSizeLimit = new(28);

    /// <summary>delegated_credential (RFC 9345).</summary>
    public static readonly ExtensionType DelegatedCredential = new(34);

    /// <summary>session_ticket (RFC 5077).</summary>
    public static readonly ExtensionType SessionTicket = new(35);

    /// <summary>pre_shared_key (RFC 9846 §4.3.11).</summary>
    public static readonly ExtensionType PreSharedKey = new(41);

    /// <summary>early_data (RFC 9846 §4.3.10).</summary>
    public static readonly ExtensionType EarlyData = new(42);

    /// <summary>supported_versions (RFC 9846 §4.3.1).</summary>
    public static readonly ExtensionType SupportedVersions = new(43);

    /// <summary>cookie (RFC 9846 §4.3.2).</summary>
    public static readonly ExtensionType Cookie = new(44);

    /// <summary>psk_key_exchange_modes (RFC 9846 §4.3.9).</summary>
    public static readonly ExtensionType PskKeyExchangeModes = new(45);

    /// <summary>certificate_authorities (RFC 9846 §4.3.4).</summary>
    public static readonly ExtensionType CertificateAuthorities = new(47);

    /// <summary>oid_filters (RFC 9846 §4.3.5).</summary>
    public static readonly ExtensionType OidFilters = new(48);

    /// <summary>post_handshake_auth (RFC 9846 §4.3.6).</summary>
    public static readonly ExtensionType PostHandshakeAuth = new(49);

    /// <summary>signature_algorithms_cert (RFC 9846 §4.3.3).</summary>
    public static readonly ExtensionType SignatureAlgorithmsCert = new(50);

    /// <summary>key_share (RFC 9846 §4.3.8).</summary>
    public static readonly ExtensionType KeyShare = new(51);

    /// <summary>quic_transport_parameters (RFC 9001 §8.2).</summary>
    public static readonly ExtensionType QuicTransportParameters = new(57);

    /// <summary>encrypted_client_hello (RFC 9849).</summary>
    public static readonly ExtensionType EncryptedClientHello = new(0xfe0d);

    /// <summary>renegotiation_info (RFC 5746).</summary>
    public static readonly ExtensionType RenegotiationInfo = new(0xff01);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0 => "server_name",
        1 => "max_fragment_length",
        5 => "status_request",
        10 => "supported_groups",
        11 => "ec_point_formats",
        13 => "signature_algorithms",
        14 => "use_srtp",
        15 => "heartbeat",
        16 => "application_layer_protocol_negotiation",
        18 => "signed_certificate_timestamp",
        19 => "client_certificate_type",
        20 => "server_certificate_type",
        21 => "padding",
        22 => "encrypt_then_mac",
        23 => "extended_master_secret",
        27 => "compress_certificate",
        28 => "record_size_limit",
        34 => "delegated_credential",
        35 => "session_ticket",
        41 => "pre_shared_key",
        42 => "early_data",
        43 => "supported_versions",
        44 => "cookie",
        45 => "psk_key_exchange_modes",
        47 => "certificate_authorities",
        48 => "oid_filters",
        49 => "post_handshake_auth",
        50 => "signature_algorithms_cert",
        51 => "key_share",
        57 => "quic_transport_parameters",
        0xfe0d => "encrypted_client_hello",
        0xff01 => "renegotiation_info",
        _ => $"0x{Value:X4}",
    };
}
