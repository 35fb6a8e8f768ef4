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

    /// <summary>Vectors that are needed: two tables, three sets of limbs in four lanes, and one of constants.</summary>
    private const int Vectors = (2 * Field25519x4.TableCount) + (4 * Count);

    /// <summary>Writes scalar · point, 32 bytes each.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> result)
    {
        byte* memory = stackalloc byte[(Vectors * Vector256<byte>.Count) + Alignment];
        // SAFETY: the memory is longer than all vectors by the alignment. Below, each pointer is used within the count given here.
        var table = (Vector256<ulong>*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        Vector256<ulong>* byX1 = table + Field25519x4.TableCount;
        Vector256<ulong>* state = byX1 + Field25519x4.TableCount;
        Vector256<ulong>* left = state + Count;
        Vector256<ulong>* right = left + Count;
        Vector256<ulong>* signs = right + Count;

        byte* bits = stackalloc byte[Size];
        var clamped = new Span<byte>(bits, Size);
        Ladder25519.Clamp(scalar, clamped);

        Span<ulong> x1 = stackalloc ulong[Count];
        Field25519.ReadLimbs(point[..Size], x1);
        for (int i = 0; i < Count; i++)
        {
            ulong one = i == 0 ? 1UL : 0;
            state[i] = Vector256.Create(one, 0, x1[i], one);
            right[i] = Vector256.Create(one, one, one, x1[i]);

            // To subtract in odd lanes is to add the complement, one, and 2p.
            ulong negating = Limbs25519.TwiceP(i) + 1;
            signs[i] = Vector256.Create(0, negating, 0, negating);
        }
        Field25519x4.MakeTable(right, byX1);

        ulong swap = 0;
        for (int at = 254; at >= 0; at--)
        {
            ulong bit = (uint)(bits[at / 8] >> (at % 8)) & 1;
            swap ^= bit;
            Step(state, left, right, signs, table, byX1, swap);
            swap = bit;
        }

        Vector256<int> chosen = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7) ^ Vector256.Create(4 * (int)swap);
        for (int i = 0; i < Count; i++)
        {
            state[i] = Avx2.PermuteVar8x32(state[i].AsInt32(), chosen).AsUInt64();
        }
        Field25519 x = Field25519x4.NumberAt(state, 0);
        Field25519 z = Field25519x4.NumberAt(state, 1);
        Field25519.Multiply(in x, z.Invert()).Write(result);

        x = default;
        z = default;
        CryptographicOperations.ZeroMemory(clamped);
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, (Vectors * Vector256<byte>.Count) + Alignment));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        Vector256<ulong>* state,
        Vector256<ulong>* left,
        Vector256<ulong>* right,
        Vector256<ulong>* signs,
        Vector256<ulong>* table,
        Vector256<ulong>* byX1,
        ulong swap)
    {
        // SAFETY: ten limbs behind each pointer.
        Vector256<ulong> oddLanes = Vector256.Create(0UL, ulong.MaxValue, 0, ulong.MaxValue);
        Vector256<int> swapping = Vector256.Create(4 * (int)swap); // indices are those of halves of lanes
        Vector256<int> leftLanes = Vector256.Create(0, 1, 2, 3, 6, 7, 4, 5) ^ swapping;
        Vector256<int> rightLanes = Vector256.Create(0, 1, 2, 3, 0, 1, 2, 3) ^ swapping;
        for (int i = 0; i < Count; i++)
        {
            Vector256<ulong> value = state[i];
            Vector256<ulong> sums = (value ^ oddLanes) + (Exchanged(value) + signs[i]); // A, B, C, D
            left[i] = Avx2.PermuteVar8x32(sums.AsInt32(), leftLanes).AsUInt64();
            right[i] = Avx2.PermuteVar8x32(sums.AsInt32(), rightLanes).AsUInt64();
        }
        Field25519x4.Multiply(left, right, state, table); // AA, BB, DA, CB

        Vector256<ulong> notFirst = Vector256.Create(0UL, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);
        Vector256<uint> a24 = Vector256.Create(0UL, Limbs25519.A24, 0, 0).AsUInt32();
        Vector256<ulong> evenMask = Vector256.Create(Limbs25519.EvenMask);
        Vector256<ulong> oddMask = Vector256.Create(Limbs25519.OddMask);
        Vector256<ulong> carry = Vector256<ulong>.Zero;
        for (int i = 0; i < Count; i += 2)
        {
            Vector256<ulong> even = AddFactors(state, left, right, signs, i, oddLanes, notFirst);
            Vector256<ulong> odd = AddFactors(state, left, right, signs, i + 1, oddLanes, notFirst);
            Vector256<ulong> evenTerm = Avx2.Multiply(even.AsUInt32(), a24);
            Vector256<ulong> oddTerm = Avx2.Multiply(odd.AsUInt32(), a24);
            right[i] += (evenTerm & evenMask) + carry;
            right[i + 1] += (oddTerm & oddMask) + (evenTerm >>> Limbs25519.EvenBits);
            carry = oddTerm >>> Limbs25519.OddBits;
        }
        right[0] += carry + (carry << 1) + (carry << 4);
        Field25519x4.Multiply(left, right, state, table);
        Field25519x4.MultiplyByTable(state, byX1, state);
    }

    /// <summary>
    /// A limb of the second round's factors: left AA, E, DA + CB, DA - CB; right BB, AA (to which a24·E is added yet), and the same.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> AddFactors(
        Vector256<ulong>* products,
        Vector256<ulong>* left,
        Vector256<ulong>* right,
        Vector256<ulong>* signs,
        int limb,
        Vector256<ulong> oddLanes,
        Vector256<ulong> notFirst)
    {
        // SAFETY: as in Step, which counts the limbs.
        Vector256<ulong> value = products[limb];
        Vector256<ulong> exchanged = Exchanged(value);
        Vector256<ulong> sums = (value ^ oddLanes) + ((exchanged & notFirst) + signs[limb]);
        left[limb] = sums;
        right[limb] = Avx2.Blend(exchanged.AsUInt32(), sums.AsUInt32(), 0b1111_0000).AsUInt64();
        return sums;
    }

    /// <summary>Lanes 1, 0, 3, 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Exchanged(Vector256<ulong> value) => Avx2.Shuffle(value.AsUInt32(), 0b01_00_11_10).AsUInt64();
}
