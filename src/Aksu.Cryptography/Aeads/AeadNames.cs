namespace Aksu.Cryptography.Aeads;

/// <summary>Names of the ciphers in the IANA AEAD registry (RFC 5116 §6, RFC 6655, RFC 8439).</summary>
internal static class AeadNames
{
    public const string Aes128Gcm = "AEAD_AES_128_GCM";
    public const string Aes256Gcm = "AEAD_AES_256_GCM";
    public const string ChaCha20Poly1305 = "AEAD_CHACHA20_POLY1305";
    public const string Aes128Ccm = "AEAD_AES_128_CCM";
    public const string Aes256Ccm = "AEAD_AES_256_CCM";
    public const string Aes128Ccm8 = "AEAD_AES_128_CCM_8";
    public const string Aes256Ccm8 = "AEAD_AES_256_CCM_8";
}
