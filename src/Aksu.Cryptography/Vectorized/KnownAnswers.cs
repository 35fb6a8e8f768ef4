namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Asks each primitive of this folder for answers that are known, in this process and as it was compiled here, before it is given to
/// anybody: instructions that an emulator, a compiler or a processor gets wrong lead to the next source, not to wrong bytes.
/// </summary>
internal static class KnownAnswers
{
    private const int TextLength = 409;
    private const int WholeGroups = 256;

    private const string AlicePrivate = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    private const string AlicePublic = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
    private const string BobPrivate = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
    private const string BobPublic = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
    private const string Shared = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";

    /// <summary>
    /// Whether AES-GCM seals a text of all kinds of blocks to the tag that OpenSSL gives, and opens it again; and whether it makes no
    /// difference that the last byte stands apart, also where it completes eight blocks.
    /// </summary>
    public static bool AreRight(AeadAlgorithm algorithm)
    {
        Span<byte> key = stackalloc byte[algorithm.KeySize];
        for (int i = 0; i < key.Length; i++)
        {
            key[i] = (byte)i;
        }
        byte[] text = new byte[TextLength];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (byte)(7 * i);
        }
        byte[] before = [.. text];
        Span<byte> tag = stackalloc byte[AesKeySchedule.BlockSize];
        using Aead aead = algorithm.Create(key);
        aead.Seal(key[..12], text, text, tag, key[..5]);
        ReadOnlySpan<byte> expected = key.Length == 16
            ? [0x9f, 0xd2, 0x68, 0x39, 0xce, 0x69, 0x69, 0xa3, 0x71, 0x93, 0x8c, 0x9b, 0x36, 0x96, 0xe6, 0x5b]
            : [0x52, 0xe3, 0xc0, 0x74, 0x15, 0x64, 0x72, 0x0d, 0xbe, 0xf2, 0xe9, 0x18, 0x48, 0x67, 0x30, 0x0b];
        return tag.SequenceEqual(expected)
            && IsSameWithLastByteApart(aead, key, before)
            && IsSameWithLastByteApart(aead, key, before[..WholeGroups])
            && aead.TryOpen(key[..12], text, tag, text, key[..5])
            && text.AsSpan().SequenceEqual(before);
    }

    private static bool IsSameWithLastByteApart(Aead aead, ReadOnlySpan<byte> key, byte[] text)
    {
        byte[] together = new byte[text.Length];
        byte[] apart = new byte[text.Length];
        Span<byte> tag = stackalloc byte[AesKeySchedule.BlockSize];
        Span<byte> tagApart = stackalloc byte[AesKeySchedule.BlockSize];
        aead.Seal(key[..12], text, together, tag, key[..5]);
        aead.Seal(key[..12], text.AsSpan(0, text.Length - 1), text[^1], apart, tagApart, key[..5]);
        return together.AsSpan().SequenceEqual(apart) && tag.SequenceEqual(tagApart);
    }

    /// <summary>Whether X25519 gives the public keys, of Alice and Bob in turn in the lanes, and the secret of RFC 7748 §6.1.</summary>
    public static bool AreRightForX25519()
    {
        const int Size = KeyPair25519.Size;
        byte[] privateKeys = Convert.FromHexString(AlicePrivate + BobPrivate);
        byte[] publicKeys = Convert.FromHexString(AlicePublic + BobPublic);
        byte[] eightPrivate = [.. privateKeys, .. privateKeys, .. privateKeys, .. privateKeys];
        byte[] eightPublic = new byte[eightPrivate.Length];
        BasePointMultiple25519.Multiply(eightPrivate, eightPublic);
        byte[] secret = new byte[Size];
        Ladder25519.Multiply(privateKeys.AsSpan(0, Size), publicKeys.AsSpan(Size), secret);
        return eightPublic.AsSpan().SequenceEqual([.. publicKeys, .. publicKeys, .. publicKeys, .. publicKeys])
            && Convert.ToHexStringLower(secret) == Shared;
    }
}
