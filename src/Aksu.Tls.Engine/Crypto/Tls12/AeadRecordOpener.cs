using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>Receives records of TLS 1.2 under an authenticated cipher (RFC 5246 §6.2.3.3).</summary>
internal sealed class AeadRecordOpener(Aead aead, int tagSize, AeadNonce nonce) : RecordOpener
{
    private readonly int _explicitSize = nonce.IsExplicit ? AeadNonce.ExplicitSize : 0;
    private AeadNonce _nonce = nonce;

    /// <summary>RFC 5246 §6.2.3 allows 2,048 bytes to all ciphers; this is what these add.</summary>
    public override int MaxExpansion => _explicitSize + tagSize;

    public override bool HidesContentType => false;

    // What keeps a peer within the confidentiality limit is the peer's own count; this side only guards the 64-bit number.
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
        type = new ContentType(header[0]);
        content = default;
        innerLength = fragment.Length - _explicitSize - tagSize;
        if (innerLength < 0 || !RecordPrefix.IsOf(ProtocolVersion.Tls12, header))
        {
            return false;
        }

        Span<byte> ciphertext = fragment.Slice(_explicitSize, innerLength);
        Span<byte> text = destination.Length >= innerLength ? destination[..innerLength] : ciphertext;
        Span<byte> nonceBytes = stackalloc byte[RecordNonce.Size];
        _nonce.Write(SequenceNumber, fragment[.._explicitSize], nonceBytes);
        Span<byte> prefix = stackalloc byte[RecordPrefix.Size];
        RecordPrefix.Write(prefix, SequenceNumber, type.Value, ProtocolVersion.Tls12, innerLength);
        if (!aead.TryOpen(nonceBytes, ciphertext, fragment[(_explicitSize + innerLength)..], text, prefix))
        {
            return false;
        }

        SequenceNumber++;
        content = text;
        return true;
    }

    public override void Dispose()
    {
        _nonce.Clear();
        aead.Dispose();
    }
}
