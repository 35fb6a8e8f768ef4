using Aksu.Cryptography.Keys;

namespace Aksu.Testing;

/// <summary>Finds every signature right.</summary>
internal sealed class NullVerificationKey(KeyKind kind) : VerificationKey
{
    public override KeyKind Kind => kind;

    public override int KeySizeInBits => Bits(kind);

    public override bool Supports(SignatureAlgorithm algorithm) => Fits(kind, algorithm);

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => true;

    public override bool SupportsKeyTransport => kind == KeyKind.Rsa;

    /// <summary>The secret as it is, and zeros behind it up to the length of a modulus.</summary>
    public override int EncryptPreMasterSecret(ReadOnlySpan<byte> preMasterSecret, Span<byte> destination)
    {
        int size = Bits(kind) / 8;
        destination[..size].Clear();
        preMasterSecret.CopyTo(destination);
        return size;
    }

    public override void Dispose()
    {
        // Nothing is held.
    }

    internal static int Bits(KeyKind kind) => kind switch
    {
        KeyKind.EcP256 => 256,
        KeyKind.EcP384 => 384,
        KeyKind.EcP521 => 521,
        KeyKind.Ed25519 => 255,
        KeyKind.Ed448 => 448,
        _ => 2048,
    };

    internal static bool Fits(KeyKind kind, SignatureAlgorithm algorithm) => kind switch
    {
        KeyKind.Rsa or KeyKind.RsaPss => algorithm.FitsRsa(new KeyAlgorithm(kind), Bits(kind)),
        KeyKind.Ed25519 => algorithm == SignatureAlgorithm.Ed25519,
        KeyKind.Ed448 => algorithm == SignatureAlgorithm.Ed448,
        _ => algorithm.IsEcdsa,
    };
}
