using Aksu.Cryptography.Aeads;

namespace Aksu.Cryptography.Vectorized;

/// <summary>The authenticated ciphers of this folder, for processors that have what they need.</summary>
internal static class VectorAeads
{
    public static AeadAlgorithm Aes128Gcm { get; } = Best(AeadNames.Aes128Gcm, 16);

    public static AeadAlgorithm Aes256Gcm { get; } = Best(AeadNames.Aes256Gcm, 32);

    /// <summary>Every variant that this processor can run, for tests.</summary>
    public static IEnumerable<AeadAlgorithm> AllVariants()
    {
        if (VectorSupport.HasAesGcm128)
        {
            yield return Make<Ghash128>(AeadNames.Aes128Gcm, 16);
            yield return Make<Ghash128>(AeadNames.Aes256Gcm, 32);
        }
        if (VectorSupport.HasAesGcm256)
        {
            yield return Make<Ghash256>(AeadNames.Aes128Gcm, 16);
            yield return Make<Ghash256>(AeadNames.Aes256Gcm, 32);
        }
        if (VectorSupport.HasAesGcm512)
        {
            yield return Make<Ghash512>(AeadNames.Aes128Gcm, 16);
            yield return Make<Ghash512>(AeadNames.Aes256Gcm, 32);
        }
    }

    private static NamedAeadAlgorithm Best(string name, int keySize) =>
        VectorSupport.HasAesGcm512 && !VectorSupport.IsSlowedBy512 ? Make<Ghash512>(name, keySize)
        : VectorSupport.HasAesGcm256 ? Make<Ghash256>(name, keySize)
        : Make<Ghash128>(name, keySize);

    private static NamedAeadAlgorithm Make<TGhash>(string name, int keySize)
        where TGhash : struct, IGhash => new(name, keySize, AesKeySchedule.BlockSize, static key => new VectorAesGcm<TGhash>(key));
}
