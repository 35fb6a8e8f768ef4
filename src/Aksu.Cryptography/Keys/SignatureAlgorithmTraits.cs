using System.Security.Cryptography;

namespace Aksu.Cryptography.Keys;

/// <summary>What a <see cref="SignatureAlgorithm"/> is made of, and which keys can do it.</summary>
internal static class SignatureAlgorithmTraits
{
    extension(SignatureAlgorithm algorithm)
    {
        public bool IsRsaPkcs1 => algorithm is >= SignatureAlgorithm.RsaPkcs1Sha1 and <= SignatureAlgorithm.RsaPkcs1Md5Sha1;

        public bool IsRsaPss => algorithm is >= SignatureAlgorithm.RsaPssSha256 and <= SignatureAlgorithm.RsaPssSha512;

        public bool IsEcdsa => algorithm is >= SignatureAlgorithm.EcdsaSha1 and <= SignatureAlgorithm.EcdsaSha512;

        /// <summary>The hash, for algorithms that have one hash of their own.</summary>
        public HashAlgorithmName Hash => algorithm switch
        {
            SignatureAlgorithm.RsaPkcs1Sha1 or SignatureAlgorithm.EcdsaSha1 => HashAlgorithmName.SHA1,
            SignatureAlgorithm.RsaPkcs1Sha256 or SignatureAlgorithm.RsaPssSha256 or SignatureAlgorithm.EcdsaSha256 =>
                HashAlgorithmName.SHA256,
            SignatureAlgorithm.RsaPkcs1Sha384 or SignatureAlgorithm.RsaPssSha384 or SignatureAlgorithm.EcdsaSha384 =>
                HashAlgorithmName.SHA384,
            SignatureAlgorithm.RsaPkcs1Sha512 or SignatureAlgorithm.RsaPssSha512 or SignatureAlgorithm.EcdsaSha512 =>
                HashAlgorithmName.SHA512,
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };

        /// <summary>Whether an RSA key can do this.</summary>
        public bool FitsRsa(KeyAlgorithm key, int modulusBits)
        {
            if (algorithm.IsRsaPkcs1)
            {
                return key.Kind == KeyKind.Rsa;
            }
            // EMSA-PSS needs room for digest, salt of the same length and two bytes (RFC 8017 §9.1.1).
            return algorithm.IsRsaPss
                && (key.OnlyPss is not { } only || only == algorithm)
                && (modulusBits + 6) / 8 >= (2 * DigestSize(algorithm)) + 2;
        }
    }

    /// <summary>Refuses misuse by the caller; what a peer chose is checked with Supports before.</summary>
    public static void ThrowIfUnsupported(bool supported, SignatureAlgorithm algorithm)
    {
        if (!supported)
        {
            throw new ArgumentException($"The key does not support {algorithm}.", nameof(algorithm));
        }
    }

    private static int DigestSize(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.RsaPssSha256 => 32,
        SignatureAlgorithm.RsaPssSha384 => 48,
        _ => 64,
    };
}
