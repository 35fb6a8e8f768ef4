using Aksu.Cryptography;

namespace Aksu.Timing;

/// <summary>
/// What must not be done: the padding decides how much goes through the MAC. It shows that the measurement sees such a thing.
/// </summary>
internal sealed class LeakyOpener(byte[] key, byte[] macKey)
{
    private const int BlockSize = 16;
    private const int MacSize = 20;

    private readonly CbcCipher _cipher = CryptographyProvider.Default.FindCbcCipher("AES-128-CBC")!.Create(key);
    private readonly HashFunction _hash = CryptographyProvider.Default.FindLegacyHash("SHA-1")!;

    public bool TryOpen(Span<byte> record)
    {
        Span<byte> blocks = record[BlockSize..];
        _cipher.Decrypt(record[..BlockSize], blocks);
        int padding = blocks[^1] + 1;
        if (padding + MacSize > blocks.Length || blocks[^padding..].ContainsAnyExcept((byte)(padding - 1)))
        {
            return false;
        }

        Span<byte> mac = stackalloc byte[MacSize];
        int length = blocks.Length - padding - MacSize;
        _hash.Hmac(macKey, blocks[..length], mac);
        return mac.SequenceEqual(blocks.Slice(length, MacSize));
    }
}
