using Curve25519 = Org.BouncyCastle.Math.EC.Rfc7748.X25519;
using Curve448 = Org.BouncyCastle.Math.EC.Rfc7748.X448;

namespace Aksu.Cryptography.BouncyCastle;

/// <summary>The two functions of RFC 7748 §5, with one face.</summary>
internal sealed class MontgomeryFunction
{
    public delegate void PublicFromPrivate(ReadOnlySpan<byte> privateKey, Span<byte> publicKey);

    public delegate bool SharedSecret(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> peer, Span<byte> secret);

    private MontgomeryFunction(string name, int size, PublicFromPrivate derivePublic, SharedSecret agree)
    {
        Name = name;
        Size = size;
        DerivePublic = derivePublic;
        Agree = agree;
    }

    public static MontgomeryFunction X25519 { get; } =
        new("x25519", Curve25519.PointSize, Curve25519.GeneratePublicKey, Curve25519.CalculateAgreement);

    public static MontgomeryFunction X448 { get; } =
        new("x448", Curve448.PointSize, Curve448.GeneratePublicKey, Curve448.CalculateAgreement);

    public string Name { get; }

    /// <summary>Bytes of a private key, of a public key and of the secret.</summary>
    public int Size { get; }

    public PublicFromPrivate DerivePublic { get; }

    /// <summary>False for an all-zero result, which a peer forces with a point of small order (RFC 7748 §6).</summary>
    public SharedSecret Agree { get; }
}
