using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// Receives CBC records whose MAC covers the ciphertext (RFC 7366 §3): nothing is decrypted before it is known to be authentic, so the
/// padding gives nothing away.
/// </summary>
internal sealed class EncryptThenMacOpener(ProtocolVersion version, CbcCipher cipher, Hmac mac, ReadOnlySpan<byte> iv)
    : CbcRecordOpener(version, cipher, iv)
{
    public override bool TryOpen(
        ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength)
    {
        type = new ContentType(header[0]);
        content = default;
        innerLength = 0;
        int protectedLength = fragment.Length - mac.Size;
        int blocksLength = protectedLength - ExplicitIvSize;
        if (blocksLength < BlockSize || blocksLength % BlockSize != 0 || !RecordPrefix.IsOf(Version, header))
        {
            return false;
        }

        if (!IsAuthentic(type, fragment[..protectedLength], fragment[protectedLength..]))
        {
            return false;
        }

        Span<byte> blocks = Decrypt(fragment[..protectedLength]);
        int padding = blocks[^1] + 1;
        if (padding > blocks.Length || blocks[^padding..].ContainsAnyExcept((byte)(padding - 1)))
        {
            return false;
        }

        SequenceNumber++;
        content = blocks[..^padding];
        innerLength = content.Length;
        return true;
    }

    public override void Dispose()
    {
        mac.Dispose();
        base.Dispose();
    }

    private bool IsAuthentic(ContentType type, ReadOnlySpan<byte> covered, ReadOnlySpan<byte> received)
    {
        Span<byte> prefix = stackalloc byte[RecordPrefix.Size];
        RecordPrefix.Write(prefix, SequenceNumber, type.Value, Version, covered.Length);
        Span<byte> expected = stackalloc byte[HashFunction.MaxSize];
        mac.Append(prefix);
        mac.Append(covered);
        mac.Finish(expected);
        return CryptographicOperations.FixedTimeEquals(expected[..mac.Size], received);
    }
}
