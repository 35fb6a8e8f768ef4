namespace Aksu.Tls.Engine.Handshake;

/// <summary>
/// Certificates that peers showed lately, found by their whole content: one that is met again is not copied again, and all connections to a
/// server hold the same bytes. That one is known says nothing about whether it is trusted. Bounded; a new one takes the place of the one
/// whose hash falls on the same slot. Thread-safe.
/// </summary>
internal static class RecentCertificates
{
    private const int Slots = 64;

    /// <summary>Longer ones are copied each time, so that strangers cannot make this process hold much.</summary>
    private const int LongestKept = 4096;

    private static readonly byte[]?[] Kept = new byte[]?[Slots];

    /// <summary>A copy that outlives the message.</summary>
    public static ReadOnlyMemory<byte> CopyOf(ReadOnlySpan<byte> certificate)
    {
        if (certificate.Length > LongestKept)
        {
            return certificate.ToArray();
        }

        ref byte[]? slot = ref SlotOf(certificate);
        byte[]? known = Volatile.Read(ref slot);
        if (known is not null && certificate.SequenceEqual(known))
        {
            return known;
        }

        byte[] copy = certificate.ToArray();
        Volatile.Write(ref slot, copy);
        return copy;
    }

    private static ref byte[]? SlotOf(ReadOnlySpan<byte> certificate)
    {
        HashCode hash = default; // seeded at random in each process: nobody can aim at a slot
        hash.AddBytes(certificate);
        return ref Kept[(uint)hash.ToHashCode() % Slots];
    }
}
