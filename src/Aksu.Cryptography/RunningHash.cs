namespace Aksu.Cryptography;

/// <summary>A hash that grows and may be looked at on the way. Not thread-safe.</summary>
public abstract class RunningHash : IDisposable
{
    /// <summary>Length of a digest in bytes.</summary>
    public abstract int Size { get; }

    /// <summary>Adds bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Writes the digest of everything added so far; more may be added afterwards.</summary>
    public abstract void Peek(Span<byte> destination);

    /// <summary>A second running hash that starts from what was added so far. The caller disposes it.</summary>
    public abstract RunningHash Fork();

    /// <inheritdoc/>
    public abstract void Dispose();
}
