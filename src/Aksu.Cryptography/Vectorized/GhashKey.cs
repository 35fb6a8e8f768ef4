using System.Runtime.Intrinsics;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Powers of the hash key, H^16 to H, each times x and with its bytes turned around.</summary>
internal static unsafe class GhashKey
{
    public const int Count = 16;

    public const int Size = Count * AesKeySchedule.BlockSize;

    /// <param name="hashKey">H: a block of zeros, encrypted.</param>
    /// <param name="powers">Room for <see cref="Size"/> bytes.</param>
    public static void Expand(Vector128<byte> hashKey, byte* powers)
    {
        // SAFETY: At gives addresses within the caller's sixteen blocks.
        TimesX(GhashField.Reverse(hashKey)).AsByte().Store(At(powers, 1));
        for (int known = 1; known < Count; known *= 2)
        {
            Vector128<ulong> largest = Vector128.Load(At(powers, known)).AsUInt64();
            for (int i = 1; i <= known; i++)
            {
                GhashField.Multiply(largest, Vector128.Load(At(powers, i)).AsUInt64()).AsByte().Store(At(powers, known + i));
            }
        }
    }

    private static byte* At(byte* powers, int exponent) => powers + ((Count - exponent) * AesKeySchedule.BlockSize);

    /// <summary>One bit up; the bit that falls out comes back as the polynomial, by a mask and not by a branch.</summary>
    private static Vector128<ulong> TimesX(Vector128<ulong> value)
    {
        ulong low = value[0];
        ulong high = value[1];
        ulong mask = 0 - (high >> 63);
        return Vector128.Create((low << 1) ^ (mask & 1), ((high << 1) | (low >> 63)) ^ (mask & GhashField.Fold));
    }
}
