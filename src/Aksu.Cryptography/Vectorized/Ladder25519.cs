namespace Aksu.Cryptography.Vectorized;

/// <summary>X25519 (RFC 7748 §5) in as many lanes as this processor has.</summary>
internal static class Ladder25519
{
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
}
