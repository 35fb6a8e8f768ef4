using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>A cipher suite of TLS 1.2 and before with its primitives (RFC 5246 §A.5).</summary>
/// <param name="Suite">The code point.</param>
/// <param name="KeyExchange">How the pre-master secret comes about.</param>
/// <param name="Authentication">What the server's certificate has to hold.</param>
/// <param name="Cipher">How records are protected.</param>
/// <param name="Hash">The hash of the pseudorandom function and of the transcript in TLS 1.2; older versions have their own.</param>
internal sealed record Suite12(
    CipherSuite Suite, KeyExchangeMethod KeyExchange, ServerAuthentication Authentication, RecordCipher Cipher, HashFunction Hash)
{
    /// <summary>Whether a key agreed outside TLS is part of the key exchange.</summary>
    public bool UsesPreSharedKey => KeyExchange is KeyExchangeMethod.Psk or KeyExchangeMethod.EcdhePsk or KeyExchangeMethod.DhePsk;

    /// <summary>Whether the exchange runs over a curve.</summary>
    public bool UsesCurve => KeyExchange is KeyExchangeMethod.Ecdhe or KeyExchangeMethod.EcdhePsk;

    /// <summary>Whether the exchange runs over a finite field.</summary>
    public bool UsesFiniteField => KeyExchange is KeyExchangeMethod.Dhe or KeyExchangeMethod.DhePsk;

    /// <summary>Whether the server signs its half of the key exchange.</summary>
    public bool IsSigned => KeyExchange is KeyExchangeMethod.Ecdhe or KeyExchangeMethod.Dhe;

    /// <summary>Whether the suite has its place in this version: all but the oldest ciphers came with TLS 1.2.</summary>
    public bool Fits(ProtocolVersion version) =>
        version == ProtocolVersion.Tls12 || (version.Value < ProtocolVersion.Tls12.Value && Cipher.IsLegacy);

    /// <summary>The suite behind a code point; null when it is none of TLS 1.2, or a primitive is missing.</summary>
    public static Suite12? Resolve(CipherSuite suite, CryptographyProvider provider) =>
        ProviderCatalog.Of(provider).Suites12.GetValueOrDefault(suite);

    /// <summary>All suites whose primitives a provider has.</summary>
    public static IEnumerable<Suite12> AllOf(CryptographyProvider provider)
    {
        foreach (CipherSuite suite in SuiteTable.Suites)
        {
            SuiteRow row = SuiteTable.Find(suite)!;
            string hashName = row.Cipher is BulkCipher.Aes256Gcm or BulkCipher.Aes256CbcSha384 ? "SHA-384" : "SHA-256";
            if (RecordCipher.Resolve(row.Cipher, provider) is { } cipher && provider.FindHash(hashName) is { } hash)
            {
                yield return new Suite12(suite, row.KeyExchange, row.Authentication, cipher, hash);
            }
        }
    }
}
