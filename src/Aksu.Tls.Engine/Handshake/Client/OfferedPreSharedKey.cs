using Aksu.Cryptography;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>
/// One pre-shared key that a ClientHello offers: from a session or agreed outside TLS. It owns what the key schedule begins with.
/// </summary>
internal sealed class OfferedPreSharedKey : IDisposable
{
    private readonly uint _ageAdd;
    private readonly DateTimeOffset _receivedAt;

    private OfferedPreSharedKey(PskOrigin origin, HashFunction hash, ReadOnlyMemory<byte> identity, ReadOnlySpan<byte> key)
    {
        Origin = origin;
        Hash = hash;
        Identity = identity;
        Secret = EarlySecret.FromPreSharedKey(hash, key, origin);
    }

    private OfferedPreSharedKey(TlsSession session, HashFunction hash)
        : this(PskOrigin.Resumption, hash, session.Ticket, session.SecretBytes)
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
        new(key.Origin, hash, key.Identity, key.Key.Span);

    /// <summary>obfuscated_ticket_age (RFC 9846 §4.3.11.1); zero for an external key.</summary>
    public uint ObfuscatedAge(DateTimeOffset now) =>
        Session is null ? 0 : unchecked((uint)(long)(now - _receivedAt).TotalMilliseconds + _ageAdd);

    /// <summary>The key schedule's first rung, which makes the binder, and is consumed where the server chooses this key.</summary>
    public EarlySecret Secret { get; }

    public void Dispose() => Secret.Dispose();
}
