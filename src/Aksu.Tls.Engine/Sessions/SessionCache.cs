using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>
/// Where a server keeps the sessions of TLS 1.2 and before that clients name by an identifier (RFC 5246 §F.1.4). Implementations are
/// thread-safe and bounded.
/// </summary>
public abstract class SessionCache
{
    /// <summary>Keeps a session. SENSITIVE: <paramref name="state"/> holds its secret; it is copied.</summary>
    /// <param name="sessionId">32 random bytes.</param>
    /// <param name="state">The session.</param>
    /// <param name="now">What the time is.</param>
    /// <param name="lifetime">How long it may be found from now on.</param>
    public abstract void Store(ReadOnlySpan<byte> sessionId, ReadOnlySpan<byte> state, DateTimeOffset now, TimeSpan lifetime);

    /// <summary>The session in memory that the caller owns and wipes; null when there is none, or its time is over.</summary>
    /// <param name="sessionId">What the client sent: 1 to 32 bytes.</param>
    /// <param name="now">What the time is.</param>
    public abstract Secret? Find(ReadOnlySpan<byte> sessionId, DateTimeOffset now);

    /// <summary>Forgets a session: its connection failed (RFC 5246 §7.2.2). Does nothing when there is none.</summary>
    public abstract void Remove(ReadOnlySpan<byte> sessionId);
}
