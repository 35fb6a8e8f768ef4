using System.Formats.Asn1;
using System.Numerics;

namespace Aksu.Cryptography.Keys;

/// <summary>Bounds on RSA keys that others hand to us: below is no security, above is only the peer's power to make us work.</summary>
internal static class RsaLimits
{
    public const int MinModulusBits = 1024;
    public const int MaxModulusBits = 8192;

    /// <summary>Nobody uses longer ones, and the cost of a verification grows with the exponent.</summary>
    private const int MaxExponentBits = 33;

    /// <summary>Whether an RSAPublicKey (RFC 8017 §A.1.1) keeps to the bounds: an odd modulus, and an odd exponent of at least 3.</summary>
    public static bool Allow(ReadOnlySpan<byte> rsaPublicKey, out int modulusBits)
    {
        modulusBits = 0;
        try
        {
            AsnDecoder.ReadSequence(rsaPublicKey, AsnEncodingRules.DER, out int offset, out int length, out int consumed);
            if (consumed != rsaPublicKey.Length)
            {
                return false;
            }
            ReadOnlySpan<byte> content = rsaPublicKey.Slice(offset, length);
            ReadOnlySpan<byte> modulus = AsnDecoder.ReadIntegerBytes(content, AsnEncodingRules.DER, out consumed);
            content = content[consumed..];
            ReadOnlySpan<byte> exponent = AsnDecoder.ReadIntegerBytes(content, AsnEncodingRules.DER, out consumed);
            if (consumed != content.Length)
            {
                return false;
            }
            modulusBits = BitLength(modulus);
            int exponentBits = BitLength(exponent);
            return modulusBits is >= MinModulusBits and <= MaxModulusBits && exponentBits is >= 2 and <= MaxExponentBits
                && (modulus[^1] & 1) == 1 && (exponent[^1] & 1) == 1;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>Bits of a DER INTEGER's content; -1 for a negative one.</summary>
    private static int BitLength(ReadOnlySpan<byte> integer)
    {
        if ((integer[0] & 0x80) != 0)
        {
            return -1;
        }
        ReadOnlySpan<byte> digits = integer.TrimStart((byte)0);
        return digits.IsEmpty ? 0 : (digits.Length * 8) - BitOperations.LeadingZeroCount((uint)digits[0]) + 24;
    }
}
