using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// One pass over one text: counter mode and GHASH together. Eight blocks are encrypted side by side, as many as the processor's AES units
/// can overlap; GHASH of sixteen blocks is reduced once, while the next blocks are encrypted. What is left at the end, up to 127 bytes,
/// goes through one last round together with the block that masks the tag, so that a short record is a single round.
/// </summary>
internal static unsafe class GcmPass<TGhash>
    where TGhash : struct, IGhash
{
    private const int Block = AesKeySchedule.BlockSize;
    private const int Group = 8 * Block;

    /// <summary>The suffix of a text that has none.</summary>
    public const int NoSuffix = -1;

    /// <summary>
    /// Writes the output and returns the tag. A suffix is one byte more of the text, behind the input; the output has room for it.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector128<byte> Run<TDirection>(
        GcmKeyMemory key,
        int lastRound,
        byte* nonce,
        byte* input,
        byte* output,
        int length,
        int suffix,
        byte* associated,
        int associatedLength)
        where TDirection : struct, IGcmDirection
    {
        byte* roundKeys = key.RoundKeys;
        byte* powers = key.Powers;
        int left = length;
        int suffixLength = suffix == NoSuffix ? 0 : 1;
        length += suffixLength;

        // SAFETY: every address below lies in the caller's pinned texts (the offsets stay under their lengths), in the key's memory, or in
        // buffers on the stack whose sizes are next to them. A nonce has twelve bytes: they are read as eight and four.
        Vector128<uint> counter = Vector128.Create(
            1u,
            BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(nonce + 8)),
            BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(nonce + 4)),
            BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(nonce)));
        Vector128<uint> tagCounter = counter;
        counter += Vector128.CreateScalar(1u);

        // Associated data that fits a block goes with the last blocks of a short text; everything else is hashed by itself.
        bool isShort = length < Group && associatedLength <= Block;
        Vector128<byte> hash = isShort ? Vector128<byte>.Zero : HashAssociated(powers, associated, associatedLength);

        while (left >= 2 * Group)
        {
            var sum = default(TGhash);
            Crypt8<TDirection>(roundKeys, lastRound, counter, input, output, powers, hash, ref sum);
            counter += Vector128.CreateScalar(8u);
            Crypt8<TDirection>(
                roundKeys, lastRound, counter, input + Group, output + Group, powers + Group, Vector128<byte>.Zero, ref sum);
            counter += Vector128.CreateScalar(8u);
            hash = sum.Reduce();
            input += 2 * Group;
            output += 2 * Group;
            left -= 2 * Group;
        }

        if (left >= Group)
        {
            var sum = default(TGhash);
            Crypt8<TDirection>(roundKeys, lastRound, counter, input, output, powers + Group, hash, ref sum);
            counter += Vector128.CreateScalar(8u);
            hash = sum.Reduce();
            input += Group;
            output += Group;
            left -= Group;
        }

        // With a suffix it may be a whole group.
        left += suffixLength;
        byte* text = stackalloc byte[Group];
        Vector128<byte> mask = Keystream9(roundKeys, lastRound, counter, tagCounter, text);

        // The last blocks stand at the end of sixteen, so that each is next to its power; zeros in front of them add nothing.
        byte* blocks = stackalloc byte[GhashKey.Size];
        new Span<byte>(blocks, GhashKey.Size).Clear();
        int textBlocks = (left + Block - 1) / Block;
        bool hasAssociatedBlock = isShort && associatedLength > 0;
        int first = GhashKey.Count - 1 - textBlocks - (hasAssociatedBlock ? 1 : 0);
        byte* textInBlocks = blocks + GhashKey.Size - Block - (textBlocks * Block);
        if (hasAssociatedBlock)
        {
            Unsafe.CopyBlockUnaligned(blocks + (first * Block), associated, (uint)associatedLength);
        }
        CryptLast<TDirection>(input, output, left, suffix, text, textInBlocks);
        Vector128.Create(
            BinaryPrimitives.ReverseEndianness((ulong)associatedLength * 8), BinaryPrimitives.ReverseEndianness((ulong)length * 8))
            .AsByte().Store(blocks + GhashKey.Size - Block);
        (Vector128.Load(blocks + (first * Block)) ^ hash).Store(blocks + (first * Block));

        var last = default(TGhash);
        for (int i = (first & ~3) * Block; i < GhashKey.Size; i += 4 * Block)
        {
            last.Add(
                powers + i,
                Vector128.Load(blocks + i),
                Vector128.Load(blocks + i + Block),
                Vector128.Load(blocks + i + (2 * Block)),
                Vector128.Load(blocks + i + (3 * Block)));
        }
        return last.Reduce() ^ mask;
    }

    /// <summary>
    /// Eight blocks of text, added to <paramref name="sum"/> with the eight powers given. What was hashed before is zero but in the first
    /// blocks of a sum.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Crypt8<TDirection>(
        byte* roundKeys,
        int lastRound,
        Vector128<uint> counter,
        byte* input,
        byte* output,
        byte* powers,
        Vector128<byte> hash,
        ref TGhash sum)
        where TDirection : struct, IGcmDirection
    {
        // SAFETY: the caller's texts have eight blocks more; round keys go up to lastRound and its block.
        Vector128<byte> key = Vector128.Load(roundKeys);
        Vector128<byte> b0 = CounterBlock(counter, 0) ^ key;
        Vector128<byte> b1 = CounterBlock(counter, 1) ^ key;
        Vector128<byte> b2 = CounterBlock(counter, 2) ^ key;
        Vector128<byte> b3 = CounterBlock(counter, 3) ^ key;
        Vector128<byte> b4 = CounterBlock(counter, 4) ^ key;
        Vector128<byte> b5 = CounterBlock(counter, 5) ^ key;
        Vector128<byte> b6 = CounterBlock(counter, 6) ^ key;
        Vector128<byte> b7 = CounterBlock(counter, 7) ^ key;
        for (int at = Block; at < lastRound; at += Block)
        {
            key = Vector128.Load(roundKeys + at);
            b0 = Aes.Encrypt(b0, key);
            b1 = Aes.Encrypt(b1, key);
            b2 = Aes.Encrypt(b2, key);
            b3 = Aes.Encrypt(b3, key);
            b4 = Aes.Encrypt(b4, key);
            b5 = Aes.Encrypt(b5, key);
            b6 = Aes.Encrypt(b6, key);
            b7 = Aes.Encrypt(b7, key);
        }
        key = Vector128.Load(roundKeys + lastRound);
        b0 = Crypt<TDirection>(Aes.EncryptLast(b0, key), input, output);
        b1 = Crypt<TDirection>(Aes.EncryptLast(b1, key), input + Block, output + Block);
        b2 = Crypt<TDirection>(Aes.EncryptLast(b2, key), input + (2 * Block), output + (2 * Block));
        b3 = Crypt<TDirection>(Aes.EncryptLast(b3, key), input + (3 * Block), output + (3 * Block));
        sum.Add(powers, b0 ^ hash, b1, b2, b3);
        b4 = Crypt<TDirection>(Aes.EncryptLast(b4, key), input + (4 * Block), output + (4 * Block));
        b5 = Crypt<TDirection>(Aes.EncryptLast(b5, key), input + (5 * Block), output + (5 * Block));
        b6 = Crypt<TDirection>(Aes.EncryptLast(b6, key), input + (6 * Block), output + (6 * Block));
        b7 = Crypt<TDirection>(Aes.EncryptLast(b7, key), input + (7 * Block), output + (7 * Block));
        sum.Add(powers + (4 * Block), b4, b5, b6, b7);
    }

    /// <summary>Writes a block of output; returns the ciphertext.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Crypt<TDirection>(Vector128<byte> keystream, byte* input, byte* output)
        where TDirection : struct, IGcmDirection
    {
        // SAFETY: the caller's texts have a block here.
        Vector128<byte> source = Vector128.Load(input);
        Vector128<byte> result = source ^ keystream;
        result.Store(output);
        return TDirection.IsSealing ? result : source;
    }

    /// <summary>
    /// The end of the text, at most a group, under a group of keystream; its ciphertext goes to <paramref name="ciphertext"/> as well. The
    /// suffix, if there is one, counts in its length.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CryptLast<TDirection>(byte* input, byte* output, int length, int suffix, byte* keystream, byte* ciphertext)
        where TDirection : struct, IGcmDirection
    {
        byte* source = stackalloc byte[Group];
        // SAFETY: length is no more than a group, which is what the buffers have; the ciphertext's blocks were counted from it.
        if (suffix == NoSuffix)
        {
            Unsafe.CopyBlockUnaligned(source, input, (uint)length);
        }
        else
        {
            Unsafe.CopyBlockUnaligned(source, input, (uint)length - 1);
            source[length - 1] = (byte)suffix;
        }
        if (!TDirection.IsSealing)
        {
            Unsafe.CopyBlockUnaligned(ciphertext, input, (uint)length);
        }
        for (int i = 0; i < length; i += Block)
        {
            (Vector128.Load(keystream + i) ^ Vector128.Load(source + i)).Store(keystream + i);
        }
        Unsafe.CopyBlockUnaligned(output, keystream, (uint)length);
        if (TDirection.IsSealing)
        {
            Unsafe.CopyBlockUnaligned(ciphertext, keystream, (uint)length);
        }
    }

    /// <summary>Eight blocks of keystream, and the block that masks the tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Keystream9(
        byte* roundKeys, int lastRound, Vector128<uint> counter, Vector128<uint> tagCounter, byte* keystream)
    {
        // SAFETY: the caller's buffer has eight blocks; round keys go up to lastRound and its block.
        Vector128<byte> key = Vector128.Load(roundKeys);
        Vector128<byte> mask = CounterBlock(tagCounter, 0) ^ key;
        Vector128<byte> b0 = CounterBlock(counter, 0) ^ key;
        Vector128<byte> b1 = CounterBlock(counter, 1) ^ key;
        Vector128<byte> b2 = CounterBlock(counter, 2) ^ key;
        Vector128<byte> b3 = CounterBlock(counter, 3) ^ key;
        Vector128<byte> b4 = CounterBlock(counter, 4) ^ key;
        Vector128<byte> b5 = CounterBlock(counter, 5) ^ key;
        Vector128<byte> b6 = CounterBlock(counter, 6) ^ key;
        Vector128<byte> b7 = CounterBlock(counter, 7) ^ key;
        for (int at = Block; at < lastRound; at += Block)
        {
            key = Vector128.Load(roundKeys + at);
            mask = Aes.Encrypt(mask, key);
            b0 = Aes.Encrypt(b0, key);
            b1 = Aes.Encrypt(b1, key);
            b2 = Aes.Encrypt(b2, key);
            b3 = Aes.Encrypt(b3, key);
            b4 = Aes.Encrypt(b4, key);
            b5 = Aes.Encrypt(b5, key);
            b6 = Aes.Encrypt(b6, key);
            b7 = Aes.Encrypt(b7, key);
        }
        key = Vector128.Load(roundKeys + lastRound);
        Aes.EncryptLast(b0, key).Store(keystream);
        Aes.EncryptLast(b1, key).Store(keystream + Block);
        Aes.EncryptLast(b2, key).Store(keystream + (2 * Block));
        Aes.EncryptLast(b3, key).Store(keystream + (3 * Block));
        Aes.EncryptLast(b4, key).Store(keystream + (4 * Block));
        Aes.EncryptLast(b5, key).Store(keystream + (5 * Block));
        Aes.EncryptLast(b6, key).Store(keystream + (6 * Block));
        Aes.EncryptLast(b7, key).Store(keystream + (7 * Block));
        return Aes.EncryptLast(mask, key);
    }

    /// <summary>The counter is kept with its bytes turned around, so that it can be added to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> CounterBlock(Vector128<uint> counter, uint more) =>
        GhashField.Reverse((counter + Vector128.CreateScalar(more)).AsByte()).AsByte();

    private static Vector128<byte> HashAssociated(byte* powers, byte* associated, int length)
    {
        // SAFETY: whole blocks are read within length; the rest is copied into a block of zeros. The last power is H itself.
        Vector128<ulong> hashKey = Vector128.Load(powers + GhashKey.Size - Block).AsUInt64();
        Vector128<ulong> hash = Vector128<ulong>.Zero;
        for (; length >= Block; length -= Block, associated += Block)
        {
            hash = GhashField.Multiply(hash ^ GhashField.Reverse(Vector128.Load(associated)), hashKey);
        }
        if (length > 0)
        {
            Vector128<byte> rest = Vector128<byte>.Zero;
            Unsafe.CopyBlockUnaligned((byte*)&rest, associated, (uint)length);
            hash = GhashField.Multiply(hash ^ GhashField.Reverse(rest), hashKey);
        }
        return GhashField.Reverse(hash.AsByte()).AsByte();
    }
}
