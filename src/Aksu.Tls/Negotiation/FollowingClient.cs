using Aksu.Pki;

namespace Aksu.Tls.Negotiation;

/// <summary>
/// Client options made ready for many connections; with an identity in files, anew when the files have changed. Thread-safe.
/// </summary>
internal sealed class FollowingClient
{
    private readonly Lock _gate = new();
    private PreparedClient _prepared;
    private Identity? _identity;

    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FollowingClient(TlsClientOptions options)
    {
        Options = options;
        _identity = options.ReloadingIdentity?.Current;
        _prepared = new PreparedClient(With(_identity));
    }

    public TlsClientOptions Options { get; }

    /// <summary>For the next connection.</summary>
    public PreparedClient Current
    {
        get
        {
            if (Options.ReloadingIdentity is not { } files)
            {
                return _prepared;
            }

            Identity newest = files.Current;
            lock (_gate)
            {
                if (!ReferenceEquals(newest, _identity))
                {
                    _prepared = new PreparedClient(With(newest), _prepared);
                    _identity = newest;
                }

                return _prepared;
            }
        }
    }

    private TlsClientOptions With(Identity? identity) =>
        identity is null ? Options : Options with { ReloadingIdentity = null, Identities = [identity, .. Options.Identities] };
}
