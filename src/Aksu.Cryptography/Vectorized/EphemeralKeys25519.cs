namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Key pairs of X25519 that are made eight at a time, ahead of use: that costs less than half of making them one by one. Each is given out
/// once. A pair that nobody took within <see cref="Lifetime"/> is wiped when the next one is asked for. Thread-safe.
/// </summary>
internal sealed class EphemeralKeys25519
{
    private const int BatchesKept = 8;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Stack<KeyPair25519> _ready = new(BatchesKept * BasePointMultiple25519.Keys);
    private long _oldest;

    /// <summary>A pair that nobody else has, owned by the caller.</summary>
    public KeyPair25519 Take()
    {
        long now = Environment.TickCount64;
        lock (_lock)
        {
            if (_ready.Count > 0 && now - _oldest > Lifetime.TotalMilliseconds)
            {
                WipeAll();
            }
            if (_ready.TryPop(out KeyPair25519? pair))
            {
                return pair;
            }
        }

        // Made outside of the lock: nobody waits for anybody's arithmetic.
        KeyPair25519[] batch = KeyPair25519.MakeBatch();
        lock (_lock)
        {
            _oldest = _ready.Count == 0 ? now : _oldest;
            foreach (KeyPair25519 pair in batch.AsSpan(1))
            {
                if (_ready.Count == BatchesKept * BasePointMultiple25519.Keys)
                {
                    pair.Dispose();
                }
                else
                {
                    _ready.Push(pair);
                }
            }
        }
        return batch[0];
    }

    private void WipeAll()
    {
        while (_ready.TryPop(out KeyPair25519? pair))
        {
            pair.Dispose();
        }
    }
}
