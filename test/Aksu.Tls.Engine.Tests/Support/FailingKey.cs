using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A key that is here and does not sign: a token that was pulled out.</summary>
internal sealed class FailingKey(SigningKey key) : SigningKey
{
    public override KeyKind Kind => key.Kind;

    public override int KeySizeInBits => key.KeySizeInBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => key.SubjectPublicKeyInfo;

    public override int MaxSignatureSize => key.MaxSignatureSize;

    public static CertifiedKey Identity()
    {
        SigningKey key = TestKeys.Signing(KeyKind.EcP256, 0, null);
        return new CertifiedKey([TestCertificate.For(key)], new FailingKey(key));
    }

    public override bool Supports(SignatureAlgorithm algorithm) => key.Supports(algorithm);

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination) =>
        throw new CryptographicException("The token is gone.");

    public override void Dispose() => key.Dispose();
}
