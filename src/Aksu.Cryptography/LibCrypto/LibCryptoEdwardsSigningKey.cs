using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

internal sealed unsafe class LibCryptoEdwardsSigningKey : SigningKey
{
    private readonly LibCryptoEdwardsCurve _curve;
    private readonly KeyHandle _key;
    private readonly byte[] _publicKeyInfo;

    /// <summary>Takes over <paramref name="key"/>.</summary>
    public LibCryptoEdwardsSigningKey(LibCryptoEdwardsCurve curve, KeyHandle key)
    {
        _curve = curve;
        _key = key;
        byte[] publicKey = new byte[curve.KeySize];
        nuint length = (nuint)publicKey.Length;
        using var lease = new HandleLease(key);
        // SAFETY: the buffer is pinned and has the length that is passed on.
        fixed (byte* bytes = publicKey)
        {
            if (NativeMethods.EVP_PKEY_get_raw_public_key(lease.Address, bytes, &length) != 1 || length != (nuint)publicKey.Length)
            {
                throw new CryptographicException("libcrypto failed to give a public key.");
            }
        }
        _publicKeyInfo = PublicKeyEncoding.Write(new KeyAlgorithm(curve.Kind), publicKey);
    }

    public override KeyKind Kind => _curve.Kind;

    public override int KeySizeInBits => _curve.FieldBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => _publicKeyInfo;

    public override int MaxSignatureSize => _curve.SignatureSize;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm == _curve.Algorithm;

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        nuint length = (nuint)_curve.SignatureSize;
        if (destination.Length < _curve.SignatureSize)
        {
            throw new ArgumentException("The destination is too short for the signature.", nameof(destination));
        }
        using var lease = new HandleLease(_key);
        nint context = NativeMethods.EVP_MD_CTX_new();
        try
        {
            // SAFETY: both spans are pinned, the destination holds a signature; the context is owned here; the key may be shared by
            // threads because each has a context of its own.
            fixed (byte* dataBytes = data, signature = destination)
            {
                if (context == 0
                    || NativeMethods.EVP_DigestSignInit(context, null, 0, 0, lease.Address) != 1
                    || NativeMethods.EVP_DigestSign(context, signature, &length, dataBytes, (nuint)data.Length) != 1)
                {
                    NativeMethods.ERR_clear_error();
                    throw new CryptographicException("libcrypto failed to sign.");
                }
            }
        }
        finally
        {
            NativeMethods.EVP_MD_CTX_free(context);
        }
        return (int)length;
    }

    public override void Dispose() => _key.Dispose();
}
