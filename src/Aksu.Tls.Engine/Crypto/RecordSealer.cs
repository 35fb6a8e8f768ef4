using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Protects records in one direction under one key. One thread at a time.</summary>
internal abstract class RecordSealer : IDisposable
{
    /// <summary>The most bytes a record grows by, header included, without padding.</summary>
    public abstract int Overhead { get; }

    /// <summary>Whether the version hides lengths, so that padding can be added (RFC 9846 §5.4).</summary>
    public abstract bool CanPad { get; }

    /// <summary>
    /// Whether application data goes out with its first byte in a record of its own, so that nobody who chooses data can foresee the
    /// initialization vector that it meets (TLS 1.0).
    /// </summary>
    public virtual bool SplitsFirstByte => false;

    /// <summary>How many records may be protected under this key (RFC 9846 §5.5).</summary>
    public abstract ulong RecordLimit { get; }

    /// <summary>The number that the next record gets.</summary>
    public ulong SequenceNumber { get; protected set; }

    /// <summary>
    /// Writes one whole record (header and protected fragment) to <paramref name="destination"/>, which has room for
    /// <see cref="Overhead"/> + plaintext + padding, and returns its length.
    /// </summary>
    public abstract int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination);

    public abstract void Dispose();
}
