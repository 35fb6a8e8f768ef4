using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

internal sealed unsafe class LibCryptoEcdsaVerificationKey(PrimeCurve curve, KeyHandle key) : VerificationKey
{
    private readonly SignatureContextSlot _contexts = new();

    public override KeyKind Kind => curve.Kind;

    public override int KeySizeInBits => curve.Bits;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm.IsEcdsa;

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> digest = SignatureDigest.Compute(algorithm, data, buffer);
        ObjectDisposedException.ThrowIf(key.IsClosed, this);
        SignatureContext? context = _contexts.TryTake() ?? SignatureContext.ForVerifying(key);
        if (context is null)
        {
            return false;
        }

        // SAFETY: both spans are pinned and read during the call only; the context is owned here; the key may be shared by
        // threads because each has a context of its own.
        fixed (byte* digestBytes = digest, signatureBytes = signature)
        {
            if (NativeMethods.EVP_PKEY_verify(
                context.Address, signatureBytes, (nuint)signature.Length, digestBytes, (nuint)digest.Length) == 1)
            {
                _contexts.Return(context);
                return true;
            }
        }

        context.Dispose();
        NativeMethods.ERR_clear_error();
        return false;
    }

    public override void Dispose()
    {
        _contexts.Dispose();
        key.Dispose();
    }
}
