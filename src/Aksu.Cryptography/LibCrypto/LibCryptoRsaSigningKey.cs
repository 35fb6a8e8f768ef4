using System.Runtime.Versioning;
using System.Security.Cryptography;
using Aksu.Cryptography.Keys;
using Aksu.Cryptography.Platform;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// An RSA key that signs through the platform, which is as fast, and decrypts pre-master secrets through libcrypto, whose TLS padding
/// mode takes the same time whatever is inside, and puts random bytes in place of a bad secret.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed unsafe class LibCryptoRsaSigningKey(KeyAlgorithm algorithm, int modulusBits, RSAOpenSsl platformKey)
    : PlatformRsaSigningKey(algorithm, modulusBits, platformKey)
{
    private const int Pkcs1WithTlsPadding = 7;

    private readonly SafeEvpPKeyHandle _key = platformKey.DuplicateKeyHandle();

    protected override void Decrypt(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret)
    {
        // What stays when the ciphertext has a wrong length or is not below the modulus, which everybody sees.
        RandomNumberGenerator.Fill(preMasterSecret);
        if (ciphertext.Length != MaxSignatureSize)
        {
            return;
        }

        using var output = new Secret(MaxSignatureSize);
        nuint length = (nuint)output.Length;
        uint version = expectedVersion;
        NativeParameter* parameters = stackalloc NativeParameter[2];
        using var lease = new HandleLease(_key);
        nint context = NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, lease.Address, null);
        try
        {
            // SAFETY: both spans are pinned, the output is as long as the modulus; the name is a literal with a zero byte behind it; the
            // list ends with an entry of zeros and is copied by the library; the context is owned here; the key may be shared by threads
            // because each has a context of its own.
            fixed (byte* input = ciphertext, secret = output.Span, versionName = "tls-client-version"u8)
            {
                parameters[0] = NativeParameter.Number(versionName, (byte*)&version, sizeof(uint));
                parameters[1] = default;
                if (context == 0
                    || NativeMethods.EVP_PKEY_decrypt_init(context) != 1
                    || NativeMethods.EVP_PKEY_CTX_set_rsa_padding(context, Pkcs1WithTlsPadding) != 1
                    || NativeMethods.EVP_PKEY_CTX_set_params(context, parameters) != 1)
                {
                    NativeMethods.ERR_clear_error();
                    throw new CryptographicException("libcrypto failed to prepare a decryption.");
                }
                if (NativeMethods.EVP_PKEY_decrypt(context, secret, &length, input, (nuint)ciphertext.Length) == 1
                    && length == PreMasterSecret.Size)
                {
                    output.Span[..PreMasterSecret.Size].CopyTo(preMasterSecret);
                }
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }
        NativeMethods.ERR_clear_error();
    }

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }
}
