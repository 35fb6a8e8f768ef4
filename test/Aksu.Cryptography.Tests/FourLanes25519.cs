using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Tests;

/// <summary>Those of vectors of 256 bits.</summary>
public readonly unsafe struct FourLanes25519 : IVectorField25519
{
    public static int Lanes => Vector256<long>.Count;

    public static bool IsSupported => VectorSupport.HasX25519Instructions;

    public static (long[] Limbs, byte[][] Numbers) Multiply(long[] left, long[] right)
    {
        const int Count = Limbs25519.Count;
        var memory = (Vector256<long>*)NativeMemory.AlignedAlloc((nuint)(3 * Count * Vector256<byte>.Count), (nuint)Vector256<byte>.Count);
        try
        {
            // SAFETY: three times five vectors.
            var numbers = (Vector256<double>*)memory;
            for (int i = 0; i < Count; i++)
            {
                numbers[i] = Vector256.ConvertToDouble(Vector256.Create<long>(left.AsSpan(i * Lanes, Lanes)));
                numbers[Count + i] = Vector256.ConvertToDouble(Vector256.Create<long>(right.AsSpan(i * Lanes, Lanes)));
            }
            Vector256<long>* product = memory + (2 * Count);
            Field25519x4.Multiply(numbers, numbers + Count, product);
            byte[][] values = new byte[Lanes][];
            for (int lane = 0; lane < Lanes; lane++)
            {
                values[lane] = new byte[32];
                Field25519x4.NumberAt(product, lane).Write(values[lane]);
            }
            long[] limbs = new Span<long>(product, Count * Lanes).ToArray();
            return ([.. limbs.Select(static limb => limb - Limbs25519.ProductOffset)], values);
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    public static long[] OfSum(long[] limbs)
    {
        Vector256<long>[] sums =
        [
            .. limbs.Chunk(Lanes).Select(static limb => Vector256.Create<long>(limb) + Vector256.Create(Limbs25519.ForDifference)),
        ];
        long[] factor = new long[limbs.Length];
        // SAFETY: five vectors.
        fixed (Vector256<long>* sum = sums)
        {
            for (int i = 0; i < limbs.Length; i++)
            {
                factor[i] = (long)Field25519x4.OfSum(sum, i / Lanes)[i % Lanes];
            }
        }
        return factor;
    }

    public static double OfProduct(long limb) => Field25519x4.OfProduct(Vector256.Create(limb + Limbs25519.ProductOffset))[3];

    public static double OfBits(long bits) => Field25519x4.OfBits(Vector256.Create(bits))[3];
}
