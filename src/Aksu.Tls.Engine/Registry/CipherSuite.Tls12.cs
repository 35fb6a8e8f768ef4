namespace Aksu.Tls.Engine.Registry;

// The suites of TLS 1.2 and before, by key exchange; within one, in the order of protection: AEAD first, CBC last.
public readonly partial record struct CipherSuite
{
    // ECDHE, server signs with ECDSA or EdDSA

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheEcdsaAes128GcmSha256 = new(0xc02b);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheEcdsaAes256GcmSha384 = new(0xc02c);

    /// <summary>TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 (RFC 7905).</summary>
    public static readonly CipherSuite EcdheEcdsaChaCha20Poly1305Sha256 = new(0xcca9);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_CCM (RFC 7251).</summary>
    public static readonly CipherSuite EcdheEcdsaAes128Ccm = new(0xc0ac);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_256_CCM (RFC 7251).</summary>
    public static readonly CipherSuite EcdheEcdsaAes256Ccm = new(0xc0ad);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8 (RFC 7251).</summary>
    public static readonly CipherSuite EcdheEcdsaAes128Ccm8 = new(0xc0ae);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8 (RFC 7251).</summary>
    public static readonly CipherSuite EcdheEcdsaAes256Ccm8 = new(0xc0af);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheEcdsaAes128CbcSha256 = new(0xc023);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheEcdsaAes256CbcSha384 = new(0xc024);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA (RFC 8422).</summary>
    public static readonly CipherSuite EcdheEcdsaAes128CbcSha = new(0xc009);

    /// <summary>TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA (RFC 8422).</summary>
    public static readonly CipherSuite EcdheEcdsaAes256CbcSha = new(0xc00a);

    // ECDHE, server signs with RSA

    /// <summary>TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheRsaAes128GcmSha256 = new(0xc02f);

    /// <summary>TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheRsaAes256GcmSha384 = new(0xc030);

    /// <summary>TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 (RFC 7905).</summary>
    public static readonly CipherSuite EcdheRsaChaCha20Poly1305Sha256 = new(0xcca8);

    /// <summary>TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheRsaAes128CbcSha256 = new(0xc027);

    /// <summary>TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384 (RFC 5289).</summary>
    public static readonly CipherSuite EcdheRsaAes256CbcSha384 = new(0xc028);

    /// <summary>TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA (RFC 8422).</summary>
    public static readonly CipherSuite EcdheRsaAes128CbcSha = new(0xc013);

    /// <summary>TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA (RFC 8422).</summary>
    public static readonly CipherSuite EcdheRsaAes256CbcSha = new(0xc014);

    // DHE in the groups of RFC 7919, server signs with RSA (opt-in)

    /// <summary>TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 (RFC 5288).</summary>
    public static readonly CipherSuite DheRsaAes128GcmSha256 = new(0x009e);

    /// <summary>TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 (RFC 5288).</summary>
    public static readonly CipherSuite DheRsaAes256GcmSha384 = new(0x009f);

    /// <summary>TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 (RFC 7905).</summary>
    public static readonly CipherSuite DheRsaChaCha20Poly1305Sha256 = new(0xccaa);

    /// <summary>TLS_DHE_RSA_WITH_AES_128_CCM (RFC 6655).</summary>
    public static readonly CipherSuite DheRsaAes128Ccm = new(0xc09e);

    /// <summary>TLS_DHE_RSA_WITH_AES_256_CCM (RFC 6655).</summary>
    public static readonly CipherSuite DheRsaAes256Ccm = new(0xc09f);

    /// <summary>TLS_DHE_RSA_WITH_AES_128_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite DheRsaAes128Ccm8 = new(0xc0a2);

    /// <summary>TLS_DHE_RSA_WITH_AES_256_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite DheRsaAes256Ccm8 = new(0xc0a3);

    /// <summary>TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 (RFC 5246).</summary>
    public static readonly CipherSuite DheRsaAes128CbcSha256 = new(0x0067);

    /// <summary>TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 (RFC 5246).</summary>
    public static readonly CipherSuite DheRsaAes256CbcSha256 = new(0x006b);

    /// <summary>TLS_DHE_RSA_WITH_AES_128_CBC_SHA (RFC 5246).</summary>
    public static readonly CipherSuite DheRsaAes128CbcSha = new(0x0033);

    /// <summary>TLS_DHE_RSA_WITH_AES_256_CBC_SHA (RFC 5246).</summary>
    public static readonly CipherSuite DheRsaAes256CbcSha = new(0x0039);

    // RSA key transport: no forward secrecy (opt-in)

    /// <summary>TLS_RSA_WITH_AES_128_GCM_SHA256 (RFC 5288).</summary>
    public static readonly CipherSuite RsaAes128GcmSha256 = new(0x009c);

    /// <summary>TLS_RSA_WITH_AES_256_GCM_SHA384 (RFC 5288).</summary>
    public static readonly CipherSuite RsaAes256GcmSha384 = new(0x009d);

    /// <summary>TLS_RSA_WITH_AES_128_CCM (RFC 6655).</summary>
    public static readonly CipherSuite RsaAes128Ccm = new(0xc09c);

    /// <summary>TLS_RSA_WITH_AES_256_CCM (RFC 6655).</summary>
    public static readonly CipherSuite RsaAes256Ccm = new(0xc09d);

    /// <summary>TLS_RSA_WITH_AES_128_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite RsaAes128Ccm8 = new(0xc0a0);

    /// <summary>TLS_RSA_WITH_AES_256_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite RsaAes256Ccm8 = new(0xc0a1);

    /// <summary>TLS_RSA_WITH_AES_128_CBC_SHA256 (RFC 5246).</summary>
    public static readonly CipherSuite RsaAes128CbcSha256 = new(0x003c);

    /// <summary>TLS_RSA_WITH_AES_256_CBC_SHA256 (RFC 5246).</summary>
    public static readonly CipherSuite RsaAes256CbcSha256 = new(0x003d);

    /// <summary>TLS_RSA_WITH_AES_128_CBC_SHA (RFC 5246).</summary>
    public static readonly CipherSuite RsaAes128CbcSha = new(0x002f);

    /// <summary>TLS_RSA_WITH_AES_256_CBC_SHA (RFC 5246).</summary>
    public static readonly CipherSuite RsaAes256CbcSha = new(0x0035);

    // Pre-shared key with ECDHE

    /// <summary>TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256 (RFC 8442).</summary>
    public static readonly CipherSuite EcdhePskAes128GcmSha256 = new(0xd001);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384 (RFC 8442).</summary>
    public static readonly CipherSuite EcdhePskAes256GcmSha384 = new(0xd002);

    /// <summary>TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256 (RFC 7905).</summary>
    public static readonly CipherSuite EcdhePskChaCha20Poly1305Sha256 = new(0xccac);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256 (RFC 8442).</summary>
    public static readonly CipherSuite EcdhePskAes128CcmSha256 = new(0xd005);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256 (RFC 8442).</summary>
    public static readonly CipherSuite EcdhePskAes128Ccm8Sha256 = new(0xd003);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256 (RFC 5489).</summary>
    public static readonly CipherSuite EcdhePskAes128CbcSha256 = new(0xc037);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384 (RFC 5489).</summary>
    public static readonly CipherSuite EcdhePskAes256CbcSha384 = new(0xc038);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA (RFC 5489).</summary>
    public static readonly CipherSuite EcdhePskAes128CbcSha = new(0xc035);

    /// <summary>TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA (RFC 5489).</summary>
    public static readonly CipherSuite EcdhePskAes256CbcSha = new(0xc036);

    // Pre-shared key with DHE

    /// <summary>TLS_DHE_PSK_WITH_AES_128_GCM_SHA256 (RFC 5487).</summary>
    public static readonly CipherSuite DhePskAes128GcmSha256 = new(0x00aa);

    /// <summary>TLS_DHE_PSK_WITH_AES_256_GCM_SHA384 (RFC 5487).</summary>
    public static readonly CipherSuite DhePskAes256GcmSha384 = new(0x00ab);

    /// <summary>TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256 (RFC 7905).</summary>
    public static readonly CipherSuite DhePskChaCha20Poly1305Sha256 = new(0xccad);

    /// <summary>TLS_DHE_PSK_WITH_AES_128_CCM (RFC 6655).</summary>
    public static readonly CipherSuite DhePskAes128Ccm = new(0xc0a6);

    /// <summary>TLS_DHE_PSK_WITH_AES_256_CCM (RFC 6655).</summary>
    public static readonly CipherSuite DhePskAes256Ccm = new(0xc0a7);

    /// <summary>TLS_PSK_DHE_WITH_AES_128_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite DhePskAes128Ccm8 = new(0xc0aa);

    /// <summary>TLS_PSK_DHE_WITH_AES_256_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite DhePskAes256Ccm8 = new(0xc0ab);

    /// <summary>TLS_DHE_PSK_WITH_AES_128_CBC_SHA256 (RFC 5487).</summary>
    public static readonly CipherSuite DhePskAes128CbcSha256 = new(0x00b2);

    /// <summary>TLS_DHE_PSK_WITH_AES_256_CBC_SHA384 (RFC 5487).</summary>
    public static readonly CipherSuite DhePskAes256CbcSha384 = new(0x00b3);

    /// <summary>TLS_DHE_PSK_WITH_AES_128_CBC_SHA (RFC 4279).</summary>
    public static readonly CipherSuite DhePskAes128CbcSha = new(0x0090);

    /// <summary>TLS_DHE_PSK_WITH_AES_256_CBC_SHA (RFC 4279).</summary>
    public static readonly CipherSuite DhePskAes256CbcSha = new(0x0091);

    // Pre-shared key alone: no forward secrecy

    /// <summary>TLS_PSK_WITH_AES_128_GCM_SHA256 (RFC 5487).</summary>
    public static readonly CipherSuite PskAes128GcmSha256 = new(0x00a8);

    /// <summary>TLS_PSK_WITH_AES_256_GCM_SHA384 (RFC 5487).</summary>
    public static readonly CipherSuite PskAes256GcmSha384 = new(0x00a9);

    /// <summary>TLS_PSK_WITH_CHACHA20_POLY1305_SHA256 (RFC 7905).</summary>
    public static readonly CipherSuite PskChaCha20Poly1305Sha256 = new(0xccab);

    /// <summary>TLS_PSK_WITH_AES_128_CCM (RFC 6655).</summary>
    public static readonly CipherSuite PskAes128Ccm = new(0xc0a4);

    /// <summary>TLS_PSK_WITH_AES_256_CCM (RFC 6655).</summary>
    public static readonly CipherSuite PskAes256Ccm = new(0xc0a5);

    /// <summary>TLS_PSK_WITH_AES_128_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite PskAes128Ccm8 = new(0xc0a8);

    /// <summary>TLS_PSK_WITH_AES_256_CCM_8 (RFC 6655).</summary>
    public static readonly CipherSuite PskAes256Ccm8 = new(0xc0a9);

    /// <summary>TLS_PSK_WITH_AES_128_CBC_SHA256 (RFC 5487).</summary>
    public static readonly CipherSuite PskAes128CbcSha256 = new(0x00ae);

    /// <summary>TLS_PSK_WITH_AES_256_CBC_SHA384 (RFC 5487).</summary>
    public static readonly CipherSuite PskAes256CbcSha384 = new(0x00af);

    /// <summary>TLS_PSK_WITH_AES_128_CBC_SHA (RFC 4279).</summary>
    public static readonly CipherSuite PskAes128CbcSha = new(0x008c);

    /// <summary>TLS_PSK_WITH_AES_256_CBC_SHA (RFC 4279).</summary>
    public static readonly CipherSuite PskAes256CbcSha = new(0x008d);
}
