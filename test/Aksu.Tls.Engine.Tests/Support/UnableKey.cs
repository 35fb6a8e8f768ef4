using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A key that supports no algorithm: of its kind, and of no use, as one that is too short for every hash.</summary>
internal sealed class UnableKey(SigningKey key) : SigningKey
{
    public override KeyKind Kind => key.Kind;

    public override int KeySizeInBits => key.KeySizeInBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => key.SubjectPublicKeyInfo;

    public override int MaxSignatureSize => key.MaxSignatureSize;

    public static CertifiedKey Identity()
    {
        SigningKey key = TestKeys.Signing(KeyKind.EcP256);
        return new CertifiedKey([TestCertificate.For(key)], new UnableKey(key));
    }

    public override bool Supports(SignatureAlgorithm algorithm) => false;

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination) =>
        throw new ArgumentException("The key does not support the algorithm.", nameof(algorithm));

    public override void Dispose() => key.Dispose();
}
