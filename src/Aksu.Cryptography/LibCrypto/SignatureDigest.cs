using System.Security.Cryptography;
using Aksu.Cryptography.Keys;
using Aksu.Cryptography.Platform;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>The digest that a signature algorithm signs, and its name in libcrypto.</summary>
internal static unsafe class SignatureDigest
{
    private static readonly Lazy<nint> Sha1 = new(() => Fetch("SHA1"u8));
    private static readonly Lazy<nint> Sha256 = new(() => Fetch("SHA2-256"u8));
    private static readonly Lazy<nint> Sha384 = new(() => Fetch("SHA2-384"u8));
    private static readonly Lazy<nint> Sha512 = new(() => Fetch("SHA2-512"u8));
    private static readonly Lazy<nint> Md5Sha1 = new(() => Fetch("MD5-SHA1"u8));

    /// <summary>Hashes <paramref name="data"/> into <paramref name="buffer"/>, of which the result is a slice.</summary>
    public static ReadOnlySpan<byte> Compute(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> buffer)
    {
        if (algorithm == SignatureAlgorithm.RsaPkcs1Md5Sha1)
        {
            PlatformHashFunction.Md5.Hash(data, buffer);
            LibCryptoHashFunction<Sha1Digest>.Instance.Hash(data, buffer[MD5.HashSizeInBytes..]);
            return buffer[..(MD5.HashSizeInBytes + SHA1.HashSizeInBytes)];
        }
        HashFunction hash = Of(algorithm);
        hash.Hash(data, buffer);
        return buffer[..hash.Size];
    }

    /// <summary>The EVP_MD of the algorithm's hash, kept for the life of the process.</summary>
    public static nint Native(SignatureAlgorithm algorithm)
    {
        if (algorithm == SignatureAlgorithm.RsaPkcs1Md5Sha1)
        {
            return Md5Sha1.Value;
        }
        HashAlgorithmName hash = algorithm.Hash;
        return (hash == HashAlgorithmName.SHA256 ? Sha256 : hash == HashAlgorithmName.SHA384 ? Sha384
            : hash == HashAlgorithmName.SHA512 ? Sha512 : Sha1).Value;
    }

    private static HashFunction Of(SignatureAlgorithm algorithm)
    {
        HashAlgorithmName hash = algorithm.Hash;
        return hash == HashAlgorithmName.SHA256 ? LibCryptoHashFunction<Sha256Digest>.Instance
            : hash == HashAlgorithmName.SHA384 ? LibCryptoHashFunction<Sha384Digest>.Instance
            : hash == HashAlgorithmName.SHA512 ? LibCryptoHashFunction<Sha512Digest>.Instance
            : LibCryptoHashFunction<Sha1Digest>.Instance;
    }

    private static nint Fetch(ReadOnlySpan<byte> name)
    {
        nint digest;
        // SAFETY: the name is a UTF-8 literal, which ends in a zero byte behind its span.
        fixed (byte* bytes = name)
        {
            digest = NativeMethods.EVP_MD_fetch(0, bytes, null);
        }
        return digest != 0 ? digest : throw new CryptographicException("libcrypto lacks a hash function.");
    }
}
