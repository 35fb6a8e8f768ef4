using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Record protection of TLS 1.3, receiving (RFC 9846 §5.2).</summary>
internal sealed class RecordOpener13(Aead aead, int tagSize, RecordNonce nonce) : RecordOpener
{
    private RecordNonce _nonce = nonce;

    public override int MaxExpansion => 256;

    public override bool HidesContentType => true;

    // What keeps a peer within the confidentiality limit is the peer's own count; this side only guards the 64-bit number (RFC 9846 §5.3).
    public override ulong RecordLimit => ulong.MaxValue;

    public override bool TryOpen(
        ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength) =>
        TryOpenInto(header, fragment, destination: default, out type, out content, out innerLength);

    public override bool TryOpenInto(
        ReadOnlySpan<byte> header,
        Span<byte> fragment,
        Span<byte> destination,
        out ContentType type,
        out Span<byte> content,
        out int innerLength)
    {
        type = default;
        content = default;
        innerLength = fragment.Length - tagSize;
        if (innerLength < 1)
        {
            return false;
        }

        ReadOnlySpan<byte> ciphertext = fragment[..innerLength];
        Span<byte> inner = destination.Length >= innerLength ? destination[..innerLength] : fragment[..innerLength];
        Span<byte> nonceBytes = stackalloc byte[RecordNonce.Size];
        _nonce.Write(SequenceNumber, nonceBytes);
        if (!aead.TryOpen(nonceBytes, ciphertext, fragment[innerLength..], inner, header))
        {
            return false;
        }

        SequenceNumber++;

        // The content type is the last octet that is not zero (RFC 9846 §5.4); what is scanned is authentic and no secret to the peer.
        int typeAt = inner.LastIndexOfAnyExcept((byte)0);
        if (typeAt < 0)
        {
            throw Fault.RecordWithoutContentType();
        }

        type = new ContentType(inner[typeAt]);
        content = inner[..typeAt];
        return true;
    }

    public override void Dispose()
    {
        _nonce.Clear();
        aead.Dispose();
    }
}
