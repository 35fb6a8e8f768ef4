namespace Aksu.Tls.Engine.Handshake;

/// <summary>
/// Certificates that peers showed lately, found by their whole content: one that is met again is not copied again, and all connections to a
/// server hold the same bytes. That one is known says nothing about whether it is trusted. Bounded; a new one takes the place of one of
/// those whose hash falls on the same few slots. Thread-safe.
/// </summary>
internal static class RecentCertificates
{
    private const int Sets = 16;

    /// <summary>Slots of a set: so many certificates that are in use at the same time may share one by chance.</summary>
    private const int Ways = 4;

    /// <summary>Longer ones are copied each time, so that strangers cannot make this process hold much.</summary>
    private const int LongestKept = 4096;

    private static readonly byte[]?[] Kept = new byte[]?[Sets * Ways];

    private static uint _added;

    /// <summary>A copy that outlives the message.</summary>
    public static ReadOnlyMemory<byte> CopyOf(ReadOnlySpan<byte> certificate)
    {
        if (certificate.Length > LongestKept)
        {
            return certificate.ToArray();
        }

        Span<byte[]?> set = SetOf(certificate);
        foreach (ref byte[]? slot in set)
        {
            if (Volatile.Read(ref slot) is { } known && certificate.SequenceEqual(known))
            {
                return known;
            }
        }

        byte[] copy = certificate.ToArray();
        Volatile.Write(ref set[(int)(Interlocked.Increment(ref _added) % Ways)], copy);
        return copy;
    }

    private static Span<byte[]?> SetOf(ReadOnlySpan<byte> certificate)
    {
        HashCode hash = default; // seeded at random in each process: nobody can aim at a set
        hash.AddBytes(certificate);
        return Kept.AsSpan((int)((uint)hash.ToHashCode() % Sets) * Ways, Ways);
    }
}
