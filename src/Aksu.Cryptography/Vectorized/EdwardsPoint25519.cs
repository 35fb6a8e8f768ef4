namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// A point of the twisted Edwards curve that is the other form of Curve25519 (RFC 7748 §4.1), as X, Y, Z and T with x = X/Z, y = Y/Z and
/// x·y = T/Z. For public points only: it makes the table of the base point's multiples.
/// </summary>
internal readonly record struct EdwardsPoint25519(Field25519 X, Field25519 Y, Field25519 Z, Field25519 T)
{
    /// <summary>The point that RFC 7748 §4.1 gives for the edwards25519 form.</summary>
    public static EdwardsPoint25519 Base
    {
        get
        {
            Field25519 x = FromHex("1ad5258f602d56c9b2a7259560c72c695cdcd6fd31e2a4c0fe536ecdd3366921");
            Field25519 y = FromHex("5866666666666666666666666666666666666666666666666666666666666666");
            return new(x, y, Field25519.One, Field25519.Multiply(in x, in y));
        }
    }

    /// <summary>2d, where d is the curve's.</summary>
    public static Field25519 TwiceD { get; } = FromHex("59f1b226949bd6eb56b183829a14e00030d1f3eef2808e19e7fcdf56dcd90624");

    /// <summary>The sum, for any two points, equal ones too: the law has no exceptions on this curve (RFC 8032 §5.1.4).</summary>
    public static EdwardsPoint25519 Add(in EdwardsPoint25519 p, in EdwardsPoint25519 q)
    {
        Field25519 a = Field25519.Multiply(Field25519.Subtract(p.Y, p.X), Field25519.Subtract(q.Y, q.X));
        Field25519 b = Field25519.Multiply(Field25519.Add(p.Y, p.X), Field25519.Add(q.Y, q.X));
        Field25519 c = Field25519.Multiply(Field25519.Multiply(p.T, q.T), TwiceD);
        Field25519 half = Field25519.Multiply(p.Z, q.Z);
        Field25519 d = Field25519.Add(in half, in half);
        Field25519 e = Field25519.Subtract(in b, in a);
        Field25519 f = Field25519.Subtract(in d, in c);
        Field25519 g = Field25519.Add(in d, in c);
        Field25519 h = Field25519.Add(in b, in a);
        return new(
            Field25519.Multiply(in e, in f),
            Field25519.Multiply(in g, in h),
            Field25519.Multiply(in f, in g),
            Field25519.Multiply(in e, in h));
    }

    private static Field25519 FromHex(string littleEndian) => Field25519.Read(Convert.FromHexString(littleEndian));
}
