using Curve25519 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;
using Curve448 = Org.BouncyCastle.Math.EC.Rfc8032.Ed448;

namespace Aksu.Cryptography.BouncyCastle;

/// <summary>The two signature schemes of RFC 8032 (pure, without context), with one face.</summary>
internal abstract class EdwardsCurve
{
    /// <summary>Checks one signature under one prepared public key.</summary>
    public delegate bool Verifier(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    public static EdwardsCurve Ed25519 { get; } = new Edwards25519();

    public static EdwardsCurve Ed448 { get; } = new Edwards448();

    public abstract KeyKind Kind { get; }

    public abstract SignatureAlgorithm Algorithm { get; }

    public abstract int FieldBits { get; }

    /// <summary>Bytes of a private seed and of a public key.</summary>
    public abstract int KeySize { get; }

    public abstract int SignatureSize { get; }

    public static EdwardsCurve Of(KeyKind kind) => kind switch
    {
        KeyKind.Ed25519 => Ed25519,
        KeyKind.Ed448 => Ed448,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public abstract void DerivePublic(ReadOnlySpan<byte> seed, Span<byte> publicKey);

    public abstract void Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, Span<byte> signature);

    /// <summary>Decodes a public key once for many verifications; null when it is no point of the curve.</summary>
    public abstract Verifier? PrepareVerification(ReadOnlySpan<byte> publicKey);

    private sealed class Edwards25519 : EdwardsCurve
    {
        public override KeyKind Kind => KeyKind.Ed25519;

        public override SignatureAlgorithm Algorithm => SignatureAlgorithm.Ed25519;

        public override int FieldBits => 255;

        public override int KeySize => Curve25519.PublicKeySize;

        public override int SignatureSize => Curve25519.SignatureSize;

        public override void DerivePublic(ReadOnlySpan<byte> seed, Span<byte> publicKey) => Curve25519.GeneratePublicKey(seed, publicKey);

        public override void Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, Span<byte> signature) =>
            Curve25519.Sign(seed, publicKey, data, signature);

        public override Verifier? PrepareVerification(ReadOnlySpan<byte> publicKey) =>
            Curve25519.ValidatePublicKeyPartialExport(publicKey) is { } point
                ? (data, signature) => Curve25519.Verify(signature, point, data)
                : null;
    }

    private sealed class Edwards448 : EdwardsCurve
    {
        private static readonly byte[] NoContext = [];

        public override KeyKind Kind => KeyKind.Ed448;

        public override SignatureAlgorithm Algorithm => SignatureAlgorithm.Ed448;

        public override int FieldBits => 448;

        public override int KeySize => Curve448.PublicKeySize;

        public override int SignatureSize => Curve448.SignatureSize;

        public override void DerivePublic(ReadOnlySpan<byte> seed, Span<byte> publicKey) => Curve448.GeneratePublicKey(seed, publicKey);

        public override void Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, Span<byte> signature) =>
            Curve448.Sign(seed, publicKey, NoContext, data, signature);

        public override Verifier? PrepareVerification(ReadOnlySpan<byte> publicKey) =>
            Curve448.ValidatePublicKeyPartialExport(publicKey) is { } point
                ? (data, signature) => Curve448.Verify(signature, point, NoContext, data)
                : null;
    }
}
