using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace Aksu.Cryptography.Platform;

/// <summary>The platform's exported form of an RSA private key.</summary>
internal static class RsaPrivateParameters
{
    public static RsaPrivateCrtKeyParameters ToBouncyCastle(RSAParameters parameters) => new(
        Number(parameters.Modulus),
        Number(parameters.Exponent),
        Number(parameters.D),
        Number(parameters.P),
        Number(parameters.Q),
        Number(parameters.DP),
        Number(parameters.DQ),
        Number(parameters.InverseQ));

    public static void Clear(RSAParameters parameters)
    {
        foreach (byte[]? part in (ReadOnlySpan<byte[]?>)
            [parameters.D, parameters.P, parameters.Q, parameters.DP, parameters.DQ, parameters.InverseQ])
        {
            CryptographicOperations.ZeroMemory(part);
        }
    }

    private static BigInteger Number(byte[]? bytes) => new(1, bytes);
}
