namespace Aksu.Tls.Engine.Options;

/// <summary>Copies of lists that the application gives: options are immutable, and what it does to its own list afterwards has no effect.</summary>
internal static class ListCopy
{
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return [.. value];
    }

    /// <summary>A copy of the bytes as well.</summary>
    /// <exception cref="ArgumentNullException">There is no list.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> OfBytes(IReadOnlyList<ReadOnlyMemory<byte>> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return [.. value.Select(static entry => (ReadOnlyMemory<byte>)entry.ToArray())];
    }
}
