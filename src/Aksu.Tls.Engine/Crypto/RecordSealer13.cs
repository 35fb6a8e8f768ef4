using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Record protection of TLS 1.3, sending (RFC 9846 §5.2): content, its type and padding are encrypted together.</summary>
internal sealed class RecordSealer13(Aead aead, int tagSize, ulong recordLimit, RecordNonce nonce) : RecordSealer
{
    private RecordNonce _nonce = nonce;

    public override int Overhead => RecordHeader.Size + 1 + tagSize;

    public override bool CanPad => true;

    public override ulong RecordLimit => recordLimit;

    public override int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination)
    {
        int innerLength = plaintext.Length + 1 + paddingLength;
        Span<byte> header = destination[..RecordHeader.Size];
        Span<byte> inner = destination.Slice(RecordHeader.Size, innerLength);
        Span<byte> tag = destination.Slice(RecordHeader.Size + innerLength, tagSize);

        new RecordHeader(ContentType.ApplicationData, ProtocolVersion.Tls12, innerLength + tagSize).Write(header);
        Span<byte> nonceBytes = stackalloc byte[RecordNonce.Size];
        _nonce.Write(SequenceNumber, nonceBytes);
        if (paddingLength == 0 && !plaintext.Overlaps(inner))
        {
            aead.Seal(nonceBytes, plaintext, type.Value, inner, tag, header);
        }
        else
        {
            plaintext.CopyTo(inner);
            inner[plaintext.Length] = type.Value;
            inner[(plaintext.Length + 1)..].Clear();
            aead.Seal(nonceBytes, inner, inner, tag, header);
        }

        SequenceNumber++;
        return RecordHeader.Size + innerLength + tagSize;
    }

    public override void Dispose()
    {
        _nonce.Clear();
        aead.Dispose();
    }
}
