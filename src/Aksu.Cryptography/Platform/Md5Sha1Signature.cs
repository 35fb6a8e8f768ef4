using System.Numerics;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Aksu.Cryptography.Platform;

/// <summary>
/// The RSA signature of TLS 1.0 and 1.1 (RFC 2246 §7.4.3): PKCS#1 v1.5 padding around MD5 and SHA-1 without a DigestInfo. The platform
/// does not offer it, and nobody but an explicit legacy configuration asks for it; so it is simple rather than fast.
/// </summary>
internal static class Md5Sha1Signature
{
    private const int DigestSize = MD5.HashSizeInBytes + SHA1.HashSizeInBytes;

    public static int Sign(RSA key, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        RSAParameters parameters = key.ExportParameters(includePrivateParameters: true);
        try
        {
            var engine = new Pkcs1Encoding(new RsaBlindedEngine());
            RsaPrivateCrtKeyParameters privateKey = RsaPrivateParameters.ToBouncyCastle(parameters);
            engine.Init(forEncryption: true, new ParametersWithRandom(privateKey, new SecureRandom()));
            byte[] signature = engine.ProcessBlock(Digest(data), 0, DigestSize);
            signature.CopyTo(destination);
            return signature.Length;
        }
        finally
        {
            RsaPrivateParameters.Clear(parameters);
        }
    }

    public static bool Verify(RSAParameters key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        int size = key.Modulus!.Length;
        var modulus = new BigInteger(key.Modulus, isUnsigned: true, isBigEndian: true);
        var exponent = new BigInteger(key.Exponent, isUnsigned: true, isBigEndian: true);
        var value = new BigInteger(signature, isUnsigned: true, isBigEndian: true);
        if (signature.Length != size || value >= modulus)
        {
            return false;
        }

        // EMSA-PKCS1-v1_5 is built and compared whole (RFC 8017 §8.2.2): parsing the padding has been forged before.
        byte[] expected = new byte[size];
        expected.AsSpan(2).Fill(0xff);
        expected[1] = 1;
        expected[size - DigestSize - 1] = 0;
        Digest(data).CopyTo(expected.AsSpan(size - DigestSize));
        var expectedValue = new BigInteger(expected, isUnsigned: true, isBigEndian: true);
        return BigInteger.ModPow(value, exponent, modulus) == expectedValue;
    }

    private static byte[] Digest(ReadOnlySpan<byte> data)
    {
        byte[] digest = new byte[DigestSize];
        PlatformHashFunction.Md5.Hash(data, digest);
        PlatformHashFunction.Sha1.Hash(data, digest.AsSpan(MD5.HashSizeInBytes));
        return digest;
    }
}
