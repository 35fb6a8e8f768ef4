using System.Security.Cryptography;
using Aksu.Cryptography.BouncyCastle;
using Aksu.Cryptography.Platform;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Composition;

/// <summary>The platform's primitives, and BouncyCastle's where the platform has none.</summary>
internal static class PlatformComposition
{
    /// <param name="vectorized">Whether primitives written with vector instructions go first, where the processor has them.</param>
    public static CryptographyProvider Create(bool vectorized) => new ComposedProvider(
        hashes: [PlatformHashFunction.Sha256, PlatformHashFunction.Sha384, PlatformHashFunction.Sha512],
        legacyHashes: [PlatformHashFunction.Sha1, PlatformHashFunction.Md5],
        aeads:
        [
            vectorized && VectorSupport.HasAesGcm ? VectorAeads.Aes128Gcm : PlatformAeads.Aes128Gcm,
            vectorized && VectorSupport.HasAesGcm ? VectorAeads.Aes256Gcm : PlatformAeads.Aes256Gcm,
            ChaCha20Poly1305.IsSupported ? PlatformAeads.ChaCha20Poly1305 : BouncyCastleAeads.ChaCha20Poly1305,
            .. AesCcm.IsSupported ? PlatformAeads.CcmFamily : BouncyCastleAeads.CcmFamily,
        ],
        cbcCiphers: PlatformCbcAlgorithm.All,
        keyExchanges:
        [
            vectorized && VectorSupport.HasX25519 ? VectorX25519.Instance : MontgomeryKeyExchange.X25519,
            PlatformEcdhKeyExchange.P256,
            PlatformEcdhKeyExchange.P384,
            PlatformEcdhKeyExchange.P521,
            MontgomeryKeyExchange.X448,
        ],
        finiteFieldKeyExchanges: FiniteFieldKeyExchange.All,
        keyFactories: [new PlatformRsaKeyFactory(), new PlatformEcdsaKeyFactory(), new EdwardsKeyFactory()]);
}
