using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

internal sealed unsafe class LibCryptoEcdsaVerificationKey(PrimeCurve curve, KeyHandle key) : VerificationKey
{
    public override KeyKind Kind => curve.Kind;

    public override int KeySizeInBits => curve.Bits;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm.IsEcdsa;

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> digest = SignatureDigest.Compute(algorithm, data, buffer);
        using var lease = new HandleLease(key);
        nint context = NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, lease.Address, null);
        try
        {
            // SAFETY: both spans are pinned and read during the call only; the context is owned here; the key may be shared by
            // threads because each has a context of its own.
            fixed (byte* digestBytes = digest, signatureBytes = signature)
            {
                if (context != 0
                    && NativeMethods.EVP_PKEY_verify_init(context) == 1
                    && NativeMethods.EVP_PKEY_verify(
                        context, signatureBytes, (nuint)signature.Length, digestBytes, (nuint)digest.Length) == 1)
                {
                    return true;
                }
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }
        NativeMethods.ERR_clear_error();
        return false;
    }

    public override void Dispose() => key.Dispose();
}
