using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// A number modulo 2^255 - 19 in five limbs of 51 bits, each of which may be a little longer between operations. For what happens once in
/// an exchange: reading, writing, and the division at its end. No branch and no address depends on the number.
/// </summary>
internal struct Field25519
{
    private const int LimbBits = Limbs25519.Bits;
    private const ulong Mask = (1UL << LimbBits) - 1;

    /// <summary>The first limb of 4p, and each of the others.</summary>
    private const ulong FourP0 = (1UL << 53) - 76;
    private const ulong FourP = (1UL << 53) - 4;

    private ulong _l0;
    private ulong _l1;
    private ulong _l2;
    private ulong _l3;
    private ulong _l4;

    public static Field25519 One => new() { _l0 = 1 };

    /// <summary>Takes five limbs above -2^53 + 76, which may be as much above zero. Its own are below 2^51 + 2^8 then.</summary>
    public static Field25519 FromLimbs(ReadOnlySpan<long> five)
    {
        var value = new Field25519
        {
            _l0 = FourP0 + (ulong)five[0],
            _l1 = FourP + (ulong)five[1],
            _l2 = FourP + (ulong)five[2],
            _l3 = FourP + (ulong)five[3],
            _l4 = FourP + (ulong)five[4],
        };
        value.Carry();
        return value;
    }

    /// <summary>
    /// Reads a u-coordinate into five limbs below 2^51: the last bit is not part of it (RFC 7748 §5), and it may be p or more.
    /// </summary>
    public static void ReadLimbs(ReadOnlySpan<byte> bytes, Span<ulong> five)
    {
        ulong w0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        ulong w1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        ulong w2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        ulong w3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        five[0] = w0 & Mask;
        five[1] = ((w0 >> 51) | (w1 << 13)) & Mask;
        five[2] = ((w1 >> 38) | (w2 << 26)) & Mask;
        five[3] = ((w2 >> 25) | (w3 << 39)) & Mask;
        five[4] = (w3 >> 12) & Mask;
    }

    /// <summary>Reads a number of 255 bits; the last bit is not part of it.</summary>
    public static Field25519 Read(ReadOnlySpan<byte> bytes)
    {
        Span<ulong> five = stackalloc ulong[Limbs25519.Count];
        ReadLimbs(bytes, five);
        return new Field25519 { _l0 = five[0], _l1 = five[1], _l2 = five[2], _l3 = five[3], _l4 = five[4] };
    }

