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

    public static Suite13? Resolve(CipherSuite suite, CryptographyProvider provider)
    {
        (string Aead, string Hash, ulong Limit)? names = suite.Value switch
        {
            0x1301 => ("AEAD_AES_128_GCM", "SHA-256", GcmRecordLimit),
            0x1302 => ("AEAD_AES_256_GCM", "SHA-384", GcmRecordLimit),
            0x1303 => ("AEAD_CHACHA20_POLY1305", "SHA-256", ulong.MaxValue),
            0x1304 => ("AEAD_AES_128_CCM", "SHA-256", CcmRecordLimit),
            0x1305 => ("AEAD_AES_128_CCM_8", "SHA-256", CcmRecordLimit),
            _ => null,
        };

        return names is { } n && provider.FindAead(n.Aead) is { } aead && provider.FindHash(n.Hash) is { } hash
            ? new Suite13(suite, aead, hash, n.Limit)
            : null;
    }
}
