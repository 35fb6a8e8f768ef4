using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

internal sealed unsafe class LibCryptoRsaVerificationKey(KeyAlgorithm algorithm, int modulusBits, KeyHandle key) : VerificationKey
{
    private const int Pkcs1Padding = 1;
    private const int PssPadding = 6;
    private const int SaltAsLongAsDigest = -1;

    public override KeyKind Kind => algorithm.Kind;

    public override int KeySizeInBits => modulusBits;

    public override bool Supports(SignatureAlgorithm signatureAlgorithm) => signatureAlgorithm.FitsRsa(algorithm, modulusBits);

    public override bool Verify(SignatureAlgorithm signatureAlgorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(signatureAlgorithm), signatureAlgorithm);
        if (signature.Length != (modulusBits + 7) / 8)
        {
            return false;
        }
        Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> digest = SignatureDigest.Compute(signatureAlgorithm, data, buffer);
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
                    && SetPadding(context, signatureAlgorithm)
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

    public override bool SupportsKeyTransport => Kind == KeyKind.Rsa;

    public override int EncryptPreMasterSecret(ReadOnlySpan<byte> preMasterSecret, Span<byte> destination)
    {
        if (!SupportsKeyTransport)
        {
            throw new NotSupportedException("This key is not for key transport.");
        }
        PreMasterSecret.ThrowIfWrongLength(preMasterSecret);
        int size = (modulusBits + 7) / 8;
        if (destination.Length < size)
        {
            throw new ArgumentException("The destination is too short for the ciphertext.", nameof(destination));
        }
        nuint length = (nuint)destination.Length;
        using var lease = new HandleLease(key);
        nint context = NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, lease.Address, null);
        try
        {
            // SAFETY: both spans are pinned, the destination holds a ciphertext; the context is owned here.
            fixed (byte* input = preMasterSecret, output = destination)
            {
                if (context == 0
                    || NativeMethods.EVP_PKEY_encrypt_init(context) != 1
                    || NativeMethods.EVP_PKEY_CTX_set_rsa_padding(context, Pkcs1Padding) != 1
                    || NativeMethods.EVP_PKEY_encrypt(context, output, &length, input, (nuint)preMasterSecret.Length) != 1)
                {
                    NativeMethods.ERR_clear_error();
                    throw new CryptographicException("libcrypto failed to encrypt.");
                }
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }
        return (int)length;
    }

    public override void Dispose() => key.Dispose();

    /// <summary>The mask function of PSS takes the signature's hash by default.</summary>
    private static bool SetPadding(nint context, SignatureAlgorithm signatureAlgorithm) =>
        NativeMethods.EVP_PKEY_CTX_set_rsa_padding(context, signatureAlgorithm.IsRsaPss ? PssPadding : Pkcs1Padding) == 1
        && NativeMethods.EVP_PKEY_CTX_set_signature_md(context, SignatureDigest.Native(signatureAlgorithm)) == 1
        && (!signatureAlgorithm.IsRsaPss || NativeMethods.EVP_PKEY_CTX_set_rsa_pss_saltlen(context, SaltAsLongAsDigest) == 1);
}
