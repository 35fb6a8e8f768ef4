using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>AES of one block.</summary>
internal static unsafe class AesBlocks
{
    /// <param name="roundKeys">As <see cref="AesKeySchedule"/> makes them.</param>
    /// <param name="lastRound">The offset of the last of them.</param>
    /// <param name="block">What is encrypted.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Encrypt(byte* roundKeys, int lastRound, Vector128<byte> block)
    {
        // SAFETY: the caller's round keys go up to lastRound and its block.
        block ^= Vector128.Load(roundKeys);
        for (int at = AesKeySchedule.BlockSize; at < lastRound; at += AesKeySchedule.BlockSize)
        {
            block = Aes.Encrypt(block, Vector128.Load(roundKeys + at));
        }
        return Aes.EncryptLast(block, Vector128.Load(roundKeys + lastRound));
    }
}
