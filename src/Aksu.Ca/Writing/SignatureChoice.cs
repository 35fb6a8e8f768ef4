using System.Formats.Asn1;
using Aksu.Cryptography;

namespace Aksu.Ca.Writing;

/// <summary>How a key of each kind signs certificates, and the AlgorithmIdentifier that says so (RFC 4055, 5758, 8410).</summary>
internal static class SignatureChoice
{
    public static SignatureAlgorithm For(SigningKey key) => key.Kind switch
    {
        KeyKind.Rsa => SignatureAlgorithm.RsaPkcs1Sha256,
        KeyKind.RsaPss => SignatureAlgorithm.RsaPssSha256,
        KeyKind.EcP256 => SignatureAlgorithm.EcdsaSha256,
        KeyKind.EcP384 => SignatureAlgorithm.EcdsaSha384,
        KeyKind.EcP521 => SignatureAlgorithm.EcdsaSha512,
        KeyKind.Ed25519 => SignatureAlgorithm.Ed25519,
        KeyKind.Ed448 => SignatureAlgorithm.Ed448,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    /// <summary>What a DER AlgorithmIdentifier means, among the ways that are accepted; null for others.</summary>
    public static SignatureAlgorithm? Find(ReadOnlySpan<byte> algorithmIdentifier)
    {
        foreach (SignatureAlgorithm algorithm in Enum.GetValues<SignatureAlgorithm>())
        {
            if (algorithm is SignatureAlgorithm.RsaPkcs1Sha1 or SignatureAlgorithm.RsaPkcs1Md5Sha1 or SignatureAlgorithm.EcdsaSha1)
            {
                continue;
            }

            var writer = new AsnWriter(AsnEncodingRules.DER);
            WriteIdentifier(writer, algorithm);
            if (writer.EncodedValueEquals(algorithmIdentifier))
            {
                return algorithm;
            }
        }

        return null;
    }

    public static byte[] Sign(SigningKey key, SignatureAlgorithm algorithm, ReadOnlySpan<byte> data)
    {
        byte[] signature = new byte[key.MaxSignatureSize];
        int length = key.Sign(algorithm, data, signature);
        return signature[..length];
    }

    public static void WriteIdentifier(AsnWriter writer, SignatureAlgorithm algorithm)
    {
        using (writer.PushSequence())
        {
            switch (algorithm)
            {
                case SignatureAlgorithm.RsaPkcs1Sha1:
                    WriteWithNull(writer, "1.2.840.113549.1.1.5");
                    break;
                case SignatureAlgorithm.RsaPkcs1Sha256:
                    WriteWithNull(writer, "1.2.840.113549.1.1.11");
                    break;
                case SignatureAlgorithm.RsaPkcs1Sha384:
                    WriteWithNull(writer, "1.2.840.113549.1.1.12");
                    break;
                case SignatureAlgorithm.RsaPkcs1Sha512:
                    WriteWithNull(writer, "1.2.840.113549.1.1.13");
                    break;
                case SignatureAlgorithm.RsaPssSha256:
                    WritePss(writer, "2.16.840.1.101.3.4.2.1", 32);
                    break;
                case SignatureAlgorithm.RsaPssSha384:
                    WritePss(writer, "2.16.840.1.101.3.4.2.2", 48);
                    break;
                case SignatureAlgorithm.RsaPssSha512:
                    WritePss(writer, "2.16.840.1.101.3.4.2.3", 64);
                    break;
                case SignatureAlgorithm.EcdsaSha1:
                    writer.WriteObjectIdentifier("1.2.840.10045.4.1");
                    break;
                case SignatureAlgorithm.EcdsaSha256:
                    writer.WriteObjectIdentifier("1.2.840.10045.4.3.2");
                    break;
                case SignatureAlgorithm.EcdsaSha384:
                    writer.WriteObjectIdentifier("1.2.840.10045.4.3.3");
                    break;
                case SignatureAlgorithm.EcdsaSha512:
                    writer.WriteObjectIdentifier("1.2.840.10045.4.3.4");
                    break;
                case SignatureAlgorithm.Ed25519:
                    writer.WriteObjectIdentifier("1.3.101.112");
                    break;
                case SignatureAlgorithm.Ed448:
                    writer.WriteObjectIdentifier("1.3.101.113");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(algorithm));
            }
        }
    }

    private static void WriteWithNull(AsnWriter writer, string oid)
    {
        writer.WriteObjectIdentifier(oid);
        writer.WriteNull();
    }

    private static void WritePss(AsnWriter writer, string hash, int saltLength)
    {
        const string RsassaPss = "1.2.840.113549.1.1.10";
        const string Mgf1 = "1.2.840.113549.1.1.8";
        writer.WriteObjectIdentifier(RsassaPss);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Tags.Constructed(0)))
            using (writer.PushSequence())
            {
                WriteWithNull(writer, hash);
            }

            using (writer.PushSequence(Tags.Constructed(1)))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Mgf1);
                using (writer.PushSequence())
                {
                    WriteWithNull(writer, hash);
                }
            }

            using (writer.PushSequence(Tags.Constructed(2)))
            {
                writer.WriteInteger(saltLength);
            }
        }
    }
}
