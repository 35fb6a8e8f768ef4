using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
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

    private readonly List<(NamedGroup Group, KeyExchangeOffer Offer)> _shares = new(capacity: 1);
    private List<OfferedPreSharedKey>? _preSharedKeys;

    private ClientOffer(ClientHandshakeOptions options, DateTimeOffset now)
    {
        Options = options;
        CryptographyProvider provider = options.Cryptography;
        byte[] random = new byte[32];
        provider.FillRandom(random);
        Random = random;
        Grease = options.Grease ? GreaseValues.Choose(provider) : null;
        Session12 = SessionToResume(now);
        SessionId = MakeSessionId();
    }

    public ClientHandshakeOptions Options { get; }

    public ReadOnlyMemory<byte> Random { get; }

    public ReadOnlyMemory<byte> SessionId { get; }

    /// <summary>Reserved values for this connection; null when they are off.</summary>
    public GreaseValues? Grease { get; }

    /// <summary>The TLS 1.3 suites that are offered and can be used.</summary>
    public IReadOnlyList<Suite13> Suites13 => Options.Selection.Usable13;

    /// <summary>The suites of TLS 1.2 and before that are offered and can be used.</summary>
    public IReadOnlyList<Suite12> Suites12 => Options.Selection.Usable12;

    /// <summary>The session of TLS 1.2 or before that is offered; null when there is none.</summary>
    public TlsSession? Session12 { get; }

    /// <summary>The groups that are offered and can be used.</summary>
    public IReadOnlyList<NamedGroup> Groups => Options.Selection.UsableGroups;

    /// <summary>Whether a share for a reserved group goes along; a second hello has the one share that was asked for.</summary>
    public bool HasGreaseShare { get; private set; } = true;

    public IReadOnlyList<OfferedPreSharedKey> PreSharedKeys => _preSharedKeys ?? (IReadOnlyList<OfferedPreSharedKey>)[];

    /// <summary>What the last hello asked for.</summary>
    public ExtensionSet Extensions { get; set; } = ExtensionSet.Empty;

    public static ClientOffer Make(ClientHandshakeOptions options, DateTimeOffset now)
    {
        var offer = new ClientOffer(options, now);
        if (!options.Has(ProtocolVersion.Tls13))
        {
            return offer;
        }

        try
        {
            offer.AddShares();
            offer.AddSessions(now);
            offer.AddExternalKeys();
            return offer;
        }
        catch
        {
            offer.Dispose();
            throw;
        }
    }

    /// <summary>The suite of TLS 1.3 with this code point; null when it is not offered.</summary>
    public Suite13? FindSuite13(CipherSuite code)
    {
        for (int i = 0; i < Suites13.Count; i++)
        {
            if (Suites13[i].Suite == code)
            {
                return Suites13[i];
            }
        }

        return null;
    }

    /// <summary>The suite of TLS 1.2 or before with this code point; null when it is not offered, or not for this version.</summary>
    public Suite12? FindSuite12(CipherSuite code, ProtocolVersion version)
    {
        for (int i = 0; i < Suites12.Count; i++)
        {
            if (Suites12[i].Suite == code && Suites12[i].Fits(version))
            {
                return Suites12[i];
            }
        }

        return null;
    }

    /// <summary>Key shares in the order of the groups, behind one more; null for none.</summary>
    public KeyShareEntry[] SharesBehind(KeyShareEntry? first)
    {
        int at = first is null ? 0 : 1;
        var entries = new KeyShareEntry[at + _shares.Count];
        if (first is { } other)
        {
            entries[0] = other;
        }

        foreach ((NamedGroup group, KeyExchangeOffer offer) in _shares)
        {
            entries[at++] = new KeyShareEntry(group, offer.PublicValue.ToArray());
        }

        return entries;
    }

    public bool HasShare(NamedGroup group) => IndexOfShare(group) >= 0;

    /// <summary>Takes a share out of the offer; the caller owns it. Null when there is none for the group.</summary>
    public KeyExchangeOffer? TakeShare(NamedGroup group)
    {
        int at = IndexOfShare(group);
        if (at < 0)
        {
            return null;
        }

        KeyExchangeOffer share = _shares[at].Offer;
        _shares.RemoveAt(at);
        return share;
    }

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
        foreach (OfferedPreSharedKey key in PreSharedKeys.Where(key => key.Hash.Name != hash.Name).ToArray())
        {
            _preSharedKeys?.Remove(key);
            key.Dispose();
        }
    }

    public void Dispose()
    {
        DisposeShares();
        _preSharedKeys?.ForEach(static key => key.Dispose());
        _preSharedKeys = null;
    }

    /// <summary>
    /// A session identifier, or random bytes by which the server says that it took a ticket, or that TLS 1.3 looks like TLS 1.2.
    /// </summary>
    private byte[] MakeSessionId()
    {
        if (Session12 is { SessionId.IsEmpty: false } session)
        {
            return session.SessionId.ToArray();
        }

        bool isWanted = Session12 is not null || (Options.MiddleboxCompatibility && Options.Has(ProtocolVersion.Tls13));
        byte[] sessionId = isWanted ? new byte[SessionIdLength] : [];
        Options.Cryptography.FillRandom(sessionId);
        return sessionId;
    }

    // One at most: a hello of TLS 1.2 has room for no more.
    private TlsSession? SessionToResume(DateTimeOffset now) =>
        Options.MaxOfferedSessions == 0 || Options.Sessions.Count == 0 ? null : FirstThatFits(now);

    private TlsSession? FirstThatFits(DateTimeOffset now) => Options.Sessions.FirstOrDefault(session =>
        Options.Has(session.Version)
        && Fits(session, now)
        && (session.ExtendedMainSecret || Options.DangerousWithoutExtendedMainSecret)
        && Suites12.Any(suite => suite.Suite == session.CipherSuite && suite.Fits(session.Version))
        && session.TryTake());

    private void AddShares()
    {
        for (int i = 0; i < Groups.Count; i++)
        {
            NamedGroup group = Groups[i];
            if (Options.KeyShareGroups?.Contains(group) ?? group == Groups[0])
            {
                AddShare(group);
            }
        }
    }

    private void AddShare(NamedGroup group)
    {
        if (GroupRules.Resolve(group, Options.Cryptography) is { } exchange)
        {
            _shares.Add((group, exchange.Offer()));
        }
    }

    private void AddSessions(DateTimeOffset now)
    {
        foreach (TlsSession session in Options.Sessions)
        {
            if (PreSharedKeys.Count == Options.MaxOfferedSessions)
            {
                return;
            }

            if (HashFor(session, now) is { } hash && session.TryTake())
            {
                (_preSharedKeys ??= []).Add(OfferedPreSharedKey.From(session, hash));
            }
        }
    }

    /// <summary>
    /// The hash of a session that fits this connection in everything that decided the peer's authentication; null otherwise.
    /// </summary>
    private HashFunction? HashFor(TlsSession session, DateTimeOffset now) =>
        session.Version == ProtocolVersion.Tls13 && Fits(session, now)
            ? Suites13.FirstOrDefault(suite => suite.Suite == session.CipherSuite)?.Hash
            : null;

    private bool Fits(TlsSession session, DateTimeOffset now) =>
        !session.IsExpired(now)
        && string.Equals(session.ServerName, Options.ServerName, StringComparison.OrdinalIgnoreCase)
        && (session.ApplicationProtocol is { } protocol
            ? Options.ApplicationProtocols.Contains(protocol)
            : Options.ApplicationProtocols.Count == 0)
        && session.AuthenticationContext.Span.SequenceEqual(Options.AuthenticationContext.Span)
        && (session.PeerCertificates.Count == 0 || Options.PeerCertificateTypes.Contains(session.PeerCertificateType));

    private void AddExternalKeys()
    {
        foreach (ExternalPreSharedKey key in Options.PreSharedKeys)
        {
            if (Suites13.FirstOrDefault(suite => suite.Hash.Name == key.HashName) is { } suite)
            {
                (_preSharedKeys ??= []).Add(OfferedPreSharedKey.From(key, suite.Hash));
            }
        }
    }

    private void DisposeShares()
    {
        foreach ((_, KeyExchangeOffer offer) in _shares)
        {
            offer.Dispose();
        }

        _shares.Clear();
    }

    private int IndexOfShare(NamedGroup group)
    {
        for (int i = 0; i < _shares.Count; i++)
        {
            if (_shares[i].Group == group)
            {
                return i;
            }
        }

        return -1;
    }
}
