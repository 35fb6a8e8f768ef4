using System.Security.Cryptography;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Timing;

/// <summary>X25519 in vector lanes: does its time tell the scalar, or whether numbers on the way are zero?</summary>
internal static class X25519Timing
{
    private const int Size = 32;

    private delegate void Ladder(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> result);

    public static IEnumerable<TimingTest> Tests()
    {
        if (VectorSupport.HasX25519Instructions512)
        {
            foreach (TimingTest test in TestsOf("X25519 in eight lanes", Ladder25519x8.Multiply))
            {
                yield return test;
            }
        }
        if (VectorSupport.HasX25519Instructions)
        {
            foreach (TimingTest test in TestsOf("X25519 in four lanes", Ladder25519x4.Multiply))
            {
                yield return test;
            }
        }
    }

    private static IEnumerable<TimingTest> TestsOf(string name, Ladder ladder)
    {
        byte[] scalar = new byte[Size];
        byte[] point = new byte[Size];
        byte[] result = new byte[Size];
        byte[] fixedScalar = RandomNumberGenerator.GetBytes(Size);
        byte[] fixedPoint = RandomNumberGenerator.GetBytes(Size);
        byte[] random = new byte[Size];
        TimingTest Test((string, string) kinds, byte[] changing, byte[] first, byte[] other, byte[] otherValue) => new(
            name,
            kinds,
            kind =>
            {
                RandomNumberGenerator.Fill(random);
                otherValue.CopyTo(other, 0);
                (kind == 0 ? first : random).CopyTo(changing, 0);
            },
            () => ladder(scalar, point, result));
        yield return Test(("one scalar", "any scalar"), scalar, fixedScalar, point, fixedPoint);
        yield return Test(("a scalar of zeros", "any scalar"), scalar, new byte[Size], point, fixedPoint);
        yield return Test(("a point whose multiples are zero", "any point"), point, new byte[Size], scalar, fixedScalar);
    }
}
