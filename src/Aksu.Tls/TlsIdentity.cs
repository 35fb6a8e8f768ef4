using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Negotiation;

namespace Aksu.Tls;

/// <summary>
/// A certificate chain, or a raw public key, with the private key that proves it, ready to be presented. Immutable and thread-safe; it does
/// not own the key, which must outlive the connections that use it. An <see cref="Identity"/> is turned into one by itself.
/// </summary>
public sealed class TlsIdentity
{
    private TlsIdentity(
        IReadOnlyList<Certificate> chain,
        CertifiedKey key,
        Func<SigningRequest, CancellationToken, ValueTask<ReadOnlyMemory<byte>>>? signer)
    {
        Chain = chain;
        CertifiedKey = key;
        Signer = signer;
        Names = chain.Count > 0 ? LeafNames.Of(chain[0]) : [];
    }

    /// <summary>The certificates that are sent, leaf first, without the root; empty for a raw public key.</summary>
    public IReadOnlyList<Certificate> Chain { get; }

    /// <summary>The certificate that is presented.</summary>
    /// <exception cref="InvalidOperationException">It is a raw public key.</exception>
    public Certificate Certificate =>
        Chain.Count > 0 ? Chain[0] : throw new InvalidOperationException("A raw public key is presented without a certificate.");

    /// <summary>The raw public key that is presented; null where it is a certificate.</summary>
    public PublicKeyInfo? RawPublicKey { get; private init; }

    /// <summary>
    /// The names for which a server presents it: those of the certificate; empty when it has none, and then it fits any name.
    /// </summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether the private key is elsewhere.</summary>
    public bool IsRemote => Signer is not null;

    internal CertifiedKey CertifiedKey { get; }

    internal Func<SigningRequest, CancellationToken, ValueTask<ReadOnlyMemory<byte>>>? Signer { get; }

    /// <summary>An identity whose key is here.</summary>
    /// <param name="identity">The chain and its key; must not be disposed of while connections use it.</param>
    /// <param name="ocspResponse">A DER OCSP response to staple (RFC 6066 §8); empty for that of the identity, if there is one.</param>
    /// <param name="signedCertificateTimestamps">Timestamps to send (RFC 6962 §3.3), each as its TLS encoding; null for none.</param>
    public static TlsIdentity From(
        Identity identity, ReadOnlyMemory<byte> ocspResponse =
            default, IReadOnlyList<ReadOnlyMemory<byte>>? signedCertificateTimestamps = null)
    {
        ArgumentNullException.ThrowIfNull(identity);
        IReadOnlyList<Certificate> chain = WithoutRoot(identity.Chain);
        ReadOnlyMemory<byte> stapled = ocspResponse.IsEmpty ? identity.OcspResponse : ocspResponse;
        return new TlsIdentity(
            chain, Describe(new CertifiedKey(DerOf(chain), identity.Key), chain, stapled, signedCertificateTimestamps), signer: null);
    }

    /// <summary>
    /// A bare key without certificates (RFC 7250), for peers that know it and take raw public keys; to others it is not presented. A server
    /// presents it for any name.
    /// </summary>
    /// <param name="key">The private key; must not be disposed of while connections use it.</param>
    public static TlsIdentity FromRawPublicKey(SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new TlsIdentity([], CertifiedKey.RawPublicKey(key), signer: null)
        {
            RawPublicKey = PublicKeyInfo.Parse(key.SubjectPublicKeyInfo.Span),
        };
    }

    /// <summary>An identity whose key is elsewhere: in a hardware module, behind a network service.</summary>
    /// <param name="chain">The certificates, leaf first.</param>
    /// <param name="signer">
    /// Signs what a handshake asks for. May run for several connections at once; what it throws ends the handshake and comes out as the
    /// inner exception.
    /// </param>
    /// <param name="ocspResponse">A DER OCSP response to staple (RFC 6066 §8); empty for none.</param>
    /// <param name="provider">Reads the leaf's public key; null for the default.</param>
    /// <exception cref="ArgumentException">The chain is empty, or its leaf's key is of a kind that is not supported.</exception>
    public static TlsIdentity WithRemoteKey(
        IEnumerable<Certificate> chain,
        Func<SigningRequest, CancellationToken, ValueTask<ReadOnlyMemory<byte>>> signer,
        ReadOnlyMemory<byte> ocspResponse = default,
        CryptographyProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(signer);
        IReadOnlyList<Certificate> sent = WithoutRoot([.. chain]);
        CertifiedKey key = CertifiedKey.WithRemoteKey(DerOf(sent), provider ?? CryptographyProvider.Default);
        return new TlsIdentity(sent, Describe(key, sent, ocspResponse, null), signer);
    }

    /// <summary>An identity whose key is here.</summary>
    public static implicit operator TlsIdentity(Identity identity) => From(identity);

    /// <summary>The subject of the certificate, or the kind of the raw public key.</summary>
    public override string ToString() => RawPublicKey is { } key ? $"raw public key, {key}" : Certificate.ToString();

    private static CertifiedKey Describe(
        CertifiedKey key,
        IReadOnlyList<Certificate> chain,
        ReadOnlyMemory<byte> ocspResponse,
        IReadOnlyList<ReadOnlyMemory<byte>>? timestamps) =>
        key with
        {
            ChainSignatureSchemes = ChainSchemes.Of(chain),
            IssuerNames = [.. chain.Select(static certificate => certificate.Issuer.Der)],
            OcspResponse = ocspResponse,
            SignedCertificateTimestamps = timestamps ?? [],
        };

    /// <summary>The peer has the root already, or does not trust it (RFC 9846 §4.5.1).</summary>
    private static IReadOnlyList<Certificate> WithoutRoot(IReadOnlyList<Certificate> chain) =>
        chain is [.., { IsSelfIssued: true }] && chain.Count > 1 ? [.. chain.SkipLast(1)] : [.. chain];

    private static IReadOnlyList<ReadOnlyMemory<byte>> DerOf(IReadOnlyList<Certificate> chain) =>
        [.. chain.Select(static certificate => certificate.Der)];
}
