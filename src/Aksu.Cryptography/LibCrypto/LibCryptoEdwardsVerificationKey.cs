using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

internal sealed unsafe class LibCryptoEdwardsVerificationKey(LibCryptoEdwardsCurve curve, KeyHandle key) : VerificationKey
{
    public override KeyKind Kind => curve.Kind;

    public override int KeySizeInBits => curve.FieldBits;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm == curve.Algorithm;

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        using var lease = new HandleLease(key);
        nint context = NativeMethods.EVP_MD_CTX_new();
        try
        {
            // SAFETY: both spans are pinned and read during the calls only; the context is owned here; the key may be shared by
            // threads because each has a context of its own.
            fixed (byte* dataBytes = data, signatureBytes = signature)
            {
                if (context != 0
                    && NativeMethods.EVP_DigestVerifyInit(context, null, 0, 0, lease.Address) == 1
                    && NativeMethods.EVP_DigestVerify(
                        context, signatureBytes, (nuint)signature.Length, dataBytes, (nuint)data.Length) == 1)
                {
                    return true;
                }
            }
        }
        finally
        {
            NativeMethods.EVP_MD_CTX_free(context);
        }
        NativeMethods.ERR_clear_error();
        return false;
    }

    public override void Dispose() => key.Dispose();
}
