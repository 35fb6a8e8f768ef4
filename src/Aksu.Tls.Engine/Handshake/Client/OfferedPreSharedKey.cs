using Aksu.Cryptography;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>One pre-shared key that a ClientHello offers: from a session or agreed outside TLS. It owns a copy of the key.</summary>
internal sealed class OfferedPreSharedKey : IDisposable
{
    private readonly Secret _key;
    private readonly uint _ageAdd;
    private readonly DateTimeOffset _receivedAt;

    private OfferedPreSharedKey(PskOrigin origin, HashFunction hash, ReadOnlyMemory<byte> identity, Secret key)
    {
        Origin = origin;
        Hash = hash;
        Identity = identity;
        _key = key;
    }

    private OfferedPreSharedKey(TlsSession session, HashFunction hash)
        : this(PskOrigin.Resumption, hash, session.Ticket, Secret.CopyOf(session.SecretBytes))
    {
        Session = session;
        _ageAdd = session.AgeAdd;
        _receivedAt = session.ReceivedAt;
    }

    public PskOrigin Origin { get; }

    public HashFunction Hash { get; }

    public ReadOnlyMemory<byte> Identity { get; }

    /// <summary>The session; null for an external key.</summary>
    public TlsSession? Session { get; }

    public static OfferedPreSharedKey From(TlsSession session, HashFunction hash) => new(session, hash);

    public static OfferedPreSharedKey From(ExternalPreSharedKey key, HashFunction hash) =>
        new(key.Origin, hash, key.Identity, Secret.CopyOf(key.Key.Span));

    /// <summary>obfuscated_ticket_age (RFC 9846 §4.3.11.1); zero for an external key.</summary>
    public uint ObfuscatedAge(DateTimeOffset now) =>
        Session is null ? 0 : unchecked((uint)(long)(now - _receivedAt).TotalMilliseconds + _ageAdd);

    public EarlySecret StartKeySchedule() => EarlySecret.FromPreSharedKey(Hash, _key);

    public void Dispose() => _key.Dispose();
}
