using System.Buffers.Binary;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// The nonces of an authenticated cipher in TLS 1.2. AES has four secret bytes and eight that go along with the record, which here are its
/// number (RFC 5288 §3, RFC 6655 §3); ChaCha20 mixes the number into twelve secret bytes and sends nothing (RFC 7905 §2).
/// </summary>
internal struct AeadNonce
{
    /// <summary>Bytes that go along with an AES record.</summary>
    public const int ExplicitSize = 8;

    private const int SaltSize = 4;

    private RecordNonce _fixed;

    public AeadNonce(ReadOnlySpan<byte> iv, bool isExplicit)
    {
        Span<byte> padded = stackalloc byte[RecordNonce.Size];
        padded.Clear();
        iv.CopyTo(padded);
        _fixed = new RecordNonce(padded);
        IsExplicit = isExplicit;
    }

    public bool IsExplicit { get; }

    /// <summary>The nonce of a record, from its number or from what came along with it.</summary>
    public readonly void Write(ulong sequenceNumber, ReadOnlySpan<byte> explicitPart, Span<byte> destination)
    {
        if (IsExplicit)
        {
            _fixed.Write(0, destination);
            explicitPart.CopyTo(destination[SaltSize..]);
        }
        else
        {
            _fixed.Write(sequenceNumber, destination);
        }
    }

    /// <summary>What goes along with a record of this number.</summary>
    public static void WriteExplicit(ulong sequenceNumber, Span<byte> destination) =>
        BinaryPrimitives.WriteUInt64BigEndian(destination, sequenceNumber);

    public void Clear() => _fixed.Clear();
}
