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

    /// <summary>Vectors that are needed: a table, and three sets of limbs in eight lanes.</summary>
    private const int Vectors = Field25519x8.TableCount + (3 * Count);

    /// <summary>Writes scalar · point, 32 bytes each.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> result)
    {
        byte* memory = stackalloc byte[(Vectors * Vector512<byte>.Count) + Alignment];
        // SAFETY: the memory is longer than all vectors by the alignment. Below, each pointer is used within the count given here.
        var table = (Vector512<ulong>*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        Vector512<ulong>* state = table + Field25519x8.TableCount;
        Vector512<ulong>* left = state + Count;
        Vector512<ulong>* signs = left + Count;

        byte* bits = stackalloc byte[Size];
        var clamped = new Span<byte>(bits, Size);
        Ladder25519.Clamp(scalar, clamped);

        // x2, z2, x3, z3, and by one product the same times x1.
        Span<ulong> x1 = stackalloc ulong[Count];
        Field25519.ReadLimbs(point[..Size], x1);
        for (int i = 0; i < Count; i++)
        {
            ulong one = i == 0 ? 1UL : 0;
            left[i] = Vector512.Create(one, 0, x1[i], one, one, 0, x1[i], one);
            Field25519x8.SetFactor(table, i, Vector512.Create(one, one, one, one, x1[i], x1[i], x1[i], x1[i]));

            // To subtract in odd lanes is to add the complement, one, and 2p.
            ulong negating = Limbs25519.TwiceP(i) + 1;
            signs[i] = Vector512.Create(0, negating, 0, negating, 0, negating, 0, negating);
        }
        Field25519x8.MultiplyByTable(left, table, state);

        ulong swap = 0;
        for (int at = 254; at >= 0; at--)
        {
            ulong bit = (uint)(bits[at / 8] >> (at % 8)) & 1;
            swap ^= bit;
            Step(state, left, signs, table, swap);
            swap = bit;
        }

        Vector512<ulong> chosen = Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7) ^ Vector512.Create(2 * swap);
        Span<ulong> x = stackalloc ulong[Count];
        Span<ulong> z = stackalloc ulong[Count];
        for (int i = 0; i < Count; i++)
        {
            Vector512<ulong> limb = Avx512F.PermuteVar8x64(state[i], chosen);
            x[i] = limb[0];
            z[i] = limb[1];
        }
        Field25519.Multiply(Field25519.FromLimbs(x), Field25519.FromLimbs(z).Invert()).Write(result);

        x.Clear();
        z.Clear();
        CryptographicOperations.ZeroMemory(clamped);
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, (Vectors * Vector512<byte>.Count) + Alignment));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        Vector512<ulong>* state,
        Vector512<ulong>* left,
        Vector512<ulong>* signs,
        Vector512<ulong>* table,
        ulong swap)
    {
        // SAFETY: ten limbs behind each pointer, and a table behind the last.
        const ulong All = ulong.MaxValue;
        Vector512<ulong> oddLanes = Vector512.Create(0UL, All, 0, All, 0, All, 0, All);
        Vector512<ulong> swapping = Vector512.Create(2 * swap);
        Vector512<ulong> leftLanes = Vector512.Create(0UL, 1, 3, 2, 4, 5, 7, 6) ^ swapping;
        Vector512<ulong> rightLanes = Vector512.Create(0UL, 1, 0, 1, 0, 1, 0, 1) ^ swapping;
        for (int i = 0; i < Count; i++)
        {
            Vector512<ulong> value = state[i];
            Vector512<ulong> sums = (value ^ oddLanes) + (Exchanged(value) + signs[i]); // A, B, C, D
            left[i] = Avx512F.PermuteVar8x64(sums, leftLanes);
            Field25519x8.SetFactor(table, i, Avx512F.PermuteVar8x64(sums, rightLanes));
        }
        Field25519x8.MultiplyByTable(left, table, state); // AA, BB, DA, CB

        Vector512<ulong> notFirst = Vector512.Create(0UL, All, All, All, 0, All, All, All);
        Vector512<uint> a24 = Vector512.Create(0UL, Limbs25519.A24, 0, 0, 0, 0, 0, 0).AsUInt32();
        Vector512<ulong> evenMask = Vector512.Create(Limbs25519.EvenMask);
        Vector512<ulong> oddMask = Vector512.Create(Limbs25519.OddMask);
        Vector512<ulong> spread = Vector512.Create(0UL, 1, 2, 7, 0, 1, 2, 7);
        Vector512<ulong> carry = Vector512<ulong>.Zero;
        Vector512<ulong> first = carry;
        for (int i = 0; i < Count; i += 2)
        {
            Vector512<ulong> even = AddFactors(state, left, signs, i, oddLanes, notFirst, out Vector512<ulong> evenRight);
            Vector512<ulong> odd = AddFactors(state, left, signs, i + 1, oddLanes, notFirst, out Vector512<ulong> oddRight);
            Vector512<ulong> evenTerm = Avx512F.Multiply(even.AsUInt32(), a24);
            Vector512<ulong> oddTerm = Avx512F.Multiply(odd.AsUInt32(), a24);
            evenRight += (evenTerm & evenMask) + carry;
            first = i == 0 ? evenRight : first;
            Field25519x8.SetFactor(table, i, Avx512F.PermuteVar8x64(evenRight, spread));
            oddRight += (oddTerm & oddMask) + (evenTerm >>> Limbs25519.EvenBits);
            Field25519x8.SetFactor(table, i + 1, Avx512F.PermuteVar8x64(oddRight, spread));
            carry = oddTerm >>> Limbs25519.OddBits;
        }

        // What the last limb carries comes back to the first.
        Field25519x8.SetFactor(table, 0, Avx512F.PermuteVar8x64(first + carry + ((carry << 1) + (carry << 4)), spread));
        Field25519x8.MultiplyByTable(left, table, state);
    }

    /// <summary>
    /// A limb of the second round's factors: left AA, E, DA + CB, DA - CB, in both halves; right BB, AA (to which a24·E is added yet), DA +
    /// CB, and in the last lane x1·(DA - CB).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> AddFactors(
        Vector512<ulong>* products,
        Vector512<ulong>* left,
        Vector512<ulong>* signs,
        int limb,
        Vector512<ulong> oddLanes,
        Vector512<ulong> notFirst,
        out Vector512<ulong> right)
    {
        // SAFETY: as in Step, which counts the limbs.
        Vector512<ulong> value = products[limb];
        Vector512<ulong> exchanged = Exchanged(value);
        Vector512<ulong> sums = (value ^ oddLanes) + ((exchanged & notFirst) + signs[limb]);
        left[limb] = sums;
        // Exchanged where bits of the first vector are set, sums elsewhere (a selection would go through a mask register, which is dearer).
        right = Avx512F.TernaryLogic(Vector512.Create(ulong.MaxValue, ulong.MaxValue, 0, 0, 0, 0, 0, 0), exchanged, sums, 0xca);
        return sums;
    }

    /// <summary>Lanes 1, 0, 3, 2, 5, 4, 7, 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Exchanged(Vector512<ulong> value) => Avx512F.Shuffle(value.AsUInt32(), 0b01_00_11_10).AsUInt64();
}
