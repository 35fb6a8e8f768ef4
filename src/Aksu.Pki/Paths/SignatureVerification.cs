using Aksu.Cryptography;
using Aksu.Pki.Checks;

namespace Aksu.Pki.Paths;

/// <summary>One signature check under a certificate's key, counted against the budget.</summary>
internal static class SignatureVerification
{
    public static bool IsRight(Certificate signer, SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature,
        PathContext context)
    {
        // Checking under a gigantic RSA key costs as much as an attacker likes.
        if (signer.PublicKey.KeySizeInBits > KeyChecks.MaxRsaKeySizeInBits || !context.Work.TrySignature())
        {
            return false;
        }

        VerificationKey? key = signer.GetVerificationKey(context.Provider);
        return key is not null && key.Supports(algorithm) && key.Verify(algorithm, data, signature);
    }
}
