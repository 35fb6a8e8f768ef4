using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Aksu.Testing;

/// <summary>A public key whose encryption takes its padding from a stream; it checks signatures as the real one does.</summary>
internal sealed class DeterministicVerificationKey(VerificationKey inner, byte[] subjectPublicKeyInfo, DeterministicBytes paddings)
    : VerificationKey
{
    public override KeyKind Kind => inner.Kind;

    public override int KeySizeInBits => inner.KeySizeInBits;

    public override bool SupportsKeyTransport => inner.SupportsKeyTransport;

    public override bool Supports(SignatureAlgorithm algorithm) => inner.Supports(algorithm);

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        inner.Verify(algorithm, data, signature);

    public override int EncryptPreMasterSecret(ReadOnlySpan<byte> preMasterSecret, Span<byte> destination)
    {
        if (!SupportsKeyTransport)
        {
            throw new NotSupportedException("This key is not for key transport.");
        }
        var engine = new Pkcs1Encoding(new RsaEngine());
        engine.Init(
            forEncryption: true,
            new ParametersWithRandom(PublicKeyFactory.CreateKey(subjectPublicKeyInfo), DeterministicRandom.Over(paddings)));
        byte[] ciphertext = engine.ProcessBlock(preMasterSecret.ToArray(), 0, preMasterSecret.Length);
        ciphertext.CopyTo(destination);
        return ciphertext.Length;
    }

    public override void Dispose() => inner.Dispose();
}