    /// <summary>The one representative below p, little-endian.</summary>
    public readonly void Write(Span<byte> bytes)
    {
        Field25519 value = this;
        value.Carry();
        value.Carry();

        // Whether the value is p or more: what 19 more would carry out of 255 bits.
        ulong beyond = (value._l0 + 19) >> LimbBits;
        beyond = (value._l1 + beyond) >> LimbBits;
        beyond = (value._l2 + beyond) >> LimbBits;
        beyond = (value._l3 + beyond) >> LimbBits;
        beyond = (value._l4 + beyond) >> LimbBits;
        value._l0 += 19 * beyond;
        value._l1 += value._l0 >> LimbBits;
        value._l2 += value._l1 >> LimbBits;
        value._l3 += value._l2 >> LimbBits;
        value._l4 += value._l3 >> LimbBits;
        ulong l0 = value._l0 & Mask;
        ulong l1 = value._l1 & Mask;
        ulong l2 = value._l2 & Mask;
        ulong l3 = value._l3 & Mask;
        ulong l4 = value._l4 & Mask;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | (l1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (l1 >> 13) | (l2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (l2 >> 26) | (l3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (l3 >> 39) | (l4 << 12));
    }

    public static Field25519 Add(in Field25519 a, in Field25519 b) => new()
    {
        _l0 = a._l0 + b._l0,
        _l1 = a._l1 + b._l1,
        _l2 = a._l2 + b._l2,
        _l3 = a._l3 + b._l3,
        _l4 = a._l4 + b._l4,
    };

    /// <summary>The right number may be a product or a sum of two, which 4p exceeds in each limb.</summary>
    public static Field25519 Subtract(in Field25519 a, in Field25519 b) => new()
    {
        _l0 = a._l0 + FourP0 - b._l0,
        _l1 = a._l1 + FourP - b._l1,
        _l2 = a._l2 + FourP - b._l2,
        _l3 = a._l3 + FourP - b._l3,
        _l4 = a._l4 + FourP - b._l4,
    };

    /// <summary>
    /// Puts their inverses in the place of all numbers, none of which may be zero: one division, and three products for each.
    /// </summary>
    public static void InvertAll(Span<Field25519> numbers)
    {
        // Each place gets the product of all before it; then the inverse of the whole product is taken apart again from the end.
        Span<Field25519> before = numbers.Length <= 8 ? stackalloc Field25519[8] : new Field25519[numbers.Length];
        Field25519 product = One;
        for (int i = 0; i < numbers.Length; i++)
        {
            before[i] = product;
            product = Multiply(in product, in numbers[i]);
        }
        Field25519 inverse = product.Invert();
        for (int i = numbers.Length - 1; i >= 0; i--)
        {
            Field25519 number = numbers[i];
            numbers[i] = Multiply(in inverse, in before[i]);
            inverse = Multiply(in inverse, in number);
        }
        before.Clear();
    }

    /// <summary>This to the power of p - 2: its inverse, and zero for zero.</summary>
    public readonly Field25519 Invert()
    {
        Field25519 x = this;
        x.Carry();
        Field25519 x2 = Squared(in x, 1);
        Field25519 x9 = Multiply(Squared(in x2, 2), in x);
        Field25519 x11 = Multiply(in x9, in x2);
        Field25519 x5Bits = Multiply(Squared(in x11, 1), in x9); // 2^5 - 1, and so on
        Field25519 x10Bits = Multiply(Squared(in x5Bits, 5), in x5Bits);
        Field25519 x20Bits = Multiply(Squared(in x10Bits, 10), in x10Bits);
        Field25519 x40Bits = Multiply(Squared(in x20Bits, 20), in x20Bits);
        Field25519 x50Bits = Multiply(Squared(in x40Bits, 10), in x10Bits);
        Field25519 x100Bits = Multiply(Squared(in x50Bits, 50), in x50Bits);
        Field25519 x200Bits = Multiply(Squared(in x100Bits, 100), in x100Bits);
        Field25519 x250Bits = Multiply(Squared(in x200Bits, 50), in x50Bits);
        return Multiply(Squared(in x250Bits, 5), in x11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Field25519 Multiply(in Field25519 a, in Field25519 b)
    {
        ulong a0 = a._l0;
        ulong a1 = a._l1;
        ulong a2 = a._l2;
        ulong a3 = a._l3;
        ulong a4 = a._l4;
        ulong b1x = 19 * b._l1;
        ulong b2x = 19 * b._l2;
        ulong b3x = 19 * b._l3;
        ulong b4x = 19 * b._l4;
        UInt128 h0 = Product(a0, b._l0) + Product(a1, b4x) + Product(a2, b3x) + Product(a3, b2x) + Product(a4, b1x);
        UInt128 h1 = Product(a0, b._l1) + Product(a1, b._l0) + Product(a2, b4x) + Product(a3, b3x) + Product(a4, b2x);
        UInt128 h2 = Product(a0, b._l2) + Product(a1, b._l1) + Product(a2, b._l0) + Product(a3, b4x) + Product(a4, b3x);
        UInt128 h3 = Product(a0, b._l3) + Product(a1, b._l2) + Product(a2, b._l1) + Product(a3, b._l0) + Product(a4, b4x);
        UInt128 h4 = Product(a0, b._l4) + Product(a1, b._l3) + Product(a2, b._l2) + Product(a3, b._l1) + Product(a4, b._l0);
        return Reduce(h0, h1, h2, h3, h4);
    }

    /// <summary>
    /// Squares again and again; limbs have to be below 2^52. Of two factors the first comes twice as large here, and the second 2^12 times:
    /// what a product carries to the next column is its upper word then, and what it leaves is the lower one without thirteen zeros. So
    /// nothing is ever added up in two words, which costs more than the multiplications.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Field25519 Squared(in Field25519 a, int times)
    {
        ulong a0 = a._l0;
        ulong a1 = a._l1;
        ulong a2 = a._l2;
        ulong a3 = a._l3;
        ulong a4 = a._l4;
        for (int i = 0; i < times; i++)
        {
            ulong s0 = a0 << 12;
            ulong s1 = a1 << 12;
            ulong s2 = a2 << 12;
            ulong s3 = a3 << 12;
            ulong s4 = a4 << 12;
            ulong a3x = 19 * 2 * a3;
            ulong a4x = 19 * 2 * a4;
            ulong h0 = Left(2 * a0, s0) + Left(2 * a4x, s1) + Left(2 * a3x, s2);
            ulong c0 = Carried(2 * a0, s0) + Carried(2 * a4x, s1) + Carried(2 * a3x, s2);
            ulong h1 = Left(4 * a0, s1) + Left(2 * a4x, s2) + Left(a3x, s3);
            ulong c1 = Carried(4 * a0, s1) + Carried(2 * a4x, s2) + Carried(a3x, s3);
            ulong h2 = Left(4 * a0, s2) + Left(2 * a1, s1) + Left(2 * a4x, s3);
            ulong c2 = Carried(4 * a0, s2) + Carried(2 * a1, s1) + Carried(2 * a4x, s3);
            ulong h3 = Left(4 * a0, s3) + Left(4 * a1, s2) + Left(a4x, s4);
            ulong c3 = Carried(4 * a0, s3) + Carried(4 * a1, s2) + Carried(a4x, s4);
            ulong h4 = Left(4 * a0, s4) + Left(4 * a1, s3) + Left(2 * a2, s2);
            ulong c4 = Carried(4 * a0, s4) + Carried(4 * a1, s3) + Carried(2 * a2, s2);

            // No sum reaches 2^60: carries into a column are below 154 · 2^52 (two products with 76, one with 2), and those of the last
            // column, which come back times 19, below 10 · 2^52.
            h0 += 19 * c4;
            h1 += c0;
            h2 += c1;
            h3 += c2;
            h4 += c3;
            a0 = (h0 & Mask) + (19 * (h4 >> LimbBits));
            a1 = (h1 & Mask) + (h0 >> LimbBits);
            a2 = (h2 & Mask) + (h1 >> LimbBits);
            a3 = (h3 & Mask) + (h2 >> LimbBits);
            a4 = (h4 & Mask) + (h3 >> LimbBits);
        }
        return new Field25519 { _l0 = a0, _l1 = a1, _l2 = a2, _l3 = a3, _l4 = a4 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Left(ulong twice, ulong shifted) => (twice * shifted) >> (64 - LimbBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Carried(ulong twice, ulong shifted) => Bmi2.X64.MultiplyNoFlags(twice, shifted);

    /// <summary>Both halves from an instruction each: that of both would leave the lower one in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Product(ulong a, ulong b) => new(Bmi2.X64.MultiplyNoFlags(a, b), a * b);

    /// <summary>
    /// Five columns come down to limbs in two rounds, in each of which every limb gives its carry to the next at the same time. With
    /// factors below 2^54 no carry of the first is longer than 64 bits, and those of the second have 13.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Field25519 Reduce(UInt128 h0, UInt128 h1, UInt128 h2, UInt128 h3, UInt128 h4)
    {
        ulong l0 = ((ulong)h0 & Mask) + (19 * (ulong)(h4 >> LimbBits));
        ulong l1 = ((ulong)h1 & Mask) + (ulong)(h0 >> LimbBits);
        ulong l2 = ((ulong)h2 & Mask) + (ulong)(h1 >> LimbBits);
        ulong l3 = ((ulong)h3 & Mask) + (ulong)(h2 >> LimbBits);
        ulong l4 = ((ulong)h4 & Mask) + (ulong)(h3 >> LimbBits);
        return new Field25519
        {
            _l0 = (l0 & Mask) + (19 * (l4 >> LimbBits)),
            _l1 = (l1 & Mask) + (l0 >> LimbBits),
            _l2 = (l2 & Mask) + (l1 >> LimbBits),
            _l3 = (l3 & Mask) + (l2 >> LimbBits),
            _l4 = (l4 & Mask) + (l3 >> LimbBits),
        };
    }

    private void Carry()
    {
        _l1 += _l0 >> LimbBits;
        _l2 += _l1 >> LimbBits;
        _l3 += _l2 >> LimbBits;
        _l4 += _l3 >> LimbBits;
        _l0 = (_l0 & Mask) + (19 * (_l4 >> LimbBits));
        _l1 &= Mask;
        _l2 &= Mask;
        _l3 &= Mask;
        _l4 &= Mask;
    }
}
