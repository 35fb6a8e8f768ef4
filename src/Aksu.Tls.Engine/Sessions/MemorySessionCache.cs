using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>
/// Sessions in the memory of this process, up to a number; when it is full, the one that was kept first goes. Thread-safe. Disposing wipes
/// all.
/// </summary>
public sealed class MemorySessionCache : SessionCache, IDisposable
{
    private readonly int _capacity;
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byAge = [];
    private bool _isDisposed;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">How many sessions it keeps: 1 to 1,000,000. A session takes about 400 bytes, and a client's certificates with
    /// it.</param>
    public MemorySessionCache(int capacity = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1_000_000);
        _capacity = capacity;
    }

    /// <summary>How many sessions it holds.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override void Store(ReadOnlySpan<byte> sessionId, ReadOnlySpan<byte> state, DateTimeOffset now, TimeSpan lifetime)
    {
        var key = SessionKey.Of(sessionId);
        var entry = new Entry(key, Secret.CopyOf(state), now + lifetime);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Drop(key);
            while (_entries.Count >= _capacity || (_byAge.First is { } oldest && oldest.Value.Until <= now))
            {
                Drop(_byAge.First!.Value.Key);
            }

            _entries.Add(key, _byAge.AddLast(entry));
        }
    }

    /// <inheritdoc/>
    public override Secret? Find(ReadOnlySpan<byte> sessionId, DateTimeOffset now)
    {
        if (sessionId.Length != SessionKey.Length)
        {
            return null;
        }

        var key = SessionKey.Of(sessionId);
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out LinkedListNode<Entry>? node))
            {
                return null;
            }

            if (node.Value.Until > now)
            {
                return Secret.CopyOf(node.Value.State.Span);
            }

            Drop(key);
            return null;
        }
    }

    /// <inheritdoc/>
    public override void Remove(ReadOnlySpan<byte> sessionId)
    {
        if (sessionId.Length == SessionKey.Length)
        {
            lock (_gate)
            {
                Drop(SessionKey.Of(sessionId));
            }
        }
    }

    /// <summary>Wipes every session.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_byAge.First is { } oldest)
            {
                Drop(oldest.Value.Key);
            }
        }
    }

    private void Drop(SessionKey key)
    {
        if (_entries.Remove(key, out LinkedListNode<Entry>? node))
        {
            _byAge.Remove(node);
            node.Value.State.Dispose();
        }
    }

    private sealed record Entry(SessionKey Key, Secret State, DateTimeOffset Until);

    /// <summary>A session identifier of this server: 32 random bytes.</summary>
    private readonly record struct SessionKey(ulong First, ulong Second, ulong Third, ulong Fourth)
    {
        public const int Length = 4 * sizeof(ulong);

        public static SessionKey Of(ReadOnlySpan<byte> sessionId) => sessionId.Length == Length
            ? new SessionKey(
                BitConverter.ToUInt64(sessionId),
                BitConverter.ToUInt64(sessionId[8..]),
                BitConverter.ToUInt64(sessionId[16..]),
                BitConverter.ToUInt64(sessionId[24..]))
            : throw new ArgumentException("A session identifier of this server has 32 bytes.", nameof(sessionId));
    }
}
