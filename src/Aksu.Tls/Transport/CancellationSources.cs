using System.Net.Sockets;

namespace Aksu.Tls.Transport;

/// <summary>
/// Sources of cancellation that are used again: a new one with its timer for every connection is garbage that outlives the handshake.
/// Bounded. Thread-safe.
/// </summary>
internal static class CancellationSources
{
    private const int Kept = 64;

    private static readonly CancellationTokenSource?[] Pool = new CancellationTokenSource?[Kept];

    /// <summary>One that is canceled by nobody but its owner.</summary>
    public static CancellationTokenSource Take()
    {
        foreach (ref CancellationTokenSource? slot in Pool.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } source)
            {
                return source;
            }
        }

        return new CancellationTokenSource();
    }

    /// <summary>One that is canceled after a time, or never if that is infinite.</summary>
    public static CancellationTokenSource Take(TimeSpan after, TimeProvider time)
    {
        // A source can be set back only if its timer is the system's.
        if (time != TimeProvider.System)
        {
            return new CancellationTokenSource(after, time);
        }

        CancellationTokenSource source = Take();
        source.CancelAfter(after);
        return source;
    }

    /// <summary>
    /// Whether a transport that was given a token may still hold it: of the framework's own stream alone it is known that it does not.
    /// </summary>
    public static bool MayKeepToken(Stream transport) => transport.GetType() != typeof(NetworkStream);

    /// <summary>Takes a source back from its owner, who has no use for its token any more.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isLent">Whether somebody may still hold the token who is not known: then the source is not used again.</param>
    public static void Return(CancellationTokenSource source, bool isLent)
    {
        if (!isLent && source.TryReset())
        {
            foreach (ref CancellationTokenSource? slot in Pool.AsSpan())
            {
                if (slot is null && Interlocked.CompareExchange(ref slot, source, null) is null)
                {
                    return;
                }
            }
        }

        source.Dispose();
    }
}
