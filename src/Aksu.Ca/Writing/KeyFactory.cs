using Aksu.Cryptography;

namespace Aksu.Ca.Writing;

/// <summary>Makes the keys that are asked for.</summary>
internal static class KeyFactory
{
    private const int MinimumRsaKeySizeInBits = 2048;
    private const int MaximumRsaKeySizeInBits = 8192;

    public static GeneratedKey Make(KeyRequest request)
    {
        bool isRsa = request.Kind is KeyKind.Rsa or KeyKind.RsaPss;
        if (isRsa && request.RsaKeySizeInBits is < MinimumRsaKeySizeInBits or > MaximumRsaKeySizeInBits)
        {
            throw new ArgumentException($"RSA keys are made with {MinimumRsaKeySizeInBits} to {MaximumRsaKeySizeInBits} bits.",
                nameof(request));
        }

        return CryptographyProvider.Default.GenerateKey(request.Kind, request.RsaKeySizeInBits);
    }
}
