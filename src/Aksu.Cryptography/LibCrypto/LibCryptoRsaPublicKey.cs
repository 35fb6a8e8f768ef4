using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Makes an EVP_PKEY from the two numbers of an RSA public key.</summary>
internal static unsafe class LibCryptoRsaPublicKey
{
    /// <summary>EVP_PKEY_PUBLIC_KEY: domain parameters and the public half.</summary>
    private const int PublicSelection = 0x86;

    public static KeyHandle? Make(RsaPublicNumbers numbers)
    {
        Span<byte> modulus = stackalloc byte[RsaLimits.MaxModulusBits / 8];
        Span<byte> exponent = stackalloc byte[8];
        modulus = InMachineOrder(numbers.Modulus, modulus);
        exponent = InMachineOrder(numbers.Exponent, exponent);

        nint key = 0;
        nint context = 0;
        NativeParameter* parameters = stackalloc NativeParameter[3];
        try
        {
            // SAFETY: names are literals with a zero byte behind them; all memory that the list points to is pinned until the key is
            // made, and the library copies it; the list ends with an entry of zeros; the context is owned here.
            fixed (byte* algorithm = "RSA"u8, n = "n"u8, e = "e"u8, modulusBytes = modulus, exponentBytes = exponent)
            {
                parameters[0] = NativeParameter.Number(n, modulusBytes, modulus.Length);
                parameters[1] = NativeParameter.Number(e, exponentBytes, exponent.Length);
                parameters[2] = default;
                context = NativeMethods.EVP_PKEY_CTX_new_from_name(0, algorithm, null);
                if (context != 0
                    && NativeMethods.EVP_PKEY_fromdata_init(context) == 1
                    && NativeMethods.EVP_PKEY_fromdata(context, &key, PublicSelection, parameters) == 1)
                {
                    return new KeyHandle(key);
                }
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }
        NativeMethods.ERR_clear_error();
        return null;
    }

    private static Span<byte> InMachineOrder(ReadOnlySpan<byte> bigEndian, Span<byte> buffer)
    {
        Span<byte> result = buffer[..bigEndian.Length];
        bigEndian.CopyTo(result);
        if (BitConverter.IsLittleEndian)
        {
            result.Reverse();
        }
        return result;
    }
}
