using System.Runtime.Versioning;
using Aksu.Cryptography.LibCrypto;
using Aksu.Cryptography.Platform;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Composition;

/// <summary>
/// libcrypto called directly, where that is faster than the platform's classes or where these have nothing; the rest is the platform's.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class LibCryptoComposition
{
    /// <param name="vectorized">Whether primitives written with vector instructions go first, where the processor has them.</param>
    public static CryptographyProvider Create(bool vectorized) => new ComposedProvider(
        hashes:
        [
            LibCryptoHashFunction<Sha256Digest>.Instance,
            LibCryptoHashFunction<Sha384Digest>.Instance,
            LibCryptoHashFunction<Sha512Digest>.Instance,
        ],
        legacyHashes: [LibCryptoHashFunction<Sha1Digest>.Instance, PlatformHashFunction.Md5],
        aeads:
        [
            vectorized && VectorSupport.HasAesGcm ? VectorAeads.Aes128Gcm : LibCryptoAeads.Aes128Gcm,
            vectorized && VectorSupport.HasAesGcm ? VectorAeads.Aes256Gcm : LibCryptoAeads.Aes256Gcm,
            LibCryptoAeads.ChaCha20Poly1305,
            .. LibCryptoAeads.CcmFamily,
        ],
        cbcCiphers: LibCryptoCbcAlgorithm.All,
        keyExchanges:
        [
            vectorized && VectorSupport.HasX25519 ? VectorX25519.Instance : LibCryptoKeyExchange.X25519,
            LibCryptoKeyExchange.P256,
            LibCryptoKeyExchange.P384,
            LibCryptoKeyExchange.P521,
            LibCryptoKeyExchange.X448,
        ],
        finiteFieldKeyExchanges: LibCryptoKeyExchange.FiniteFields,
        keyFactories: [new LibCryptoRsaKeyFactory(), new LibCryptoEcdsaKeyFactory(), new LibCryptoEdwardsKeyFactory()]);
}
