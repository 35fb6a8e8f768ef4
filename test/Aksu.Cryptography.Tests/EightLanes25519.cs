using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Tests;

/// <summary>Those of vectors of 512 bits.</summary>
public readonly unsafe struct EightLanes25519 : IVectorField25519
{
    public static int Lanes => Vector512<long>.Count;

    public static bool IsSupported => VectorSupport.HasX25519Instructions512;

    public static (long[] Limbs, byte[][] Numbers) Multiply(long[] left, long[] right)
    {
        const int Count = Limbs25519.Count;
        var memory = (Vector512<long>*)NativeMemory.AlignedAlloc((nuint)(3 * Count * Vector512<byte>.Count), (nuint)Vector512<byte>.Count);
        try
        {
            // SAFETY: three times five vectors.
            var numbers = (Vector512<double>*)memory;
            for (int i = 0; i < Count; i++)
            {
                numbers[i] = Vector512.ConvertToDouble(Vector512.Create<long>(left.AsSpan(i * Lanes, Lanes)));
                numbers[Count + i] = Vector512.ConvertToDouble(Vector512.Create<long>(right.AsSpan(i * Lanes, Lanes)));
            }
            Vector512<long>* product = memory + (2 * Count);
            Field25519x8.Multiply(numbers, numbers + Count, product);
            byte[][] values = new byte[Lanes][];
            for (int lane = 0; lane < Lanes; lane++)
            {
                values[lane] = new byte[32];
                Field25519x8.NumberAt(product, lane).Write(values[lane]);
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
        Vector512<long>[] sums =
        [
            .. limbs.Chunk(Lanes).Select(static limb => Vector512.Create<long>(limb) + Vector512.Create(Limbs25519.ForDifference)),
        ];
        long[] factor = new long[limbs.Length];
        // SAFETY: five vectors.
        fixed (Vector512<long>* sum = sums)
        {
            for (int i = 0; i < limbs.Length; i++)
            {
                factor[i] = (long)Field25519x8.OfSum(sum, i / Lanes)[i % Lanes];
            }
        }
        return factor;
    }

    public static double OfProduct(long limb) => Field25519x8.OfProduct(Vector512.Create(limb + Limbs25519.ProductOffset))[5];

    public static double OfBits(long bits) => Field25519x8.OfBits(Vector512.Create(bits))[5];
}
