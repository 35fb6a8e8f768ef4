using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// X25519 (RFC 7748 §5): the Montgomery ladder, with the four products that a step makes at a time in four lanes. Every step does the same,
/// and a bit of the scalar shows in nothing but the lanes that a permutation picks.
/// </summary>
/// <remarks>
/// Lanes between steps: x2, z2, x3, z3. A step is three rounds of products: (A·A, B·B, D·A, C·B), then (AA·BB, E·(AA + a24·E), (DA + CB)²,
/// (DA - CB)²), then the last lane times x1. Letters are those of RFC 7748.
/// </remarks>
internal static unsafe class Ladder25519x4
{
    private const int Size = 32;
    private const int Count = Limbs25519.Count;
    private const int Alignment = 32;

    /// <summary>Vectors that are needed: five sets of limbs in four lanes.</summary>
    private const int Vectors = 5 * Count;

    /// <summary>Writes scalar · point, 32 bytes each.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> result)
    {
        byte* memory = stackalloc byte[(Vectors * Vector256<byte>.Count) + Alignment];
        // SAFETY: the memory is longer than all vectors by the alignment. Below, each pointer is used within the count given here.
        var state = (Vector256<long>*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        Vector256<long>* sums = state + Count;
        var left = (Vector256<double>*)(sums + Count);
        Vector256<double>* right = left + Count;
        Vector256<double>* byX1 = right + Count;

        byte* bits = stackalloc byte[Size];
        var clamped = new Span<byte>(bits, Size);
        Ladder25519.Clamp(scalar, clamped);

        Span<ulong> x1 = stackalloc ulong[Count];
        Field25519.ReadLimbs(point[..Size], x1);
        for (int i = 0; i < Count; i++)
        {
            long one = i == 0 ? 1 : 0;
            long u = (long)x1[i];
            state[i] = Vector256.Create(one, 0, u, one) + Vector256.Create(Limbs25519.ProductOffset);
            byX1[i] = Vector256.Create(one, one, one, (double)u);
        }

        long swap = 0;
        for (int at = 254; at >= 0; at--)
        {
            long bit = (bits[at / 8] >> (at % 8)) & 1;
            swap ^= bit;
            Step(state, sums, left, right, byX1, swap);
            swap = bit;
        }

        Vector256<int> chosen = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) ^ Vector256.Create(4 * (int)swap);
        for (int i = 0; i < Count; i++)
        {
            state[i] = Avx2.PermuteVar8x32(state[i].AsInt32(), chosen).AsInt64();
        }
        Span<Field25519> quotient = stackalloc Field25519[2];
        quotient[0] = Field25519x4.NumberAt(state, 0);
        quotient[1] = Field25519x4.NumberAt(state, 1).Invert();
        quotient[0] = Field25519.Multiply(in quotient[0], in quotient[1]);
        quotient[0].Write(result);

        // What single operations left on the stack is not wiped, but overwritten soon.
        quotient.Clear();
        CryptographicOperations.ZeroMemory(clamped);
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, (Vectors * Vector256<byte>.Count) + Alignment));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(
        Vector256<long>* state,
        Vector256<long>* sums,
        Vector256<double>* left,
        Vector256<double>* right,
        Vector256<double>* byX1,
        long swap)
    {
        // SAFETY: five limbs behind each pointer.
        const long Adding = Limbs25519.ForSum;
        const long Subtracting = Limbs25519.ForDifference + 1; // to subtract is to add the complement and one
        Vector256<long> oddLanes = Vector256.Create(0L, -1, 0, -1);
        Vector256<long> signs = Vector256.Create(Adding, Subtracting, Adding, Subtracting);
        for (int i = 0; i < Count; i++)
        {
            sums[i] = (state[i] ^ oddLanes) + (Exchanged(state[i]) + signs); // A, B, C, D
        }

        Vector256<int> swapping = Vector256.Create(4 * (int)swap); // indices are those of halves of lanes
        Vector256<int> leftLanes = Vector256.Create(0, 1, 2, 3, 6, 7, 4, 5) ^ swapping;
        Vector256<int> rightLanes = Vector256.Create(0, 1, 2, 3, 0, 1, 2, 3) ^ swapping;
        for (int i = 0; i < Count; i++)
        {
            Vector256<int> limb = Field25519x4.OfSum(sums, i).AsInt32();
            left[i] = Avx2.PermuteVar8x32(limb, leftLanes).AsDouble();
            right[i] = Avx2.PermuteVar8x32(limb, rightLanes).AsDouble();
        }
        Field25519x4.Multiply(left, right, state); // AA, BB, DA, CB

        // Left AA, E, DA + CB, DA - CB.
        Vector256<long> notFirst = Vector256.Create(0L, -1, -1, -1);
        signs = Vector256.Create(Limbs25519.ForOne, Subtracting, Adding, Subtracting);
        for (int i = 0; i < Count; i++)
        {
            sums[i] = (state[i] ^ oddLanes) + ((Exchanged(state[i]) & notFirst) + signs);
        }
        for (int i = 0; i < Count; i++)
        {
            left[i] = Field25519x4.OfSum(sums, i);
        }

        // Right BB, AA + a24·E, and the same. The term is split as products are: its upper half goes to the next limb.
        Vector256<double> a24 = Vector256.Create(0, Limbs25519.A24, 0, 0);
        Vector256<double> unit = Vector256.Create(Limbs25519.UpperUnit);
        Vector256<double> toNext = Vector256.Create(1.0 / (1L << Limbs25519.Bits));
        Vector256<double> upper = (Fma.MultiplyAdd(left[Count - 1], a24, unit) - unit) * Vector256.Create(19.0);
        for (int i = 0; i < Count; i++)
        {
            Vector256<double> limb = left[i];
            Vector256<double> chosen = Avx.Blend(Field25519x4.OfProduct(Exchanged(state[i])), limb, 0b1100);
            chosen = Fma.MultiplyAdd(upper, toNext, chosen);
            upper = Fma.MultiplyAdd(limb, a24, unit) - unit;
            right[i] = chosen + Fma.MultiplySubtract(limb, a24, upper);
        }
        Field25519x4.Multiply(left, right, state);

        for (int i = 0; i < Count; i++)
        {
            left[i] = Field25519x4.OfProduct(state[i]);
        }
        Field25519x4.Multiply(left, byX1, state);
    }

    /// <summary>Lanes 1, 0, 3, 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Exchanged(Vector256<long> value) => Avx2.Shuffle(value.AsInt32(), 0b01_00_11_10).AsInt64();
}
