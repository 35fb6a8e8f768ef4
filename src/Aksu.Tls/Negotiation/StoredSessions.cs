using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Negotiation;

/// <summary>
/// One connection's way to the server's session store. The engine does not wait: what it keeps lies here until it is stored, and what it
/// looks for it asks for by a request. One thread at a time, but for a removal.
/// </summary>
internal sealed class StoredSessions
{
    private readonly ITlsSessionStore _store;
    private readonly CryptographyProvider _provider;
    private readonly TimeSpan _lifetime;
    private readonly Queue<Entry> _pending = new();
    private byte[]? _opened;

    public StoredSessions(ITlsSessionStore store, ServerHandshakeOptions options)
    {
        _store = store;
        _provider = options.Cryptography;
        _lifetime = options.TicketLifetime;
        Options = options with { Tickets = new Handles(this), SessionCache = new Identifiers(this), AsksForSessions = true };
    }

    /// <summary>The options for the engine of this connection.</summary>
    public ServerHandshakeOptions Options { get; }

    /// <summary>Looks for the session that the client names.</summary>
    public async ValueTask AnswerAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> handle = request.Ticket.IsEmpty ? request.SessionId : request.Ticket;
        if (handle.Length == SessionHandle.Length)
        {
            ReadOnlyMemory<byte> kept = await _store.FindAsync(SessionHandle.NameOf(handle.Span), cancellationToken).ConfigureAwait(false);
            _opened = SessionHandle.TryOpen(_provider, handle.Span, kept.Span);
        }

        if (_opened is null)
        {
            request.NotFound();
        }
        else
        {
            request.Provide(_opened);
        }
    }

    /// <summary>Stores what the engine has made since the last time; only then may what it has put out be sent.</summary>
    public async ValueTask StoreAsync(CancellationToken cancellationToken)
    {
        // The engine has read it by now.
        CryptographicOperations.ZeroMemory(_opened);
        _opened = null;
        while (_pending.TryDequeue(out Entry entry))
        {
            await _store.StoreAsync(entry.Name, entry.Session, entry.Lifetime, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Keep(ReadOnlySpan<byte> handle, ReadOnlySpan<byte> state, TimeSpan lifetime) =>
        _pending.Enqueue(new Entry(SessionHandle.NameOf(handle), SessionHandle.Seal(_provider, handle, state), lifetime));

    private async Task RemoveAsync(ReadOnlyMemory<byte> name)
    {
        try
        {
            await _store.RemoveAsync(name).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The connection has failed already, for a reason of its own; the entry goes when its time is over.
        }
    }

    private readonly record struct Entry(byte[] Name, byte[] Session, TimeSpan Lifetime);

    /// <summary>Tickets that are handles.</summary>
    private sealed class Handles(StoredSessions sessions) : TicketProtector
    {
        public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now)
        {
            byte[] handle = new byte[SessionHandle.Length];
            sessions._provider.FillRandom(handle);
            sessions.Keep(handle, state, sessions._lifetime);
            return handle;
        }

        // Only the store knows: the engine asks for it.
        public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => null;
    }

    /// <summary>Session identifiers of TLS 1.2 that are handles.</summary>
    private sealed class Identifiers(StoredSessions sessions) : SessionCache
    {
        public override void Store(ReadOnlySpan<byte> sessionId, ReadOnlySpan<byte> state, DateTimeOffset now, TimeSpan lifetime) =>
            sessions.Keep(sessionId, state, lifetime);

        public override Secret? Find(ReadOnlySpan<byte> sessionId, DateTimeOffset now) => null;

        public override void Remove(ReadOnlySpan<byte> sessionId)
        {
            if (sessionId.Length == SessionHandle.Length)
            {
                _ = sessions.RemoveAsync(SessionHandle.NameOf(sessionId));
            }
        }
    }
}
