namespace Aksu.Cryptography.Vectorized;

/// <summary>X25519 (RFC 7748 §5) in as many lanes as this processor has.</summary>
internal static class Ladder25519
{
    private const int Size = 32;

    /// <summary>Writes scalar · point, 32 bytes each.</summary>
    public static void Multiply(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> point, Span<byte> result)
    {
        if (VectorSupport.HasX25519Instructions512)
        {
            Ladder25519x8.Multiply(scalar, point, result);
        }
        else
        {
            Ladder25519x4.Multiply(scalar, point, result);
        }
    }

    /// <summary>Copies a scalar with the bits set and cleared that RFC 7748 §5 says.</summary>
    public static void Clamp(ReadOnlySpan<byte> scalar, Span<byte> clamped)
    {
        scalar[..Size].CopyTo(clamped);
        clamped[0] &= 0xf8;
        clamped[Size - 1] = (byte)((clamped[Size - 1] & 0x7f) | 0x40);
    }
}
