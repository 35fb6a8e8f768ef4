using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>The per-record nonce: the static IV with the record's number mixed into its end (RFC 9846 §5.3).</summary>
internal struct RecordNonce
{
    public const int Size = 12;

    private Iv _iv;

    public RecordNonce(ReadOnlySpan<byte> iv) => iv[..Size].CopyTo(_iv);

    public readonly void Write(ulong sequenceNumber, Span<byte> destination)
    {
        ((ReadOnlySpan<byte>)_iv).CopyTo(destination);
        Span<byte> tail = destination.Slice(Size - sizeof(ulong), sizeof(ulong));
        BinaryPrimitives.WriteUInt64BigEndian(tail, BinaryPrimitives.ReadUInt64BigEndian(tail) ^ sequenceNumber);
    }

    public void Clear() => ((Span<byte>)_iv).Clear();

    [InlineArray(Size)]
    private struct Iv
    {
        private byte _first;
    }
}
