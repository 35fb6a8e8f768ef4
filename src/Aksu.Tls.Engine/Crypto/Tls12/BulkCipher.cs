namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>The record protections of the suites of TLS 1.2 and before.</summary>
internal enum BulkCipher
{
    /// <summary>AES-128-GCM (RFC 5288).</summary>
    Aes128Gcm,

    /// <summary>AES-256-GCM (RFC 5288).</summary>
    Aes256Gcm,

    /// <summary>ChaCha20-Poly1305 (RFC 7905).</summary>
    ChaCha20Poly1305,

    /// <summary>AES-128-CCM (RFC 6655).</summary>
    Aes128Ccm,

    /// <summary>AES-256-CCM (RFC 6655).</summary>
    Aes256Ccm,

    /// <summary>AES-128-CCM with a tag of 8 bytes (RFC 6655).</summary>
    Aes128Ccm8,

    /// <summary>AES-256-CCM with a tag of 8 bytes (RFC 6655).</summary>
    Aes256Ccm8,

    /// <summary>AES-128-CBC with HMAC-SHA-1 (RFC 5246).</summary>
    Aes128CbcSha,

    /// <summary>AES-256-CBC with HMAC-SHA-1 (RFC 5246).</summary>
    Aes256CbcSha,

    /// <summary>AES-128-CBC with HMAC-SHA-256 (RFC 5246).</summary>
    Aes128CbcSha256,

    /// <summary>AES-256-CBC with HMAC-SHA-256 (RFC 5246).</summary>
    Aes256CbcSha256,

    /// <summary>AES-256-CBC with HMAC-SHA-384 (RFC 5289).</summary>
    Aes256CbcSha384,
}
