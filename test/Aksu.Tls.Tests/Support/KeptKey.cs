using Aksu.Cryptography;

namespace Aksu.Tls.Tests.Support;

/// <summary>A key that another owner disposes of.</summary>
internal sealed class KeptKey(SigningKey key) : SigningKey
{
    public override KeyKind Kind => key.Kind;

    public override int KeySizeInBits => key.KeySizeInBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => key.SubjectPublicKeyInfo;

    public override int MaxSignatureSize => key.MaxSignatureSize;

    public override bool Supports(SignatureAlgorithm algorithm) => key.Supports(algorithm);

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination) =>
        key.Sign(algorithm, data, destination);

    public override void Dispose()
    {
    }
}
