using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Inspection.KeyLogs;

/// <summary>
/// DANGEROUS: keeps the secrets of this process's own connections in memory, so that they can be shown. Only for a person who asked for it.
/// Thread-safe.
/// </summary>
/// <param name="book">Where they go.</param>
/// <param name="other">Who else wants the lines; null for nobody.</param>
public sealed class KeyLogCollector(KeyLogBook book, KeyLog? other = null) : KeyLog
{
    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> line)
    {
        book.TryAdd(line);
        other?.WriteLine(line);
    }
}
