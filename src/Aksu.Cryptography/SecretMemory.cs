using System.Diagnostics;

namespace Aksu.Cryptography;

/// <summary>
/// Pinned memory for secrets of the usual lengths, kept by the thread that wiped it for the next secret: to allocate pinned memory costs
/// more than to fill it. What comes back is zero already; what is never brought back is left to the collector. Thread-safe.
/// </summary>
internal static class SecretMemory
{
    /// <summary>Lengths that are kept are multiples of this: digests, keys, and two of them together.</summary>
    private const int Step = 16;

    private const int MaxLength = 96;

    /// <summary>How many of a length a thread keeps: about what a handshake holds at a time.</summary>
    private const int Kept = 16;

    [ThreadStatic]
    private static Shelf[]? _shelves;

    /// <summary>Zero bytes, pinned, that an earlier secret may have had.</summary>
    public static byte[] Rent(int length)
    {
        if (IsKept(length) && _shelves is { } shelves && shelves[length / Step].Take() is { } kept)
        {
            Debug.Assert(!kept.AsSpan().ContainsAnyExcept((byte)0), "Somebody wrote to a secret that was disposed of.");
            return kept;
        }

        return Allocate(length);
    }

    /// <summary>Zero bytes, pinned, that nobody had before.</summary>
    public static byte[] Allocate(int length)
    {
        // The pinned heap gives memory out as it is, so that it is cleared here.
        byte[] bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);
        bytes.AsSpan().Clear();
        return bytes;
    }

    /// <summary>Takes back what was rented and has been wiped.</summary>
    public static void Return(byte[] wiped)
    {
        if (IsKept(wiped.Length))
        {
            Shelf[] shelves = _shelves ??= new Shelf[(MaxLength / Step) + 1];
            shelves[wiped.Length / Step].Put(wiped);
        }
    }

    private static bool IsKept(int length) => length is > 0 and <= MaxLength && length % Step == 0;

    /// <summary>Arrays of one length.</summary>
    private struct Shelf
    {
        private byte[]?[]? _arrays;
        private int _count;

        public byte[]? Take()
        {
            if (_count == 0)
            {
                return null;
            }

            ref byte[]? slot = ref _arrays![--_count];
            byte[]? taken = slot;
            slot = null;
            return taken;
        }

        public void Put(byte[] array)
        {
            _arrays ??= new byte[Kept][];
            if (_count < Kept)
            {
                _arrays[_count++] = array;
            }
        }
    }
}
