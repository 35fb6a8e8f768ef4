namespace Aksu.Cryptography.Composition;

/// <summary>
/// Public keys that were read lately, by their whole encoding: a peer met again costs no import. That a key is known says nothing about
/// whether it is trusted. Bounded; a new key takes the place of one of those whose hash falls on the same few slots. Thread-safe.
/// </summary>
internal sealed class RecentPublicKeys
{
    private const int Sets = 16;

    /// <summary>Slots of a set: so many keys that are in use at the same time may share one by chance.</summary>
    private const int Ways = 4;

    private readonly Entry?[] _entries = new Entry?[Sets * Ways];
    private uint _added;

    /// <summary>The key, to be disposed of by the caller; null when it is not here.</summary>
    public VerificationKey? Find(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        foreach (ref Entry? slot in SetOf(subjectPublicKeyInfo))
        {
            if (Volatile.Read(ref slot) is { } entry && subjectPublicKeyInfo.SequenceEqual(entry.Encoding) && entry.Key.TryTake())
            {
                return new LentVerificationKey(entry.Key);
            }
        }

        return null;
    }

    /// <summary>Keeps a key, and returns one in its place for the caller.</summary>
    public VerificationKey Add(ReadOnlySpan<byte> subjectPublicKeyInfo, VerificationKey key)
    {
        var shared = new SharedVerificationKey(key); // taken once: for the slot
        shared.TryTake(); // and for the caller
        ref Entry? slot = ref SlotFor(subjectPublicKeyInfo);
        Entry? before = Interlocked.Exchange(ref slot, new Entry(subjectPublicKeyInfo.ToArray(), shared));
        before?.Key.Release();
        return new LentVerificationKey(shared);
    }

    /// <summary>That of the same key if it is here, otherwise one after the other.</summary>
    private ref Entry? SlotFor(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        Span<Entry?> set = SetOf(subjectPublicKeyInfo);
        foreach (ref Entry? slot in set)
        {
            if (Volatile.Read(ref slot) is { } entry && subjectPublicKeyInfo.SequenceEqual(entry.Encoding))
            {
                return ref slot;
            }
        }

        return ref set[(int)(Interlocked.Increment(ref _added) % Ways)];
    }

    private Span<Entry?> SetOf(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        HashCode hash = default; // seeded at random in each process: nobody can aim at a set
        hash.AddBytes(subjectPublicKeyInfo);
        return _entries.AsSpan((int)((uint)hash.ToHashCode() % Sets) * Ways, Ways);
    }

    private sealed record Entry(byte[] Encoding, SharedVerificationKey Key);
}
