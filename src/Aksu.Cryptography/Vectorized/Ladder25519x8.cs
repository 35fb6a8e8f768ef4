using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// X25519 (RFC 7748 §5): the Montgomery ladder in eight lanes, for processors with vectors of 512 bits. Every step does the same, and a bit
/// of the scalar shows in nothing but the lanes that a permutation picks.
/// </summary>
/// <remarks>
/// Lanes between steps: x2, z2, x3, z3, and the same four times x1. So the product with x1 that ends a step of <see cref="Ladder25519x4"/>
/// is made beside the others, and two rounds of products are left: (A·A, B·B, D·A, C·B), then (AA·BB, E·(AA + a24·E), (DA + CB)², (DA -
/// CB)·x1·(DA - CB)). In the upper four lanes the left factor is the lower one's times x1, and the right factor the same. Letters are those
/// of RFC 7748.
/// </remarks>
internal static unsafe class Ladder25519x8
{
    private const int Size = 32;
    private const int Count = Limbs25519.Count;
    private const int Alignment = 64;

    /// <summary>Vectors that are needed: four sets of limbs in eight lanes.</summary>
    private const int Vectors = 4 * Count;

    /// <summary>Writes scalar · point, 32 bytes each.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> result)
    {
        byte* memory = stackalloc byte[(Vectors * Vector512<byte>.Count) + Alignment];
        // SAFETY: the memory is longer than all vectors by the alignment. Below, each pointer is used within the count given here.
        var state = (Vector512<long>*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        Vector512<long>* sums = state + Count;
        var left = (Vector512<double>*)(sums + Count);
        Vector512<double>* right = left + Count;

        byte* bits = stackalloc byte[Size];
        var clamped = new Span<byte>(bits, Size);
        Ladder25519.Clamp(scalar, clamped);

        // x2, z2, x3, z3, and by one product the same times x1, whose limbs are below 2^51 in both factors.
        Span<ulong> x1 = stackalloc ulong[Count];
        Field25519.ReadLimbs(point[..Size], x1);
        for (int i = 0; i < Count; i++)
        {
            double one = i == 0 ? 1 : 0;
            double u = x1[i];
            left[i] = Vector512.Create(one, 0, u, one, one, 0, u, one);
            right[i] = Vector512.Create(one, one, one, one, u, u, u, u);
        }
        Field25519x8.Multiply(left, right, state);

        long swap = 0;
        for (int at = 254; at >= 0; at--)
        {
            long bit = (bits[at / 8] >> (at % 8)) & 1;
            swap ^= bit;
            Step(state, sums, left, right, swap);
            swap = bit;
        }

        Vector512<long> chosen = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7) ^ Vector512.Create(2 * swap);
        for (int i = 0; i < Count; i++)
        {
            state[i] = Avx512F.PermuteVar8x64(state[i], chosen);
        }
        Span<Field25519> quotient = stackalloc Field25519[2];
        quotient[0] = Field25519x8.NumberAt(state, 0);
        quotient[1] = Field25519x8.NumberAt(state, 1).Invert();
        quotient[0] = Field25519.Multiply(in quotient[0], in quotient[1]);
        quotient[0].Write(result);

        // What single operations left on the stack is not wiped, but overwritten soon.
        quotient.Clear();
        CryptographicOperations.ZeroMemory(clamped);
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, (Vectors * Vector512<byte>.Count) + Alignment));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(
        Vector512<long>* state, Vector512<long>* sums, Vector512<double>* left, Vector512<double>* right, long swap)
    {
        // SAFETY: five limbs behind each pointer.
        const long Adding = Limbs25519.ForSum;
        const long Subtracting = Limbs25519.ForDifference + 1; // to subtract is to add the complement and one
        const long One = Limbs25519.ForOne;
        Vector512<long> oddLanes = Vector512.Create(0L, -1, 0, -1, 0, -1, 0, -1);
        Vector512<long> signs = Vector512.Create(Adding, Subtracting, Adding, Subtracting, Adding, Subtracting, Adding, Subtracting);
        for (int i = 0; i < Count; i++)
        {
            sums[i] = (state[i] ^ oddLanes) + (Exchanged(state[i]) + signs); // A, B, C, D
        }

        Vector512<long> swapping = Vector512.Create(2 * swap);
        Vector512<long> leftLanes = Vector512.Create(0L, 1, 3, 2, 4, 5, 7, 6) ^ swapping;
        Vector512<long> rightLanes = Vector512.Create(0L, 1, 0, 1, 0, 1, 0, 1) ^ swapping;
        for (int i = 0; i < Count; i++)
        {
            Vector512<double> limb = Field25519x8.OfSum(sums, i);
            left[i] = Avx512F.PermuteVar8x64(limb, leftLanes);
            right[i] = Avx512F.PermuteVar8x64(limb, rightLanes);
        }
        Field25519x8.Multiply(left, right, state); // AA, BB, DA, CB

        // Left AA, E, DA + CB, DA - CB, in both halves.
        Vector512<long> notFirst = Vector512.Create(0L, -1, -1, -1, 0, -1, -1, -1);
        signs = Vector512.Create(One, Subtracting, Adding, Subtracting, One, Subtracting, Adding, Subtracting);
        for (int i = 0; i < Count; i++)
        {
            sums[i] = (state[i] ^ oddLanes) + ((Exchanged(state[i]) & notFirst) + signs);
        }

        // Right BB, AA + a24·E, DA + CB, and from the last lane x1·(DA - CB). The term is split as products are: its upper half goes to
        // the next limb.
        Vector512<long> firstTwo = Vector512.Create(-1L, -1, 0, 0, 0, 0, 0, 0);
        Vector512<long> spread = Vector512.Create(0L, 1, 2, 7, 0, 1, 2, 7);
        Vector512<double> a24 = Vector512.Create(0, Limbs25519.A24, 0, 0, 0, 0, 0, 0);
        Vector512<double> unit = Vector512.Create(Limbs25519.UpperUnit);
        Vector512<double> toNext = Vector512.Create(1.0 / (1L << Limbs25519.Bits));
        for (int i = 0; i < Count; i++)
        {
            left[i] = Field25519x8.OfSum(sums, i);
        }
        Vector512<double> upper = (Avx512F.FusedMultiplyAdd(left[Count - 1], a24, unit) - unit) * Vector512.Create(19.0);
        for (int i = 0; i < Count; i++)
        {
            Vector512<double> limb = left[i];
            Vector512<double> product = Field25519x8.OfProduct(Exchanged(state[i]));
            // The product where bits of the first vector are set, the sum elsewhere (a selection would go through a mask register, which is
            // dearer).
            Vector512<double> chosen = Avx512F.TernaryLogic(firstTwo, product.AsInt64(), limb.AsInt64(), 0xca).AsDouble();
            chosen = Avx512F.FusedMultiplyAdd(upper, toNext, chosen);
            upper = Avx512F.FusedMultiplyAdd(limb, a24, unit) - unit;
            right[i] = Avx512F.PermuteVar8x64(chosen + Avx512F.FusedMultiplySubtract(limb, a24, upper), spread);
        }
        Field25519x8.Multiply(left, right, state);
    }

    /// <summary>Lanes 1, 0, 3, 2, 5, 4, 7, 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Exchanged(Vector512<long> value) => Avx512F.Shuffle(value.AsInt32(), 0b01_00_11_10).AsInt64();
}
