namespace Aksu.Tls.Engine.Registry;

/// <summary>What an alert says (RFC 9846 §6). An open code point: unknown values survive.</summary>
public readonly record struct AlertDescription(byte Value)
{
    /// <summary>close_notify.</summary>
    public static readonly AlertDescription CloseNotify = new(0);

    /// <summary>unexpected_message.</summary>
    public static readonly AlertDescription UnexpectedMessage = new(10);

    /// <summary>bad_record_mac.</summary>
    public static readonly AlertDescription BadRecordMac = new(20);

    /// <summary>decryption_failed (TLS 1.0; never sent).</summary>
    public static readonly AlertDescription DecryptionFailed = new(21);

    /// <summary>record_overflow.</summary>
    public static readonly AlertDescription RecordOverflow = new(22);

    /// <summary>decompression_failure (never sent).</summary>
    public static readonly AlertDescription DecompressionFailure = new(30);

    /// <summary>handshake_failure.</summary>
    public static readonly AlertDescription HandshakeFailure = new(40);

    /// <summary>no_certificate (SSL 3.0; never sent).</summary>
    public static readonly AlertDescription NoCertificate = new(41);

    /// <summary>bad_certificate.</summary>
    public static readonly AlertDescription BadCertificate = new(42);

    /// <summary>unsupported_certificate.</summary>
    public static readonly AlertDescription UnsupportedCertificate = new(43);

    /// <summary>certificate_revoked.</summary>
    public static readonly AlertDescription CertificateRevoked = new(44);

    /// <summary>certificate_expired.</summary>
    public static readonly AlertDescription CertificateExpired = new(45);

    /// <summary>certificate_unknown.</summary>
    public static readonly AlertDescription CertificateUnknown = new(46);

    /// <summary>illegal_parameter.</summary>
    public static readonly AlertDescription IllegalParameter = new(47);

    /// <summary>unknown_ca.</summary>
    public static readonly AlertDescription UnknownCa = new(48);

    /// <summary>access_denied.</summary>
    public static readonly AlertDescription AccessDenied = new(49);

    /// <summary>decode_error.</summary>
    public static readonly AlertDescription DecodeError = new(50);

    /// <summary>decrypt_error.</summary>
    public static readonly AlertDescription DecryptError = new(51);

    /// <summary>export_restriction (never sent).</summary>
    public static readonly AlertDescription ExportRestriction = new(60);

    /// <summary>protocol_version.</summary>
    public static readonly AlertDescription ProtocolVersion = new(70);

    /// <summary>insufficient_security.</summary>
    public static readonly AlertDescription InsufficientSecurity = new(71);

    /// <summary>internal_error.</summary>
    public static readonly AlertDescription InternalError = new(80);

    /// <summary>inappropriate_fallback (RFC 7507).</summary>
    public static readonly AlertDescription InappropriateFallback = new(86);

    /// <summary>user_canceled.</summary>
    public static readonly AlertDescription UserCanceled = new(90);

    /// <summary>no_renegotiation (TLS 1.2).</summary>
    public static readonly AlertDescription NoRenegotiation = new(100);

    /// <summary>missing_extension.</summary>
    public static readonly AlertDescription MissingExtension = new(109);

    /// <summary>unsupported_extension.</summary>
    public static readonly AlertDescription UnsupportedExtension = new(110);

    /// <summary>certificate_unobtainable (never sent).</summary>
    public static readonly AlertDescription CertificateUnobtainable = new(111);

    /// <summary>unrecognized_name.</summary>
    public static readonly AlertDescription UnrecognizedName = new(112);

    /// <summary>bad_certificate_status_response.</summary>
    public static readonly AlertDescription BadCertificateStatusResponse = new(113);

    /// <summary>unknown_psk_identity.</summary>
    public static readonly AlertDescription UnknownPskIdentity = new(115);

    /// <summary>certificate_required.</summary>
    public static readonly AlertDescription CertificateRequired = new(116);

    /// <summary>general_error (RFC 9846).</summary>
    public static readonly AlertDescription GeneralError = new(117);

    /// <summary>no_application_protocol (RFC 7301).</summary>
    public static readonly AlertDescription NoApplicationProtocol = new(120);

    /// <summary>ech_required (RFC 9849).</summary>
    public static readonly AlertDescription EchRequired = new(121);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        20 => "bad_record_mac",
        21 => "decryption_failed",
        22 => "record_overflow",
        30 => "decompression_failure",
        40 => "handshake_failure",
        41 => "no_certificate",
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        44 => "certificate_revoked",
        45 => "certificate_expired",
        46 => "certificate_unknown",
        47 => "illegal_parameter",
        48 => "unknown_ca",
        49 => "access_denied",
        50 => "decode_error",
        51 => "decrypt_error",
        60 => "export_restriction",
        70 => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        90 => "user_canceled",
        100 => "no_renegotiation",
        109 => "missing_extension",
        110 => "unsupported_extension",
        111 => "certificate_unobtainable",
        112 => "unrecognized_name",
        113 => "bad_certificate_status_response",
        115 => "unknown_psk_identity",
        116 => "certificate_required",
        117 => "general_error",
        120 => "no_application_protocol",
        121 => "ech_required",
        _ => $"0x{Value:X2}",
    };
}
