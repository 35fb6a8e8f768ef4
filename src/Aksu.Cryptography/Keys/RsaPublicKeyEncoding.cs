using System.Formats.Asn1;
using System.Numerics;

namespace Aksu.Cryptography.Keys;

/// <summary>RSAPublicKey (RFC 8017 §A.1.1).</summary>
internal static class RsaPublicKeyEncoding
{
    /// <summary>Reads a key that keeps to <see cref="RsaLimits"/>: an odd modulus, and an odd exponent of at least 3.</summary>
    public static bool TryRead(ReadOnlySpan<byte> encoded, out RsaPublicNumbers numbers)
    {
        numbers = default;
        try
        {
            AsnDecoder.ReadSequence(encoded, AsnEncodingRules.DER, out int offset, out int length, out int consumed);
            if (consumed != encoded.Length)
            {
                return false;
            }
            ReadOnlySpan<byte> content = encoded.Slice(offset, length);
            ReadOnlySpan<byte> modulus = AsnDecoder.ReadIntegerBytes(content, AsnEncodingRules.DER, out consumed);
            content = content[consumed..];
            ReadOnlySpan<byte> exponent = AsnDecoder.ReadIntegerBytes(content, AsnEncodingRules.DER, out consumed);
            if (consumed != content.Length || IsNegative(modulus) || IsNegative(exponent))
            {
                return false;
            }
            modulus = modulus.TrimStart((byte)0);
            exponent = exponent.TrimStart((byte)0);
            numbers = new RsaPublicNumbers(modulus, exponent, BitLength(modulus));
            return numbers.ModulusBits is >= RsaLimits.MinModulusBits and <= RsaLimits.MaxModulusBits
                && BitLength(exponent) is >= 2 and <= RsaLimits.MaxExponentBits
                && (modulus[^1] & 1) == 1
                && (exponent[^1] & 1) == 1;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool IsNegative(ReadOnlySpan<byte> integer) => (integer[0] & 0x80) != 0;

    private static int BitLength(ReadOnlySpan<byte> digits) =>
        digits.IsEmpty ? 0 : (digits.Length * 8) - BitOperations.LeadingZeroCount((uint)digits[0]) + 24;
}
