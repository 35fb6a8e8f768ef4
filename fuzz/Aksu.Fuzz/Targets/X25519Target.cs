using Aksu.Cryptography.Vectorized;
using Aksu.Fuzz.Memory;
using Aksu.Testing;

namespace Aksu.Fuzz.Targets;

/// <summary>X25519 (RFC 7748) in every kind of vector that the processor has, against BouncyCastle's.</summary>
internal static class X25519Target
{
    private const int Size = 32;
    private const int Keys = BasePointMultiple25519.Keys;

    private static readonly DiffieHellmanFunction Reference = DiffieHellmanFunction.Find("x25519")!;

    public static FuzzTarget Target { get; } = new("x25519", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> bytes)
    {
        if (!VectorSupport.HasX25519Instructions)
        {
            return;
        }

        var input = new FuzzInput(bytes.Span);
        byte[] scalar = input.Take(Size);
        byte[] point = input.Take(Size);
        byte[] privateKeys = input.Take(Keys * Size);
        using var guardedScalar = new GuardedMemory(scalar);
        using var guardedPoint = new GuardedMemory(point);
        using var guardedKeys = new GuardedMemory(privateKeys);
        using var product = new GuardedMemory(new byte[Size]);
        using var publicKeys = new GuardedMemory(new byte[Keys * Size]);
        byte[] expected = Reference.Agree(scalar, point) ?? new byte[Size];
        byte[] expectedKeys = [.. privateKeys.Chunk(Size).SelectMany(Reference.DerivePublic)];

        Ladder25519x4.Multiply(guardedScalar.GetSpan(), guardedPoint.GetSpan(), product.GetSpan());
        CryptographySources.Compare(expected, product.GetSpan(), "a product in four lanes");
        BasePointMultiple25519.Multiply<BasePointSum25519x4>(guardedKeys.GetSpan(), publicKeys.GetSpan());
        CryptographySources.Compare(expectedKeys, publicKeys.GetSpan(), "public keys in four lanes");
        if (VectorSupport.HasX25519Instructions512)
        {
            Ladder25519x8.Multiply(guardedScalar.GetSpan(), guardedPoint.GetSpan(), product.GetSpan());
            CryptographySources.Compare(expected, product.GetSpan(), "a product in eight lanes");
            BasePointMultiple25519.Multiply<BasePointSum25519x8>(guardedKeys.GetSpan(), publicKeys.GetSpan());
            CryptographySources.Compare(expectedKeys, publicKeys.GetSpan(), "public keys in eight lanes");
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        const int Length = (2 + Keys) * Size;
        byte[] random = new byte[Length];
        for (int i = 0; i < 8; i++)
        {
            new Random(i).NextBytes(random);
            yield return [.. random];
        }

        // Limbs and digits at their ends: zeros, ones, and the numbers beside the modulus.
        foreach (byte part in (byte[])[0, 1, 8, 0x77, 0x78, 0x7f, 0x80, 0x88, 0xff])
        {
            yield return [.. Enumerable.Repeat(part, Length)];
        }
        for (byte low = 0xea; low != 0xf2; low++)
        {
            yield return [.. random[..Size], low, .. Enumerable.Repeat((byte)0xff, Size - 2), 0x7f, .. random[(2 * Size)..]];
        }
    }
}
