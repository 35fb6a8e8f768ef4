using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// Receives CBC records whose MAC lies under the encryption (RFC 5246 §6.2.3.2). Padding and MAC are checked together: what is done, and
/// for how long, depends on the length of the record alone, so that nobody can tell bad padding from a bad MAC (Lucky 13).
/// </summary>
internal sealed class MacThenEncryptOpener(ProtocolVersion version, CbcCipher cipher, MaskedMac mac, ReadOnlySpan<byte> iv)
    : CbcRecordOpener(version, cipher, iv)
{
    private const int MaxPadding = 255;

    public override bool TryOpen(
        ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength)
    {
        type = new ContentType(header[0]);
        content = default;
        innerLength = 0;
        int blocksLength = fragment.Length - ExplicitIvSize;
        if (blocksLength < mac.Size + 1 || blocksLength % BlockSize != 0 || !RecordPrefix.IsOf(Version, header))
        {
            return false;
        }

        Span<byte> blocks = Decrypt(fragment);
        int isGood = CheckPadding(blocks, mac.Size, out int padding);

        // With bad padding, go on as if it had no length (RFC 5246 §6.2.3.2).
        int longest = blocksLength - mac.Size - 1;
        int contentLength = longest - (padding & isGood);
        Span<byte> prefix = stackalloc byte[RecordPrefix.Size];
        RecordPrefix.Write(prefix, SequenceNumber, type.Value, Version, contentLength);
        isGood &= mac.Check(prefix, blocks, contentLength, Math.Max(0, longest - MaxPadding), longest);
        if (isGood == 0)
        {
            return false;
        }

        SequenceNumber++;
        content = blocks[..contentLength];
        innerLength = contentLength;
        return true;
    }

    public override void Dispose()
    {
        mac.Dispose();
        base.Dispose();
    }

    /// <summary>All ones when the padding fits and every byte of it says its length; looks at as many bytes whatever they say.</summary>
    private static int CheckPadding(ReadOnlySpan<byte> blocks, int macSize, out int padding)
    {
        padding = blocks[^1];
        int different = 0;
        int seen = Math.Min(blocks.Length, MaxPadding + 1);
        for (int i = 0; i < seen; i++)
        {
            different |= ConstantTime.AtLeast(padding, i) & (blocks[blocks.Length - 1 - i] ^ padding);
        }

        return ConstantTime.Equal(different, 0) & ConstantTime.AtLeast(blocks.Length, padding + 1 + macSize);
    }
}
