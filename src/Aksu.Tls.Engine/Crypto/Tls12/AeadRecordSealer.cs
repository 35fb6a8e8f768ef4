using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>Sends records of TLS 1.2 under an authenticated cipher (RFC 5246 §6.2.3.3).</summary>
internal sealed class AeadRecordSealer(Aead aead, int tagSize, ulong recordLimit, AeadNonce nonce) : RecordSealer
{
    private readonly int _explicitSize = nonce.IsExplicit ? AeadNonce.ExplicitSize : 0;
    private AeadNonce _nonce = nonce;

    public override int Overhead => RecordHeader.Size + _explicitSize + tagSize;

    public override bool CanPad => false;

    public override ulong RecordLimit => recordLimit;

    public override int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination)
    {
        int fragmentLength = _explicitSize + plaintext.Length + tagSize;
        new RecordHeader(type, ProtocolVersion.Tls12, fragmentLength).Write(destination);
        Span<byte> explicitPart = destination.Slice(RecordHeader.Size, _explicitSize);
        Span<byte> ciphertext = destination.Slice(RecordHeader.Size + _explicitSize, plaintext.Length);
        Span<byte> tag = destination.Slice(RecordHeader.Size + _explicitSize + plaintext.Length, tagSize);
        if (_nonce.IsExplicit)
        {
            AeadNonce.WriteExplicit(SequenceNumber, explicitPart);
        }

        Span<byte> nonceBytes = stackalloc byte[RecordNonce.Size];
        _nonce.Write(SequenceNumber, explicitPart, nonceBytes);
        Span<byte> prefix = stackalloc byte[RecordPrefix.Size];
        RecordPrefix.Write(prefix, SequenceNumber, type.Value, ProtocolVersion.Tls12, plaintext.Length);
        aead.Seal(nonceBytes, plaintext, ciphertext, tag, prefix);
        SequenceNumber++;
        return RecordHeader.Size + fragmentLength;
    }

    public override void Dispose()
    {
        _nonce.Clear();
        aead.Dispose();
    }
}
