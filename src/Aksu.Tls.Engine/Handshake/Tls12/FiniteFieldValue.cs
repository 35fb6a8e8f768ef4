using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>
/// Numbers of a finite field in TLS 1.2 and before have no fixed length on the wire, and the shared secret loses its leading zeros
/// (RFC 5246 §8.1.2). A key serves one exchange only, so that what its length tells is of no use to anybody.
/// </summary>
internal static class FiniteFieldValue
{
    /// <summary>The number with as many bytes as the prime; longer numbers stay as they are and are refused later.</summary>
    public static byte[] Widen(ReadOnlySpan<byte> value, int size)
    {
        ReadOnlySpan<byte> digits = value.TrimStart((byte)0);
        byte[] widened = new byte[Math.Max(size, digits.Length)];
        digits.CopyTo(widened.AsSpan(widened.Length - digits.Length));
        return widened;
    }

    /// <summary>The secret without its leading zeros; takes it over.</summary>
    public static Secret Narrow(Secret shared)
    {
        using (shared)
        {
            return Secret.CopyOf(shared.Span.TrimStart((byte)0));
        }
    }
}
