using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Tls;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace Aksu.Cryptography.Platform;

/// <summary>
/// Decryption of a pre-master secret by BouncyCastle, which unpads in constant time and puts random bytes in place of a bad one. The
/// platform's own decryption is never used: it throws on bad padding, which a client can tell by the clock (Bleichenbacher's oracle).
/// </summary>
internal sealed class RsaKeyTransport
{
    private readonly RsaPrivateCrtKeyParameters _key;
    private readonly int _modulusSize;

    public RsaKeyTransport(RSA platformKey)
    {
        RSAParameters parameters = platformKey.ExportParameters(includePrivateParameters: true);
        _modulusSize = parameters.Modulus!.Length;
        _key = RsaPrivateParameters.ToBouncyCastle(parameters);
        RsaPrivateParameters.Clear(parameters);
    }

    public void Decrypt(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret)
    {
        RandomNumberGenerator.Fill(preMasterSecret);
        // Whether the ciphertext has the right length and is below the modulus, everybody sees.
        if (ciphertext.Length != _modulusSize || new BigInteger(1, ciphertext).CompareTo(_key.Modulus) >= 0)
        {
            return;
        }
        byte[] secret = TlsRsaKeyExchange.DecryptPreMasterSecret(
            ciphertext.ToArray(), 0, ciphertext.Length, _key, expectedVersion, new SecureRandom());
        secret.CopyTo(preMasterSecret);
        CryptographicOperations.ZeroMemory(secret);
    }
}
