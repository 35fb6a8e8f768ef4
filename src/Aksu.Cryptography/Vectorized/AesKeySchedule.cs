using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>The round keys of AES (FIPS 197 §5.2). The instructions take the same time for every key.</summary>
internal static unsafe class AesKeySchedule
{
    public const int BlockSize = 16;

    /// <summary>Round keys of the longest key: fourteen rounds and one.</summary>
    public const int MaxSize = 15 * BlockSize;

    /// <summary>Writes the round keys, and returns the offset of the last one.</summary>
    /// <param name="key">16 or 32 bytes.</param>
    /// <param name="roundKeys">Room for <see cref="MaxSize"/> bytes.</param>
    public static int Expand(ReadOnlySpan<byte> key, byte* roundKeys) =>
        key.Length == 16 ? Expand128(Vector128.Create(key), roundKeys)
        : key.Length == 32 ? Expand256(Vector128.Create(key), Vector128.Create(key[16..]), roundKeys)
        : throw new ArgumentException("AES is used with keys of 16 or 32 bytes.", nameof(key));

    private static int Expand128(Vector128<byte> key, byte* output)
    {
        // SAFETY: eleven blocks are written, and the caller gives room for fifteen. The round constants must be literals, hence no loop.
        key.Store(output);
        (key = Next(key, Aes.KeygenAssist(key, 0x01))).Store(output + 16);
        (key = Next(key, Aes.KeygenAssist(key, 0x02))).Store(output + 32);
        (key = Next(key, Aes.KeygenAssist(key, 0x04))).Store(output + 48);
        (key = Next(key, Aes.KeygenAssist(key, 0x08))).Store(output + 64);
        (key = Next(key, Aes.KeygenAssist(key, 0x10))).Store(output + 80);
        (key = Next(key, Aes.KeygenAssist(key, 0x20))).Store(output + 96);
        (key = Next(key, Aes.KeygenAssist(key, 0x40))).Store(output + 112);
        (key = Next(key, Aes.KeygenAssist(key, 0x80))).Store(output + 128);
        (key = Next(key, Aes.KeygenAssist(key, 0x1b))).Store(output + 144);
        Next(key, Aes.KeygenAssist(key, 0x36)).Store(output + 160);
        return 160;
    }

    private static int Expand256(Vector128<byte> even, Vector128<byte> odd, byte* output)
    {
        // SAFETY: fifteen blocks are written, for which the caller gives room.
        even.Store(output);
        odd.Store(output + 16);
        (even = Next(even, Aes.KeygenAssist(odd, 0x01))).Store(output + 32);
        (odd = NextOdd(odd, even)).Store(output + 48);
        (even = Next(even, Aes.KeygenAssist(odd, 0x02))).Store(output + 64);
        (odd = NextOdd(odd, even)).Store(output + 80);
        (even = Next(even, Aes.KeygenAssist(odd, 0x04))).Store(output + 96);
        (odd = NextOdd(odd, even)).Store(output + 112);
        (even = Next(even, Aes.KeygenAssist(odd, 0x08))).Store(output + 128);
        (odd = NextOdd(odd, even)).Store(output + 144);
        (even = Next(even, Aes.KeygenAssist(odd, 0x10))).Store(output + 160);
        (odd = NextOdd(odd, even)).Store(output + 176);
        (even = Next(even, Aes.KeygenAssist(odd, 0x20))).Store(output + 192);
        (odd = NextOdd(odd, even)).Store(output + 208);
        Next(even, Aes.KeygenAssist(odd, 0x40)).Store(output + 224);
        return 224;
    }

    /// <summary>The words are added up from the first to the last, and to each the rotated, substituted word with its constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Next(Vector128<byte> key, Vector128<byte> assist) =>
        RunningSum(key) ^ Sse2.Shuffle(assist.AsUInt32(), 0b11_11_11_11).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> NextOdd(Vector128<byte> odd, Vector128<byte> even) =>
        RunningSum(odd) ^ Sse2.Shuffle(Aes.KeygenAssist(even, 0).AsUInt32(), 0b10_10_10_10).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> RunningSum(Vector128<byte> words)
    {
        words ^= Sse2.ShiftLeftLogical128BitLane(words, 4);
        return words ^ Sse2.ShiftLeftLogical128BitLane(words, 8);
    }
}
