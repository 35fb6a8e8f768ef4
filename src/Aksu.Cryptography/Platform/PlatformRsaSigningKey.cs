using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>Signing writes to nothing in the platform's object, so that threads may share it.</summary>
internal class PlatformRsaSigningKey : SigningKey
{
    private readonly KeyAlgorithm _algorithm;
    private readonly RSA _key;
    private readonly byte[] _publicKey;
    private readonly Lazy<RsaKeyTransport> _keyTransport;

    public PlatformRsaSigningKey(KeyAlgorithm algorithm, int modulusBits, RSA key)
    {
        _algorithm = algorithm;
        _key = key;
        KeySizeInBits = modulusBits;
        _keyTransport = new Lazy<RsaKeyTransport>(() => new RsaKeyTransport(key));
        _publicKey = PublicKeyEncoding.Write(algorithm, key.ExportRSAPublicKey());
    }

    public override KeyKind Kind => _algorithm.Kind;

    public override int KeySizeInBits { get; }

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => _publicKey;

    public override int MaxSignatureSize => (KeySizeInBits + 7) / 8;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm.FitsRsa(_algorithm, KeySizeInBits);

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        if (destination.Length < MaxSignatureSize)
        {
            throw new ArgumentException("The destination is too short for the signature.", nameof(destination));
        }
        if (algorithm == SignatureAlgorithm.RsaPkcs1Md5Sha1)
        {
            return Md5Sha1Signature.Sign(_key, data, destination);
        }
        RSASignaturePadding padding = algorithm.IsRsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        return _key.SignData(data, destination, algorithm.Hash, padding);
    }

    public override bool SupportsKeyTransport => Kind == KeyKind.Rsa;

    public sealed override void DecryptPreMasterSecret(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret)
    {
        if (!SupportsKeyTransport)
        {
            throw new NotSupportedException("This key is not for key transport.");
        }
        PreMasterSecret.ThrowIfWrongLength(preMasterSecret);
        Decrypt(ciphertext, expectedVersion, preMasterSecret);
    }

    public override void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Decrypt(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret) =>
        _keyTransport.Value.Decrypt(ciphertext, expectedVersion, preMasterSecret);

    protected virtual void Dispose(bool disposing) => _key.Dispose();
}
