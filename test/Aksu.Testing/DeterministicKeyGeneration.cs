using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace Aksu.Testing;

/// <summary>Key pairs that a stream decides, as PKCS#8. RSA keys take a second or so: keep them.</summary>
internal static class DeterministicKeyGeneration
{
    public static byte[] Generate(KeyKind kind, int rsaKeySizeInBits, DeterministicBytes stream)
    {
        SecureRandom random = DeterministicRandom.Over(stream);
        IAsymmetricCipherKeyPairGenerator generator;
        switch (kind)
        {
            case KeyKind.Rsa or KeyKind.RsaPss:
                generator = new RsaKeyPairGenerator();
                generator.Init(new RsaKeyGenerationParameters(BigInteger.ValueOf(65537), random, rsaKeySizeInBits, 100));
                break;
            case KeyKind.Ed25519:
                generator = new Ed25519KeyPairGenerator();
                generator.Init(new Ed25519KeyGenerationParameters(random));
                break;
            case KeyKind.Ed448:
                generator = new Ed448KeyPairGenerator();
                generator.Init(new Ed448KeyGenerationParameters(random));
                break;
            default:
                generator = new ECKeyPairGenerator();
                generator.Init(new ECKeyGenerationParameters(
                    kind switch
                    {
                        KeyKind.EcP256 => SecObjectIdentifiers.SecP256r1,
                        KeyKind.EcP384 => SecObjectIdentifiers.SecP384r1,
                        _ => SecObjectIdentifiers.SecP521r1,
                    },
                    random));
                break;
        }

        PrivateKeyInfo info = PrivateKeyInfoFactory.CreatePrivateKeyInfo(generator.GenerateKeyPair().Private);
        if (kind == KeyKind.RsaPss)
        {
            info = new PrivateKeyInfo(new AlgorithmIdentifier(PkcsObjectIdentifiers.IdRsassaPss), info.ParsePrivateKey());
        }
        return info.GetDerEncoded();
    }
}
