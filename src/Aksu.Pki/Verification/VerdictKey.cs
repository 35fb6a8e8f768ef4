namespace Aksu.Pki.Verification;

/// <summary>Everything in a request that a verdict rests on, but for the time and for evidence that has a date.</summary>
internal readonly struct VerdictKey : IEquatable<VerdictKey>
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _chain;
    private readonly ReadOnlyMemory<byte> _timestamps;
    private readonly ServerIdentity? _server;
    private readonly string? _email;
    private readonly CertificatePurpose _purpose;
    private readonly KeyUsage _keyUsage;

    /// <summary>A key over the request's own memory.</summary>
    public VerdictKey(VerificationRequest request)
        : this(request, request.Chain, request.SignedCertificateTimestamps)
    {
    }

    private VerdictKey(VerificationRequest request, IReadOnlyList<ReadOnlyMemory<byte>> chain, ReadOnlyMemory<byte> timestamps)
    {
        _chain = chain;
        _timestamps = timestamps;
        _server = request.ServerIdentity;
        _email = request.Email;
        _purpose = request.Purpose;
        _keyUsage = request.RequiredKeyUsage;
    }

    /// <summary>A key to be kept: it shares no memory with anybody who might change it.</summary>
    public static VerdictKey Kept(VerificationRequest request)
    {
        var chain = new ReadOnlyMemory<byte>[request.Chain.Count];
        for (int i = 0; i < chain.Length; i++)
        {
            chain[i] = request.Chain[i].ToArray();
        }

        return new VerdictKey(request, chain, request.SignedCertificateTimestamps.ToArray());
    }

    public bool Equals(VerdictKey other)
    {
        if (_purpose != other._purpose || _keyUsage != other._keyUsage || _email != other._email || !Equals(_server, other._server)
            || !_timestamps.Span.SequenceEqual(other._timestamps.Span) || _chain.Count != other._chain.Count)
        {
            return false;
        }

        for (int i = 0; i < _chain.Count; i++)
        {
            if (!_chain[i].Span.SequenceEqual(other._chain[i].Span))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is VerdictKey other && Equals(other);

    public override int GetHashCode()
    {
        // The end of a certificate is its signature: as good as random, and short.
        const int Tail = 32;
        ReadOnlySpan<byte> peer = _chain[0].Span;
        var hash = new HashCode();
        hash.AddBytes(peer.Length > Tail ? peer[^Tail..] : peer);
        return hash.ToHashCode();
    }
}
