using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>The numbers of Ed25519 or Ed448, and keys from their bytes.</summary>
internal sealed unsafe class LibCryptoEdwardsCurve
{
    private static readonly LibCryptoEdwardsCurve Ed25519 = new(KeyKind.Ed25519, SignatureAlgorithm.Ed25519, 255, 32, 64, "ED25519"u8);
    private static readonly LibCryptoEdwardsCurve Ed448 = new(KeyKind.Ed448, SignatureAlgorithm.Ed448, 448, 57, 114, "ED448"u8);

    private readonly byte[] _name;

    private LibCryptoEdwardsCurve(
        KeyKind kind, SignatureAlgorithm algorithm, int fieldBits, int keySize, int signatureSize, ReadOnlySpan<byte> name)
    {
        Kind = kind;
        Algorithm = algorithm;
        FieldBits = fieldBits;
        KeySize = keySize;
        SignatureSize = signatureSize;
        _name = [.. name, 0];
    }

    public KeyKind Kind { get; }

    public SignatureAlgorithm Algorithm { get; }

    public int FieldBits { get; }

    /// <summary>Bytes of a private seed and of a public key.</summary>
    public int KeySize { get; }

    public int SignatureSize { get; }

    public static LibCryptoEdwardsCurve Of(KeyKind kind) => kind == KeyKind.Ed25519 ? Ed25519 : Ed448;

    public KeyHandle? ReadPublic(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeySize)
        {
            return null;
        }
        // SAFETY: the name ends in a zero byte; name and key are pinned and read during the call only.
        fixed (byte* name = _name, bytes = key)
        {
            nint handle = NativeMethods.EVP_PKEY_new_raw_public_key_ex(0, name, null, bytes, (nuint)key.Length);
            return handle != 0 ? new KeyHandle(handle) : null;
        }
    }

    public KeyHandle ReadPrivate(ReadOnlySpan<byte> seed)
    {
        // SAFETY: the name ends in a zero byte; name and seed are pinned and read during the call only.
        fixed (byte* name = _name, bytes = seed)
        {
            nint handle = NativeMethods.EVP_PKEY_new_raw_private_key_ex(0, name, null, bytes, (nuint)seed.Length);
            return handle != 0 ? new KeyHandle(handle) : throw new CryptographicException("libcrypto refused a private key.");
        }
    }
}
