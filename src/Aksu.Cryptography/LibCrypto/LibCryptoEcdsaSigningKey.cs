using System.Runtime.Versioning;
using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

[SupportedOSPlatform("linux")]
internal sealed unsafe class LibCryptoEcdsaSigningKey : SigningKey
{
    private readonly PrimeCurve _curve;
    private readonly SafeEvpPKeyHandle _key;
    private readonly byte[] _publicKeyInfo;
    private readonly SignatureContextSlot _contexts = new();

    /// <summary>Shares the platform's native key, and needs its object no longer than this call.</summary>
    public LibCryptoEcdsaSigningKey(PrimeCurve curve, ECDsaOpenSsl platformKey)
    {
        _curve = curve;
        _publicKeyInfo = PublicKeyEncoding.Write(
            new KeyAlgorithm(curve.Kind), PrimeCurve.WritePoint(platformKey.ExportParameters(includePrivateParameters: false).Q));
        _key = platformKey.DuplicateKeyHandle();
    }

    public override KeyKind Kind => _curve.Kind;

    public override int KeySizeInBits => _curve.Bits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => _publicKeyInfo;

    /// <summary>A SEQUENCE with a header of up to three bytes, of two INTEGERs with a header of two and perhaps a leading zero.</summary>
    public override int MaxSignatureSize => 3 + (2 * (_curve.FieldSize + 3));

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm.IsEcdsa;

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        if (destination.Length < MaxSignatureSize)
        {
            throw new ArgumentException("The destination is too short for the signature.", nameof(destination));
        }
        ObjectDisposedException.ThrowIf(_key.IsClosed, this);
        nuint length = (nuint)destination.Length;
        Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> digest = SignatureDigest.Compute(algorithm, data, buffer);
        SignatureContext? context = _contexts.TryTake() ?? SignatureContext.ForSigning(_key);
        // SAFETY: both spans are pinned, the destination holds the longest signature; the context is owned here; the key may be
        // shared by threads because each has a context of its own.
        fixed (byte* digestBytes = digest, signature = destination)
        {
            if (context is null
                || NativeMethods.EVP_PKEY_sign(context.Address, signature, &length, digestBytes, (nuint)digest.Length) != 1)
            {
                context?.Dispose();
                NativeMethods.ERR_clear_error();
                throw new CryptographicException("libcrypto failed to sign.");
            }
        }
        _contexts.Return(context);
        return (int)length;
    }

    public override void Dispose()
    {
        _contexts.Dispose();
        _key.Dispose();
    }
}
