namespace Aksu.Tls;

/// <summary>
/// Keeps a server's sessions outside the process: in a cache or database that several servers share. A client then gets no ticket with the
/// session inside but a random handle; what comes here is named by a digest of the handle and encrypted under a key that only the handle
/// gives, so that nobody can use the store's content without what the client holds. Implementations are thread-safe and bounded.
/// </summary>
/// <remarks>
/// The calls are part of a handshake, whose time-out cancels them. What they throw ends the connection with internal_error: an
/// implementation whose store may be out of reach catches that and answers that there is no session.
/// </remarks>
public interface ITlsSessionStore
{
    /// <summary>Keeps a session. Awaited before the client gets the handle.</summary>
    /// <param name="key">32 bytes, never used before.</param>
    /// <param name="session">
    /// Some hundred bytes, more with client certificates; encrypted. The memory is not used again by anybody else.
    /// </param>
    /// <param name="lifetime">How long it is of use from now on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask StoreAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> session, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>What was kept under the key; empty when there is nothing. What was changed or is too old is not resumed.</summary>
    /// <param name="key">32 bytes that a client caused to be asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ReadOnlyMemory<byte>> FindAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets a session of TLS 1.2 or before whose connection ended in a fatal alert (RFC 5246 §7.2.2). Started while the connection
    /// fails, and not awaited; what it throws is ignored.
    /// </summary>
    /// <param name="key">The key under which it was kept, if it still is.</param>
    ValueTask RemoveAsync(ReadOnlyMemory<byte> key);
}
