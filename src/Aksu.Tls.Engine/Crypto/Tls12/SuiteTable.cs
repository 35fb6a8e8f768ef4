using System.Collections.Frozen;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>What each cipher suite of TLS 1.2 and before is made of, as its registration says.</summary>
internal static class SuiteTable
{
    private static readonly FrozenDictionary<CipherSuite, SuiteRow> Rows = new Dictionary<CipherSuite, SuiteRow>
    {
        [CipherSuite.EcdheEcdsaAes128GcmSha256] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes128Gcm),
        [CipherSuite.EcdheEcdsaAes256GcmSha384] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes256Gcm),
        [CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256] = new(
            KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.ChaCha20Poly1305),
        [CipherSuite.EcdheEcdsaAes128Ccm] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes128Ccm),
        [CipherSuite.EcdheEcdsaAes256Ccm] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes256Ccm),
        [CipherSuite.EcdheEcdsaAes128Ccm8] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes128Ccm8),
        [CipherSuite.EcdheEcdsaAes256Ccm8] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes256Ccm8),
        [CipherSuite.EcdheEcdsaAes128CbcSha256] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes128CbcSha256),
        [CipherSuite.EcdheEcdsaAes256CbcSha384] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes256CbcSha384),
        [CipherSuite.EcdheEcdsaAes128CbcSha] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes128CbcSha),
        [CipherSuite.EcdheEcdsaAes256CbcSha] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Ecdsa, BulkCipher.Aes256CbcSha),

        [CipherSuite.EcdheRsaAes128GcmSha256] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.Aes128Gcm),
        [CipherSuite.EcdheRsaAes256GcmSha384] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.Aes256Gcm),
        [CipherSuite.EcdheRsaChaCha20Poly1305Sha256] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.ChaCha20Poly1305),
        [CipherSuite.EcdheRsaAes128CbcSha256] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.Aes128CbcSha256),
        [CipherSuite.EcdheRsaAes256CbcSha384] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.Aes256CbcSha384),
        [CipherSuite.EcdheRsaAes128CbcSha] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.Aes128CbcSha),
        [CipherSuite.EcdheRsaAes256CbcSha] = new(KeyExchangeMethod.Ecdhe, ServerAuthentication.Rsa, BulkCipher.Aes256CbcSha),

        [CipherSuite.DheRsaAes128GcmSha256] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes128Gcm),
        [CipherSuite.DheRsaAes256GcmSha384] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes256Gcm),
        [CipherSuite.DheRsaChaCha20Poly1305Sha256] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.ChaCha20Poly1305),
        [CipherSuite.DheRsaAes128Ccm] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes128Ccm),
        [CipherSuite.DheRsaAes256Ccm] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes256Ccm),
        [CipherSuite.DheRsaAes128Ccm8] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes128Ccm8),
        [CipherSuite.DheRsaAes256Ccm8] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes256Ccm8),
        [CipherSuite.DheRsaAes128CbcSha256] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes128CbcSha256),
        [CipherSuite.DheRsaAes256CbcSha256] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes256CbcSha256),
        [CipherSuite.DheRsaAes128CbcSha] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes128CbcSha),
        [CipherSuite.DheRsaAes256CbcSha] = new(KeyExchangeMethod.Dhe, ServerAuthentication.Rsa, BulkCipher.Aes256CbcSha),

        [CipherSuite.RsaAes128GcmSha256] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes128Gcm),
        [CipherSuite.RsaAes256GcmSha384] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes256Gcm),
        [CipherSuite.RsaAes128Ccm] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes128Ccm),
        [CipherSuite.RsaAes256Ccm] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes256Ccm),
        [CipherSuite.RsaAes128Ccm8] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes128Ccm8),
        [CipherSuite.RsaAes256Ccm8] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes256Ccm8),
        [CipherSuite.RsaAes128CbcSha256] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes128CbcSha256),
        [CipherSuite.RsaAes256CbcSha256] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes256CbcSha256),
        [CipherSuite.RsaAes128CbcSha] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes128CbcSha),
        [CipherSuite.RsaAes256CbcSha] = new(KeyExchangeMethod.Rsa, ServerAuthentication.Rsa, BulkCipher.Aes256CbcSha),

        [CipherSuite.EcdhePskAes128GcmSha256] = new(KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Gcm),
        [CipherSuite.EcdhePskAes256GcmSha384] = new(KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Gcm),
        [CipherSuite.EcdhePskChaCha20Poly1305Sha256] = new(
            KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.ChaCha20Poly1305),
        [CipherSuite.EcdhePskAes128CcmSha256] = new(KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Ccm),
        [CipherSuite.EcdhePskAes128Ccm8Sha256] = new(KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Ccm8),
        [CipherSuite.EcdhePskAes128CbcSha256] = new(
            KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128CbcSha256),
        [CipherSuite.EcdhePskAes256CbcSha384] = new(
            KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256CbcSha384),
        [CipherSuite.EcdhePskAes128CbcSha] = new(KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128CbcSha),
        [CipherSuite.EcdhePskAes256CbcSha] = new(KeyExchangeMethod.EcdhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256CbcSha),

        [CipherSuite.DhePskAes128GcmSha256] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Gcm),
        [CipherSuite.DhePskAes256GcmSha384] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Gcm),
        [CipherSuite.DhePskChaCha20Poly1305Sha256] = new(
            KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.ChaCha20Poly1305),
        [CipherSuite.DhePskAes128Ccm] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Ccm),
        [CipherSuite.DhePskAes256Ccm] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Ccm),
        [CipherSuite.DhePskAes128Ccm8] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Ccm8),
        [CipherSuite.DhePskAes256Ccm8] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Ccm8),
        [CipherSuite.DhePskAes128CbcSha256] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128CbcSha256),
        [CipherSuite.DhePskAes256CbcSha384] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256CbcSha384),
        [CipherSuite.DhePskAes128CbcSha] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128CbcSha),
        [CipherSuite.DhePskAes256CbcSha] = new(KeyExchangeMethod.DhePsk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256CbcSha),

        [CipherSuite.PskAes128GcmSha256] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Gcm),
        [CipherSuite.PskAes256GcmSha384] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Gcm),
        [CipherSuite.PskChaCha20Poly1305Sha256] = new(
            KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.ChaCha20Poly1305),
        [CipherSuite.PskAes128Ccm] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Ccm),
        [CipherSuite.PskAes256Ccm] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Ccm),
        [CipherSuite.PskAes128Ccm8] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128Ccm8),
        [CipherSuite.PskAes256Ccm8] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256Ccm8),
        [CipherSuite.PskAes128CbcSha256] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128CbcSha256),
        [CipherSuite.PskAes256CbcSha384] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256CbcSha384),
        [CipherSuite.PskAes128CbcSha] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes128CbcSha),
        [CipherSuite.PskAes256CbcSha] = new(KeyExchangeMethod.Psk, ServerAuthentication.PreSharedKey, BulkCipher.Aes256CbcSha),
    }.ToFrozenDictionary();

    /// <summary>Every suite in the table.</summary>
    public static IEnumerable<CipherSuite> Suites => Rows.Keys;

    /// <summary>The row of a suite; null when it is none of TLS 1.2 and before, or unknown.</summary>
    public static SuiteRow? Find(CipherSuite suite) => Rows.GetValueOrDefault(suite);
}
