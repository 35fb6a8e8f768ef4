namespace Aksu.Tls.Engine.Registry;

/// <summary>A cipher suite (RFC 9846 §B.4, RFC 5246 §A.5). An open code point: unknown values survive.</summary>
public readonly partial record struct CipherSuite(ushort Value)
{
    /// <summary>TLS_AES_128_GCM_SHA256 (TLS 1.3).</summary>
    public static readonly CipherSuite Aes128GcmSha256 = new(0x1301);

    /// <summary>TLS_AES_256_GCM_SHA384 (TLS 1.3).</summary>
    public static readonly CipherSuite Aes256GcmSha384 = new(0x1302);

    /// <summary>TLS_CHACHA20_POLY1305_SHA256 (TLS 1.3).</summary>
    public static readonly CipherSuite ChaCha20Poly1305Sha256 = new(0x1303);

    /// <summary>TLS_AES_128_CCM_SHA256 (TLS 1.3).</summary>
    public static readonly CipherSuite Aes128CcmSha256 = new(0x1304);

    /// <summary>TLS_AES_128_CCM_8_SHA256 (TLS 1.3).</summary>
    public static readonly CipherSuite Aes128Ccm8Sha256 = new(0x1305);

    /// <summary>TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 §3.3), a signal.</summary>
    public static readonly CipherSuite EmptyRenegotiationInfoScsv = new(0x00ff);

    /// <summary>TLS_FALLBACK_SCSV (RFC 7507), a signal.</summary>
    public static readonly CipherSuite FallbackScsv = new(0x5600);
}
