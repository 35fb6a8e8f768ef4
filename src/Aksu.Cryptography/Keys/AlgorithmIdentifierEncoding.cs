using System.Formats.Asn1;

namespace Aksu.Cryptography.Keys;

/// <summary>The AlgorithmIdentifier of a key (RFC 3279, 4055, 5480, 8410): which kinds there are and how they are written.</summary>
internal static class AlgorithmIdentifierEncoding
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";
    private const string RsaSsaPss = "1.2.840.113549.1.1.10";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string Ed25519 = "1.3.101.112";
    private const string Ed448 = "1.3.101.113";

    /// <summary>The object identifier of a curve (RFC 5480 §2.1.1.1).</summary>
    public static string CurveOid(KeyKind kind) => kind switch
    {
        KeyKind.EcP256 => "1.2.840.10045.3.1.7",
        KeyKind.EcP384 => "1.3.132.0.34",
        KeyKind.EcP521 => "1.3.132.0.35",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Reads one AlgorithmIdentifier; null when it names something unknown or has parameters that do not belong there.</summary>
    /// <exception cref="AsnContentException">The encoding is wrong.</exception>
    public static KeyAlgorithm? Read(AsnReader reader)
    {
        AsnReader identifier = reader.ReadSequence();
        string oid = identifier.ReadObjectIdentifier();
        KeyAlgorithm? algorithm = oid switch
        {
            RsaEncryption => ReadRsa(identifier),
            RsaSsaPss => PssParametersEncoding.Read(identifier),
            EcPublicKey => ReadCurve(identifier),
            Ed25519 => new KeyAlgorithm(KeyKind.Ed25519),
            Ed448 => new KeyAlgorithm(KeyKind.Ed448),
            _ => null,
        };
        if (algorithm is not null)
        {
            identifier.ThrowIfNotEmpty();
        }
        return algorithm;
    }

    public static void Write(AsnWriter writer, KeyAlgorithm algorithm)
    {
        using (writer.PushSequence())
        {
            switch (algorithm.Kind)
            {
                case KeyKind.Rsa:
                    writer.WriteObjectIdentifier(RsaEncryption);
                    writer.WriteNull();
                    break;
                case KeyKind.RsaPss:
                    writer.WriteObjectIdentifier(RsaSsaPss);
                    PssParametersEncoding.Write(writer, algorithm.OnlyPss);
                    break;
                case KeyKind.Ed25519:
                    writer.WriteObjectIdentifier(Ed25519);
                    break;
                case KeyKind.Ed448:
                    writer.WriteObjectIdentifier(Ed448);
                    break;
                default:
                    writer.WriteObjectIdentifier(EcPublicKey);
                    writer.WriteObjectIdentifier(CurveOid(algorithm.Kind));
                    break;
            }
        }
    }

    private static KeyAlgorithm ReadRsa(AsnReader identifier)
    {
        identifier.ReadNull();
        return new KeyAlgorithm(KeyKind.Rsa);
    }

    private static KeyAlgorithm? ReadCurve(AsnReader identifier)
    {
        // Only named curves (RFC 5480 §2.1.1): explicit parameters let a peer choose a curve of its own making (CVE-2020-0601).
        if (!identifier.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
        {
            return null;
        }
        string curve = identifier.ReadObjectIdentifier();
        foreach (KeyKind kind in (ReadOnlySpan<KeyKind>)[KeyKind.EcP256, KeyKind.EcP384, KeyKind.EcP521])
        {
            if (curve == CurveOid(kind))
            {
                return new KeyAlgorithm(kind);
            }
        }
        return null;
    }
}
