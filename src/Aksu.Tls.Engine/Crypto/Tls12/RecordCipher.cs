using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>A record protection of TLS 1.2 and before (RFC 5246 §6.2.3): how long its keys are, and what runs under them.</summary>
internal abstract class RecordCipher
{
    /// <summary>Length of a MAC key in bytes; zero for an authenticated cipher.</summary>
    public abstract int MacKeySize { get; }

    /// <summary>Length of a cipher key in bytes.</summary>
    public abstract int KeySize { get; }

    /// <summary>Whether TLS 1.1 and 1.0 have it as well.</summary>
    public abstract bool IsLegacy { get; }

    /// <summary>Whether encrypt_then_mac means something for it (RFC 7366 §3).</summary>
    public abstract bool HasSeparateMac { get; }

    /// <summary>Length of what the key block gives towards initialization vectors or nonces, in bytes.</summary>
    public abstract int FixedIvSize(ProtocolVersion version);

    /// <summary>Protects records that this side sends.</summary>
    public abstract RecordSealer CreateSealer(RecordSettings settings, DirectionKeys keys);

    /// <summary>Opens records that the peer sends.</summary>
    public abstract RecordOpener CreateOpener(RecordSettings settings, DirectionKeys keys);

    /// <summary>The protection with its primitives; null when one is missing.</summary>
    public static RecordCipher? Resolve(BulkCipher cipher, CryptographyProvider provider) => cipher switch
    {
        BulkCipher.Aes128Gcm => AeadRecordCipher.Resolve("AEAD_AES_128_GCM", AeadRecordCipher.GcmRecordLimit, provider),
        BulkCipher.Aes256Gcm => AeadRecordCipher.Resolve("AEAD_AES_256_GCM", AeadRecordCipher.GcmRecordLimit, provider),
        BulkCipher.ChaCha20Poly1305 => AeadRecordCipher.Resolve("AEAD_CHACHA20_POLY1305", ulong.MaxValue, provider),
        BulkCipher.Aes128Ccm => AeadRecordCipher.Resolve("AEAD_AES_128_CCM", AeadRecordCipher.CcmRecordLimit, provider),
        BulkCipher.Aes256Ccm => AeadRecordCipher.Resolve("AEAD_AES_256_CCM", AeadRecordCipher.CcmRecordLimit, provider),
        BulkCipher.Aes128Ccm8 => AeadRecordCipher.Resolve("AEAD_AES_128_CCM_8", AeadRecordCipher.CcmRecordLimit, provider),
        BulkCipher.Aes256Ccm8 => AeadRecordCipher.Resolve("AEAD_AES_256_CCM_8", AeadRecordCipher.CcmRecordLimit, provider),
        BulkCipher.Aes128CbcSha => CbcRecordCipher.Resolve("AES-128-CBC", provider.FindLegacyHash("SHA-1"), provider),
        BulkCipher.Aes256CbcSha => CbcRecordCipher.Resolve("AES-256-CBC", provider.FindLegacyHash("SHA-1"), provider),
        BulkCipher.Aes128CbcSha256 => CbcRecordCipher.Resolve("AES-128-CBC", provider.FindHash("SHA-256"), provider),
        BulkCipher.Aes256CbcSha256 => CbcRecordCipher.Resolve("AES-256-CBC", provider.FindHash("SHA-256"), provider),
        BulkCipher.Aes256CbcSha384 => CbcRecordCipher.Resolve("AES-256-CBC", provider.FindHash("SHA-384"), provider),
        _ => null,
    };
}
