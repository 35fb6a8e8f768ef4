using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Options;

/// <summary>
/// A certificate chain, or a raw public key (RFC 7250), and the private key that proves it. Immutable and thread-safe; it does not own the
/// key, which must outlive the connections that use it.
/// </summary>
public sealed record CertifiedKey
{
    /// <summary>A chain whose private key is here.</summary>
    /// <param name="chain">DER certificates, leaf first, without the root.</param>
    /// <param name="key">The leaf's private key.</param>
    /// <exception cref="ArgumentException">The chain is empty, or its leaf holds another public key.</exception>
    public CertifiedKey(IReadOnlyList<ReadOnlyMemory<byte>> chain, SigningKey key)
        : this(chain, key?.Kind ?? throw new ArgumentNullException(nameof(key)))
    {
        if (!PublicKeyOf(chain).SequenceEqual(key.SubjectPublicKeyInfo.Span))
        {
            throw new ArgumentException("The key does not belong to the first certificate of the chain.", nameof(key));
        }

        Key = key;
    }

    private CertifiedKey(IReadOnlyList<ReadOnlyMemory<byte>> chain, KeyKind kind)
    {
        Chain = ListCopy.OfBytes(chain);
        KeyKind = kind;
    }

    /// <summary>A bare key without certificates, for peers that know it (RFC 7250), whose private key is here.</summary>
    /// <param name="key">The private key.</param>
    public static CertifiedKey RawPublicKey(SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new CertifiedKey([key.SubjectPublicKeyInfo.ToArray()], key.Kind)
        {
            Key = key,
            CertificateType = CertificateType.RawPublicKey,
        };
    }

    /// <summary>The same with a private key that is elsewhere.</summary>
    /// <param name="subjectPublicKeyInfo">The public key, DER.</param>
    /// <param name="provider">Reads it.</param>
    /// <exception cref="ArgumentException">The key cannot be read or is of a kind that is not supported.</exception>
    public static CertifiedKey RawPublicKeyWithRemoteKey(ReadOnlyMemory<byte> subjectPublicKeyInfo, CryptographyProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        using VerificationKey key = provider.ImportPublicKey(subjectPublicKeyInfo.Span)
            ?? throw new ArgumentException("The public key is of a kind that is not supported.", nameof(subjectPublicKeyInfo));
        return new CertifiedKey([subjectPublicKeyInfo.ToArray()], key.Kind) { CertificateType = CertificateType.RawPublicKey };
    }

    /// <summary>A chain whose private key is elsewhere: the engine suspends with a signature request when it has to be used.</summary>
    /// <param name="chain">DER certificates, leaf first, without the root.</param>
    /// <param name="provider">Reads the leaf's public key.</param>
    /// <exception cref="ArgumentException">The chain is empty or its leaf's key is of a kind that is not supported.</exception>
    public static CertifiedKey WithRemoteKey(IReadOnlyList<ReadOnlyMemory<byte>> chain, CryptographyProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        using VerificationKey key = provider.ImportPublicKey(PublicKeyOf(chain))
            ?? throw new ArgumentException("The first certificate's public key is of a kind that is not supported.", nameof(chain));
        return new CertifiedKey(chain, key.Kind);
    }

    /// <summary>DER certificates, leaf first; or one DER SubjectPublicKeyInfo.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; }

    /// <summary>What <see cref="Chain"/> holds.</summary>
    public CertificateType CertificateType { get; private init; }

    /// <summary>The private key; null when it is elsewhere.</summary>
    public SigningKey? Key { get; private init; }

    /// <summary>The kind of the leaf's key.</summary>
    public KeyKind KeyKind { get; }

    /// <summary>
    /// The schemes with which the certificates of the chain are signed, as far as known; empty means that any peer is taken to be able to
    /// verify them.
    /// </summary>
    public IReadOnlyList<SignatureScheme> ChainSignatureSchemes { get; init => field = ListCopy.Of(value); } = [];

    /// <summary>DER names of the chain's issuers, to match certificate_authorities; empty when not known.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> IssuerNames { get; init => field = ListCopy.OfBytes(value); } = [];

    /// <summary>
    /// The schemes this key may sign with, most preferred first, whatever is accepted from the peer; null for those of the options that fit
    /// the key.
    /// </summary>
    public IReadOnlyList<SignatureScheme>? SignatureSchemes { get; init => field = value is null ? null : ListCopy.Of(value); }

    /// <summary>A DER OCSP response to staple (RFC 6066 §8); empty for none.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; init => field = value.ToArray(); }

    /// <summary>Signed certificate timestamps to send (RFC 6962 §3.3), each as its TLS encoding; empty for none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedCertificateTimestamps { get; init => field = ListCopy.OfBytes(value); } = [];

    private static ReadOnlySpan<byte> PublicKeyOf(IReadOnlyList<ReadOnlyMemory<byte>> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.Count == 0)
        {
            throw new ArgumentException("The chain is empty.", nameof(chain));
        }

        return CertificatePublicKey.TryRead(chain[0].Span, out ReadOnlySpan<byte> publicKey)
            ? publicKey
            : throw new ArgumentException("The first entry of the chain is not a DER certificate.", nameof(chain));
    }
}
