using System.Buffers.Binary;
using Aksu.BogoShim.Flags;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>What this side can present: the credentials of the flags, in their order, as certified keys.</summary>
internal sealed class Identities
{
    // What BoringSSL signs with, in its order.
    private static readonly SignatureScheme[] UsualSchemes =
    [
        SignatureScheme.Ed25519, SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPkcs1Sha256,
        SignatureScheme.EcdsaSecp384r1Sha384, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPkcs1Sha384,
        SignatureScheme.EcdsaSecp521r1Sha512, SignatureScheme.RsaPssRsaeSha512, SignatureScheme.RsaPkcs1Sha512,
        SignatureScheme.EcdsaSha1, SignatureScheme.RsaPkcs1Sha1,
    ];

    private readonly List<(CertifiedKey Key, int Index)> _keys = [];
    private readonly Dictionary<CertifiedKey, SigningKey> _remote = new(ReferenceEqualityComparer.Instance);

    private Identities()
    {
    }

    /// <summary>Most preferred first.</summary>
    public IEnumerable<CertifiedKey> Keys => _keys.Select(static entry => entry.Key);

    public static Identities Load(ShimConfiguration configuration)
    {
        var identities = new Identities();
        for (int i = 0; i < configuration.Credentials.Count; i++)
        {
            if (!configuration.Credentials[i].IsPreSharedKey)
            {
                identities.Add(configuration.Credentials[i], i, configuration);
            }
        }

        if (!configuration.DefaultCredential.IsEmpty)
        {
            identities.Add(configuration.DefaultCredential, index: -1, configuration);
        }

        identities.OrderBy(configuration.OwnCertificateTypes);
        return identities;
    }

    /// <summary>The key behind one that stands outside the engine.</summary>
    public SigningKey KeyOf(CertifiedKey remote) => _remote[remote];

    /// <summary>Which credential has this chain; −1 for the default one, or none.</summary>
    public int IndexOf(IReadOnlyList<ReadOnlyMemory<byte>> chain)
    {
        foreach ((CertifiedKey key, int index) in _keys)
        {
            // Two credentials may hold the same certificates.
            if (ReferenceEquals(chain, key.Chain))
            {
                return index;
            }
        }

        return -1;
    }

    private void Add(Credential credential, int index, ShimConfiguration configuration)
    {
        CryptographyProvider provider = CryptographyProvider.Default;
        SigningKey signingKey = provider.ImportPrivateKey(PemFile.Read(credential.KeyFile!)[0].Span)
            ?? throw new UnsupportedException("ML-DSA: not yet (a key)");
        IReadOnlyList<ReadOnlyMemory<byte>> chain =
            credential.IsRaw ? [signingKey.SubjectPublicKeyInfo] : PemFile.Read(credential.CertificateFile!);
        CertifiedKey Complete(CertifiedKey key) => key with
        {
            SignatureSchemes = credential.Schemes ?? configuration.Policy?.Schemes ?? UsualSchemes,
            OcspResponse = configuration.DeclinesOcsp ? default : credential.OcspResponse,
            SignedCertificateTimestamps = credential.Timestamps is { } list ? SplitTimestamps(list) : [],
            IssuerNames = credential.MustMatchIssuer ? [.. chain.Select(static c => Certificate.Parse(c.Span).Issuer.Der)] : [],
        };

        if (configuration.IsAsync)
        {
            CertifiedKey remote = Complete(credential.IsRaw
                ? CertifiedKey.RawPublicKeyWithRemoteKey(chain[0], provider)
                : CertifiedKey.WithRemoteKey(chain, provider));
            _remote.Add(remote, signingKey);
            _keys.Add((remote, index));
        }

        // A key that stands outside cannot take a pre-master secret.
        if (!configuration.IsAsync || signingKey.SupportsKeyTransport)
        {
            _keys.Add((Complete(credential.IsRaw ? CertifiedKey.RawPublicKey(signingKey) : new CertifiedKey(chain, signingKey)), index));
        }
    }

    /// <summary>Puts the keys into the order of their types.</summary>
    private void OrderBy(List<CertificateType>? types)
    {
        if (types is null)
        {
            return;
        }

        if (types.Any(type => _keys.All(entry => entry.Key.CertificateType != type)))
        {
            throw new UnsupportedException("A choice that the engine does not offer (a certificate type without a credential)");
        }

        (CertifiedKey Key, int Index)[] ordered =
            [.. _keys.Where(entry => types.Contains(entry.Key.CertificateType)).OrderBy(entry => types.IndexOf(entry.Key.CertificateType))];
        _keys.Clear();
        _keys.AddRange(ordered);
    }

    private static List<ReadOnlyMemory<byte>> SplitTimestamps(byte[] list)
    {
        var timestamps = new List<ReadOnlyMemory<byte>>();
        int length = list.Length < 2 ? -1 : BinaryPrimitives.ReadUInt16BigEndian(list);
        for (int at = 2; at < list.Length;)
        {
            int size = BinaryPrimitives.ReadUInt16BigEndian(list.AsSpan(at));
            timestamps.Add(list.AsMemory(at + 2, size));
            at += 2 + size;
        }

        return length == list.Length - 2 && timestamps.Count > 0
            ? timestamps
            : throw new ShimFailure(":InvalidTimestampList:");
    }
}
