using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki;

/// <summary>A public key as it stands in a certificate or as a raw public key (RFC 7250). Immutable and thread-safe.</summary>
public sealed class PublicKeyInfo
{
    private PublicKeyInfo(ReadOnlyMemory<byte> der, PublicKeyAlgorithm algorithm, int keySizeInBits)
    {
        Der = der;
        Algorithm = algorithm;
        KeySizeInBits = keySizeInBits;
    }

    /// <summary>Reads a DER SubjectPublicKeyInfo; the bytes are copied.</summary>
    /// <exception cref="CertificateException">The structure is malformed.</exception>
    public static PublicKeyInfo Parse(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        try
        {
            return Read(subjectPublicKeyInfo.ToArray());
        }
        catch (AsnContentException error)
        {
            throw CertificateException.IsMalformed("The public key", error);
        }
    }

    /// <summary>The DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>The kind of key.</summary>
    public PublicKeyAlgorithm Algorithm { get; }

    /// <summary>Length of the modulus or of the curve's field in bits; 0 when not known.</summary>
    public int KeySizeInBits { get; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo: what a pin holds (RFC 7469 §2.4).</summary>
    public byte[] Sha256() => SHA256.HashData(Der.Span);

    /// <summary>For people, e.g. <c>RSA 2048 bits</c> or <c>ECDSA P-256</c>.</summary>
    public override string ToString() => Algorithm switch
    {
        PublicKeyAlgorithm.Rsa => $"RSA {KeySizeInBits} bits",
        PublicKeyAlgorithm.RsaPss => $"RSA-PSS {KeySizeInBits} bits",
        PublicKeyAlgorithm.EcP256 => "ECDSA P-256",
        PublicKeyAlgorithm.EcP384 => "ECDSA P-384",
        PublicKeyAlgorithm.EcP521 => "ECDSA P-521",
        PublicKeyAlgorithm.EcOther => "elliptic curve that is not supported",
        PublicKeyAlgorithm.Ed25519 => "Ed25519",
        PublicKeyAlgorithm.Ed448 => "Ed448",
        PublicKeyAlgorithm.Dsa => "DSA",
        _ => "unknown kind of key",
    };

    internal static PublicKeyInfo Read(ReadOnlyMemory<byte> der)
    {
        var outer = new DerReader(der.Span);
        DerReader info = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        DerReader algorithm = info.ReadSequence();
        ReadOnlySpan<byte> oid = algorithm.ReadOid();
        ReadOnlySpan<byte> parameters = algorithm.Rest;
        if (!algorithm.IsEmpty)
        {
            algorithm.ReadEncoded();
            algorithm.ThrowIfNotEmpty();
        }

        ReadOnlySpan<byte> key = info.ReadOctetsInBitString();
        info.ThrowIfNotEmpty();
        (PublicKeyAlgorithm kind, int size) = Classify(oid, parameters, key);
        return new PublicKeyInfo(der, kind, size);
    }

    private static (PublicKeyAlgorithm Algorithm, int Size) Classify(
        ReadOnlySpan<byte> oid, ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> key)
    {
        if (oid.SequenceEqual(Oids.RsaEncryption))
        {
            return (PublicKeyAlgorithm.Rsa, RsaModulusBits(key));
        }

        if (oid.SequenceEqual(Oids.RsassaPss))
        {
            return (PublicKeyAlgorithm.RsaPss, RsaModulusBits(key));
        }

        if (oid.SequenceEqual(Oids.EcPublicKey))
        {
            return Curve(parameters);
        }

        if (oid.SequenceEqual(Oids.Ed25519))
        {
            return (PublicKeyAlgorithm.Ed25519, 255);
        }

        if (oid.SequenceEqual(Oids.Ed448))
        {
            return (PublicKeyAlgorithm.Ed448, 448);
        }

        return oid.SequenceEqual(Oids.Dsa) ? (PublicKeyAlgorithm.Dsa, 0) : (PublicKeyAlgorithm.Unknown, 0);
    }

    private static (PublicKeyAlgorithm Algorithm, int Size) Curve(ReadOnlySpan<byte> parameters)
    {
        var reader = new DerReader(parameters);
        if (!reader.NextIs(Asn1Tag.ObjectIdentifier))
        {
            return (PublicKeyAlgorithm.EcOther, 0);
        }

        ReadOnlySpan<byte> curve = reader.ReadOid();
        if (curve.SequenceEqual(Oids.P256))
        {
            return (PublicKeyAlgorithm.EcP256, 256);
        }

        if (curve.SequenceEqual(Oids.P384))
        {
            return (PublicKeyAlgorithm.EcP384, 384);
        }

        return curve.SequenceEqual(Oids.P521) ? (PublicKeyAlgorithm.EcP521, 521) : (PublicKeyAlgorithm.EcOther, 0);
    }

    private static int RsaModulusBits(ReadOnlySpan<byte> key)
    {
        var outer = new DerReader(key);
        DerReader rsa = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlySpan<byte> modulus = rsa.ReadInteger();
        ReadOnlySpan<byte> exponent = rsa.ReadInteger();
        rsa.ThrowIfNotEmpty();

        // A long exponent makes each check as slow as signing; nobody uses one.
        const int MaxExponentLength = 8;
        bool isExponentOutOfRange = exponent.Length > MaxExponentLength || (exponent.Length == 1 && exponent[0] < 3);
        if ((modulus[0] & 0x80) != 0 || (exponent[0] & 0x80) != 0 || (exponent[^1] & 1) == 0 || (modulus[^1] & 1) == 0
            || isExponentOutOfRange)
        {
            throw new MalformedDerException("an RSA key has an impossible modulus or exponent");
        }

        ReadOnlySpan<byte> magnitude = modulus[0] == 0 ? modulus[1..] : modulus;
        return magnitude.IsEmpty ? 0 : magnitude.Length * 8 - System.Numerics.BitOperations.LeadingZeroCount((uint)magnitude[0] << 24);
    }
}
