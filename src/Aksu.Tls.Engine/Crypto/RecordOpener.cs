using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Opens records of one direction under one key, in place. One thread at a time.</summary>
internal abstract class RecordOpener : IDisposable
{
    /// <summary>The most bytes that protection may add to a plaintext of full length (RFC 9846 §5.2, RFC 5246 §6.2.3).</summary>
    public abstract int MaxExpansion { get; }

    /// <summary>Whether the outer type must be application_data because the true one is inside (RFC 9846 §5.2).</summary>
    public abstract bool HidesContentType { get; }

    /// <summary>How many records may come under this key.</summary>
    public abstract ulong RecordLimit { get; }

    /// <summary>The number of the next record.</summary>
    public ulong SequenceNumber { get; protected set; }

    /// <summary>
    /// Authenticates and decrypts one fragment in place. False when it is not authentic; the record is then lost and its number is not
    /// used up.
    /// </summary>
    /// <param name="header">The five bytes of the record's header.</param>
    /// <param name="fragment">The protected bytes; overwritten.</param>
    /// <param name="type">The content type (the inner one where there is one).</param>
    /// <param name="content">The plaintext with its content type and padding taken off: a part of <paramref name="fragment"/>.</param>
    /// <param name="innerLength">Length of the plaintext before that was taken off: what record_size_limit bounds (RFC 8449 §4).</param>
    public abstract bool TryOpen(
        ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength);

    /// <summary>
    /// The same, with the plaintext put into <paramref name="destination"/> where that is long enough for it and the protection can;
    /// otherwise in place.
    /// </summary>
    public virtual bool TryOpenInto(
        ReadOnlySpan<byte> header,
        Span<byte> fragment,
        Span<byte> destination,
        out ContentType type,
        out Span<byte> content,
        out int innerLength) => TryOpen(header, fragment, out type, out content, out innerLength);

    public abstract void Dispose();
}
