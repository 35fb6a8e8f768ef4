using Aksu.Cryptography.Keys;

namespace Aksu.Testing;

/// <summary>Signs anything with the same few bytes.</summary>
internal sealed class NullSigningKey(KeyKind kind) : SigningKey
{
    private const int SignatureSize = 64;

    private readonly byte[] _publicKey = PublicKeyEncoding.Write(new KeyAlgorithm(kind), new byte[32]);

    public override KeyKind Kind => kind;

    public override int KeySizeInBits => NullVerificationKey.Bits(kind);

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => _publicKey;

    public override int MaxSignatureSize => SignatureSize;

    public override bool Supports(SignatureAlgorithm algorithm) => NullVerificationKey.Fits(kind, algorithm);

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        destination[..SignatureSize].Fill(0x51);
        return SignatureSize;
    }

    public override bool SupportsKeyTransport => kind == KeyKind.Rsa;

    /// <summary>Takes the first bytes as they are.</summary>
    public override void DecryptPreMasterSecret(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret)
    {
        preMasterSecret.Clear();
        ciphertext[..Math.Min(ciphertext.Length, preMasterSecret.Length)].CopyTo(preMasterSecret);
    }

    public override void Dispose()
    {
        // Nothing is held.
    }
}
