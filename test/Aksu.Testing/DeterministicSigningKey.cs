using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace Aksu.Testing;

/// <summary>
/// A signing key that makes the same signature each time: ECDSA as in RFC 6979, PSS with a salt from a stream; PKCS#1 v1.5 and EdDSA are
/// deterministic by themselves and stay with the real key.
/// </summary>
internal sealed class DeterministicSigningKey(SigningKey inner, byte[] pkcs8, DeterministicBytes salts) : SigningKey
{
    public override KeyKind Kind => inner.Kind;

    public override int KeySizeInBits => inner.KeySizeInBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => inner.SubjectPublicKeyInfo;

    public override int MaxSignatureSize => inner.MaxSignatureSize;

    public override bool Supports(SignatureAlgorithm algorithm) => inner.Supports(algorithm);

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        if (!Supports(algorithm) || DigestOf(algorithm) is null)
        {
            return inner.Sign(algorithm, data, destination);
        }
        if (destination.Length < MaxSignatureSize)
        {
            throw new ArgumentException("The destination is too short for the signature.", nameof(destination));
        }

        byte[] content = data.ToArray();
        byte[] signature = Kind is KeyKind.Rsa or KeyKind.RsaPss
            ? Generate(algorithm, content)
            : RememberedResults.Get($"sign {algorithm}", pkcs8, content, () => Generate(algorithm, content))!;
        signature.CopyTo(destination);
        return signature.Length;
    }

    private byte[] Generate(SignatureAlgorithm algorithm, byte[] content)
    {
        IDigest digest = DigestOf(algorithm)!;
        AsymmetricKeyParameter key = PrivateKeyFactory.CreateKey(pkcs8);
        ISigner signer = key is ECPrivateKeyParameters
            ? new DsaDigestSigner(new ECDsaSigner(new HMacDsaKCalculator(digest)), DigestOf(algorithm))
            : new PssSigner(new RsaBlindedEngine(), digest, salts.Next(digest.GetDigestSize()));
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(content);
        return signer.GenerateSignature();
    }

    public override bool SupportsKeyTransport => inner.SupportsKeyTransport;

    public override void DecryptPreMasterSecret(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret) =>
        inner.DecryptPreMasterSecret(ciphertext, expectedVersion, preMasterSecret);

    public override void Dispose()
    {
        inner.Dispose();
        CryptographicOperations.ZeroMemory(pkcs8);
    }

    /// <summary>The hash of the algorithms that are made deterministic here; null for the others.</summary>
    private static IDigest? DigestOf(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaSha1 => new Sha1Digest(),
        SignatureAlgorithm.EcdsaSha256 or SignatureAlgorithm.RsaPssSha256 => new Sha256Digest(),
        SignatureAlgorithm.EcdsaSha384 or SignatureAlgorithm.RsaPssSha384 => new Sha384Digest(),
        SignatureAlgorithm.EcdsaSha512 or SignatureAlgorithm.RsaPssSha512 => new Sha512Digest(),
        _ => null,
    };
}
