using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>A TLS 1.3 cipher suite with its primitives (RFC 9846 §B.4).</summary>
internal sealed record Suite13(CipherSuite Suite, AeadAlgorithm Aead, HashFunction Hash, ulong RecordLimit)
{
    // RFC 9846 §5.5: 2^24.5 full-size records for AES-GCM keep the margin of 2^-57.
    private const ulong GcmRecordLimit = 23_726_566;

    // RFC 9147 §4.5.3 gives AES-CCM 2^23.
    private const ulong CcmRecordLimit = 1 << 23;

    public RecordSealer CreateSealer(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv) =>
        new RecordSealer13(Aead.Create(key), Aead.TagSize, RecordLimit, new RecordNonce(iv));

    public RecordOpener CreateOpener(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv) =>
        new RecordOpener13(Aead.Create(key), Aead.TagSize, new RecordNonce(iv));

    /// <summary>The suite behind a code point; null when it is none of TLS 1.3, or a primitive is missing.</summary>
    public static Suite13? Resolve(CipherSuite suite, CryptographyProvider provider) =>
        ProviderCatalog.Of(provider).Suites13.GetValueOrDefault(suite);

    /// <summary>All suites whose primitives a provider has.</summary>
    public static IEnumerable<Suite13> AllOf(CryptographyProvider provider)
    {
        (CipherSuite Suite, string Aead, string Hash, ulong Limit)[] rows =
        [
            (CipherSuite.Aes128GcmSha256, "AEAD_AES_128_GCM", "SHA-256", GcmRecordLimit),
            (CipherSuite.Aes256GcmSha384, "AEAD_AES_256_GCM", "SHA-384", GcmRecordLimit),
            (CipherSuite.ChaCha20Poly1305Sha256, "AEAD_CHACHA20_POLY1305", "SHA-256", ulong.MaxValue),
            (CipherSuite.Aes128CcmSha256, "AEAD_AES_128_CCM", "SHA-256", CcmRecordLimit),
            (CipherSuite.Aes128Ccm8Sha256, "AEAD_AES_128_CCM_8", "SHA-256", CcmRecordLimit),
        ];

        foreach ((CipherSuite suite, string aeadName, string hashName, ulong limit) in rows)
        {
            if (provider.FindAead(aeadName) is { } aead && provider.FindHash(hashName) is { } hash)
            {
                yield return new Suite13(suite, aead, hash, limit);
            }
        }
    }
}
