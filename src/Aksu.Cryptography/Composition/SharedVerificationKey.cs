namespace Aksu.Cryptography.Composition;

/// <summary>A key with several users; the last one who releases it disposes of it. Thread-safe.</summary>
internal sealed class SharedVerificationKey(VerificationKey key)
{
    private int _users = 1;

    public VerificationKey Key => key;

    /// <summary>One more user; false when the last one has gone.</summary>
    public bool TryTake()
    {
        int users = Volatile.Read(ref _users);
        while (users > 0)
        {
            int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return true;
            }
            users = seen;
        }
        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            key.Dispose();
        }
    }
}
