using System.Collections.Concurrent;

namespace Aksu.Pki.Verification;

/// <summary>
/// Certificates of accepted paths, found again by their bytes, so that each is parsed, and its signature checked, once. Only accepted paths
/// get in: a stranger can't fill it.
/// </summary>
internal sealed class CertificateCache
{
    private const int MaxPeers = 256;
    private const int MaxAuthorities = 256;

    private readonly ConcurrentDictionary<ReadOnlyMemory<byte>, Certificate> _peers = new(ByContent.Instance);
    private readonly ConcurrentDictionary<ReadOnlyMemory<byte>, Certificate> _authorities = new(ByContent.Instance);
    private int _peerCount;
    private int _authorityCount;

    public Certificate? Find(ReadOnlyMemory<byte> der) =>
        _authorities.TryGetValue(der, out Certificate? found) || _peers.TryGetValue(der, out found) ? found : null;

    public void Remember(CandidatePath path)
    {
        Remember(_peers, ref _peerCount, MaxPeers, path.Certificates[0]);
        for (int index = 1; index < path.Certificates.Count - 1; index++)
        {
            Remember(_authorities, ref _authorityCount, MaxAuthorities, path.Certificates[index]);
        }
    }

    /// <summary>A full cache starts anew: rare, cheap, and without bookkeeping on the way in.</summary>
    private static void Remember(ConcurrentDictionary<ReadOnlyMemory<byte>, Certificate> cache, ref int count, int limit,
        Certificate certificate)
    {
        if (!cache.TryAdd(certificate.Der, certificate))
        {
            return;
        }

        if (Interlocked.Increment(ref count) > limit)
        {
            cache.Clear();
            Interlocked.Exchange(ref count, 0);
        }
    }

    private sealed class ByContent : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public static readonly ByContent Instance = new();

        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> content)
        {
            // The end of a certificate is its signature: as good as random, and short.
            const int Tail = 32;
            var hash = new HashCode();
            hash.AddBytes(content.Length > Tail ? content.Span[^Tail..] : content.Span);
            return hash.ToHashCode();
        }
    }
}
