namespace Aksu.Cryptography.Composition;

/// <summary>
/// Public keys that were read lately, by their whole encoding: a peer met again costs no import. That a key is known says nothing about
/// whether it is trusted. Bounded; a new key takes the place of the one whose hash falls on the same slot. Thread-safe.
/// </summary>
internal sealed class RecentPublicKeys
{
    private const int Slots = 64;

    private readonly Entry?[] _entries = new Entry?[Slots];

    /// <summary>The key, to be disposed of by the caller; null when it is not here.</summary>
    public VerificationKey? Find(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        Entry? entry = Volatile.Read(ref SlotOf(subjectPublicKeyInfo));
        return entry is not null && subjectPublicKeyInfo.SequenceEqual(entry.Encoding) && entry.Key.TryTake()
            ? new LentVerificationKey(entry.Key)
            : null;
    }

    /// <summary>Keeps a key, and returns one in its place for the caller.</summary>
    public VerificationKey Add(ReadOnlySpan<byte> subjectPublicKeyInfo, VerificationKey key)
    {
        var shared = new SharedVerificationKey(key); // taken once: for the slot
        shared.TryTake(); // and for the caller
        Entry? before = Interlocked.Exchange(ref SlotOf(subjectPublicKeyInfo), new Entry(subjectPublicKeyInfo.ToArray(), shared));
        before?.Key.Release();
        return new LentVerificationKey(shared);
    }

    private ref Entry? SlotOf(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        HashCode hash = default; // seeded at random in each process: nobody can aim at a slot
        hash.AddBytes(subjectPublicKeyInfo);
        return ref _entries[(uint)hash.ToHashCode() % Slots];
    }

    private sealed record Entry(byte[] Encoding, SharedVerificationKey Key);
}
