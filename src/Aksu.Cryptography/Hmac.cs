namespace Aksu.Cryptography;

/// <summary>An HMAC under one key that is used again and again. Not thread-safe. Disposing wipes the key.</summary>
public abstract class Hmac : IDisposable
{
    /// <summary>Length of a code in bytes.</summary>
    public abstract int Size { get; }

    /// <summary>Adds bytes to the current message.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Writes the code of the current message and starts the next one under the same key.</summary>
    public abstract void Finish(Span<byte> destination);

    /// <summary>
    /// Writes the code of a whole message, and starts the next one under the same key. No bytes may have been added before: it is
    /// <see cref="Append"/> and <see cref="Finish"/> in one call, which is cheaper for a short message. The destination may lie in the
    /// message.
    /// </summary>
    /// <exception cref="ArgumentException">The destination is too short; no message was begun.</exception>
    /// <exception cref="InvalidOperationException">Bytes were added before; they still are.</exception>
    public virtual void Compute(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        if (destination.Length < Size)
        {
            throw new ArgumentException("A code does not fit.", nameof(destination));
        }

        Append(message);
        Finish(destination);
    }

    /// <summary>Refuses a whole message where another one was begun.</summary>
    /// <exception cref="InvalidOperationException">It was.</exception>
    private protected static void ThrowIfBegun(bool isBegun)
    {
        if (isBegun)
        {
            throw new InvalidOperationException($"A message was begun: {nameof(Finish)} ends it.");
        }
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
