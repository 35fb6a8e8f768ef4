using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>
/// What a client offers, kept until the server has chosen from it: randoms, key shares, pre-shared keys. A second hello after
/// HelloRetryRequest repeats it but for what the server asked to change.
/// </summary>
internal sealed class ClientOffer : IDisposable
{
    private const int SessionIdLength = 32;

    private readonly Dictionary<NamedGroup, KeyExchangeOffer> _shares = [];
    private readonly List<OfferedPreSharedKey> _preSharedKeys = [];

    private ClientOffer(ClientHandshakeOptions options)
    {
        Options = options;
        CryptographyProvider provider = options.Cryptography;
        byte[] random = new byte[32];
        provider.FillRandom(random);
        Random = random;
        byte[] sessionId = new byte[options.MiddleboxCompatibility && options.Has(ProtocolVersion.Tls13) ? SessionIdLength : 0];
        provider.FillRandom(sessionId);
        SessionId = sessionId;
        Grease = options.Grease ? GreaseValues.Choose(provider) : null;
        Suites13 = ResolveSuites(options);
        Groups = [.. options.Groups.Where(group => GroupRules.Resolve(group, provider) is not null)];
    }

    public ClientHandshakeOptions Options { get; }

    public ReadOnlyMemory<byte> Random { get; }

    public ReadOnlyMemory<byte> SessionId { get; }

    /// <summary>Reserved values for this connection; null when they are off.</summary>
    public GreaseValues? Grease { get; }

    /// <summary>The TLS 1.3 suites that are offered and can be used.</summary>
    public IReadOnlyList<Suite13> Suites13 { get; }

    /// <summary>The groups that are offered and can be used.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; }

    /// <summary>Key shares in the order of the groups.</summary>
    public IEnumerable<KeyShareEntry> Shares
    {
        get
        {
            foreach (NamedGroup group in Groups)
            {
                if (_shares.TryGetValue(group, out KeyExchangeOffer? share))
                {
                    yield return new KeyShareEntry(group, share.PublicValue.ToArray());
                }
            }
        }
    }

    /// <summary>Whether a share for a reserved group goes along; a second hello has the one share that was asked for.</summary>
    public bool HasGreaseShare { get; private set; } = true;

    public IReadOnlyList<OfferedPreSharedKey> PreSharedKeys => _preSharedKeys;

    /// <summary>What the last hello asked for.</summary>
    public ExtensionSet Extensions { get; set; } = ExtensionSet.Empty;

    public static ClientOffer Make(ClientHandshakeOptions options, DateTimeOffset now)
    {
        var offer = new ClientOffer(options);
        if (options.Has(ProtocolVersion.Tls13))
        {
            IEnumerable<NamedGroup> first = options.KeyShareGroups ?? offer.Groups.Take(1);
            foreach (NamedGroup group in first)
            {
                offer.AddShare(group);
            }

            offer.AddSessions(now);
            offer.AddExternalKeys();
        }

        return offer;
    }

    public bool HasShare(NamedGroup group) => _shares.ContainsKey(group);

    /// <summary>Takes a share out of the offer; the caller owns it. Null when there is none for the group.</summary>
    public KeyExchangeOffer? TakeShare(NamedGroup group) => _shares.Remove(group, out KeyExchangeOffer? share) ? share : null;

    /// <summary>Replaces all shares by one for the group that HelloRetryRequest names (RFC 9846 §4.2.4).</summary>
    public void OfferOnly(NamedGroup group)
    {
        DisposeShares();
        HasGreaseShare = false;
        AddShare(group);
    }

    /// <summary>Drops the keys that do not fit the suite of HelloRetryRequest (RFC 9846 §4.2.4).</summary>
    public void KeepPreSharedKeysFor(HashFunction hash)
    {
        foreach (OfferedPreSharedKey key in _preSharedKeys.Where(key => key.Hash.Name != hash.Name).ToArray())
        {
            _preSharedKeys.Remove(key);
            key.Dispose();
        }
    }

    public void Dispose()
    {
        DisposeShares();
        _preSharedKeys.ForEach(key => key.Dispose());
        _preSharedKeys.Clear();
    }

    private static Suite13[] ResolveSuites(ClientHandshakeOptions options)
    {
        if (!options.Has(ProtocolVersion.Tls13))
        {
            return [];
        }

        return [.. options.CipherSuites.Select(suite => Suite13.Resolve(suite, options.Cryptography)).OfType<Suite13>()];
    }

    private void AddShare(NamedGroup group)
    {
        if (GroupRules.Resolve(group, Options.Cryptography) is { } exchange)
        {
            _shares[group] = exchange.Offer();
        }
    }

    private void AddSessions(DateTimeOffset now)
    {
        foreach (TlsSession session in Options.Sessions)
        {
            if (_preSharedKeys.Count == Options.MaxOfferedSessions)
            {
                return;
            }

            if (HashFor(session, now) is { } hash && session.TryTake())
            {
                _preSharedKeys.Add(OfferedPreSharedKey.From(session, hash));
            }
        }
    }

    /// <summary>The hash of a session that fits this connection in everything that decided the peer's authentication; null otherwise.</summary>
    private HashFunction? HashFor(TlsSession session, DateTimeOffset now)
    {
        bool fits = session.Version == ProtocolVersion.Tls13
            && !session.IsExpired(now)
            && string.Equals(session.ServerName, Options.ServerName, StringComparison.OrdinalIgnoreCase)
            && (session.ApplicationProtocol is { } protocol
                ? Options.ApplicationProtocols.Contains(protocol)
                : Options.ApplicationProtocols.Count == 0)
            && session.AuthenticationContext.Span.SequenceEqual(Options.AuthenticationContext.Span);
        return fits ? Suites13.FirstOrDefault(suite => suite.Suite == session.CipherSuite)?.Hash : null;
    }

    private void AddExternalKeys()
    {
        foreach (ExternalPreSharedKey key in Options.PreSharedKeys)
        {
            if (Suites13.FirstOrDefault(suite => suite.Hash.Name == key.HashName) is { } suite)
            {
                _preSharedKeys.Add(OfferedPreSharedKey.From(key, suite.Hash));
            }
        }
    }

    private void DisposeShares()
    {
        foreach (KeyExchangeOffer share in _shares.Values)
        {
            share.Dispose();
        }

        _shares.Clear();
    }
}
