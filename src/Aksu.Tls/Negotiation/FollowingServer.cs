using Aksu.Pki;

namespace Aksu.Tls.Negotiation;

/// <summary>Server options with an identity in files: made ready anew when the files have changed. Thread-safe.</summary>
internal sealed class FollowingServer
{
    private readonly Lock _gate = new();
    private readonly TlsServerOptions _options;
    private PreparedServer _prepared;
    private Identity _identity;

    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FollowingServer(TlsServerOptions options)
    {
        _options = options;
        _identity = options.ReloadingIdentity!.Current;
        _prepared = new PreparedServer(With(_identity), earlier: null);
    }

    /// <summary>For the next connection.</summary>
    public PreparedServer Current
    {
        get
        {
            Identity newest = _options.ReloadingIdentity!.Current;
            lock (_gate)
            {
                if (!ReferenceEquals(newest, _identity))
                {
                    _prepared = new PreparedServer(With(newest), _prepared);
                    _identity = newest;
                }

                return _prepared;
            }
        }
    }

    private TlsServerOptions With(Identity identity) =>
        _options with { ReloadingIdentity = null, Identities = [identity, .. _options.Identities] };
}
