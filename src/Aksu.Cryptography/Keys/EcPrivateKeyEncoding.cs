using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Keys;

/// <summary>ECPrivateKey (RFC 5915 §3).</summary>
internal static class EcPrivateKeyEncoding
{
    private static readonly Asn1Tag ParametersTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag PublicKeyTag = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <param name="encoded">DER, nothing behind it.</param>
    /// <param name="curve">The curve that the AlgorithmIdentifier named.</param>
    /// <param name="scalar">Receives the private scalar in the field's length.</param>
    /// <param name="point">The public point; without coordinates when the encoding leaves it out.</param>
    /// <exception cref="AsnContentException">The encoding is wrong.</exception>
    public static bool TryRead(ReadOnlySpan<byte> encoded, PrimeCurve curve, Span<byte> scalar, out ECPoint point)
    {
        point = default;
        AsnDecoder.ReadSequence(encoded, AsnEncodingRules.DER, out int offset, out int length, out int consumed);
        if (consumed != encoded.Length)
        {
            return false;
        }
        ReadOnlySpan<byte> rest = encoded.Slice(offset, length);
        if (!AsnDecoder.TryReadInt32(rest, AsnEncodingRules.DER, out int version, out consumed) || version != 1)
        {
            return false;
        }
        rest = rest[consumed..];
        if (!AsnDecoder.TryReadPrimitiveOctetString(rest, AsnEncodingRules.DER, out ReadOnlySpan<byte> digits, out consumed))
        {
            return false;
        }
        rest = rest[consumed..];

        // Some writers drop leading zeros or add some; the value is what counts.
        int surplus = Math.Max(0, digits.Length - scalar.Length);
        if (digits[..surplus].ContainsAnyExcept((byte)0))
        {
            return false;
        }
        scalar.Clear();
        digits[surplus..].CopyTo(scalar[^(digits.Length - surplus)..]);

        if (TryEnter(ref rest, ParametersTag, out ReadOnlySpan<byte> parameters)
            && !IsCurve(parameters, curve))
        {
            return false;
        }
        if (TryEnter(ref rest, PublicKeyTag, out ReadOnlySpan<byte> publicKey))
        {
            if (!AsnDecoder.TryReadPrimitiveBitString(
                    publicKey, AsnEncodingRules.DER, out int unusedBits, out ReadOnlySpan<byte> bits, out consumed)
                || unusedBits != 0
                || consumed != publicKey.Length
                || curve.ReadPoint(bits) is not { } valid)
            {
                return false;
            }
            point = valid;
        }
        return rest.IsEmpty;
    }

    private static bool IsCurve(ReadOnlySpan<byte> parameters, PrimeCurve curve)
    {
        string oid = AsnDecoder.ReadObjectIdentifier(parameters, AsnEncodingRules.DER, out int consumed);
        return oid == AlgorithmIdentifierEncoding.CurveOid(curve.Kind) && consumed == parameters.Length;
    }

    private static bool TryEnter(ref ReadOnlySpan<byte> rest, Asn1Tag tag, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (rest.IsEmpty || Asn1Tag.Decode(rest, out _) != tag)
        {
            return false;
        }
        AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.DER, out int offset, out int length, out int consumed);
        content = rest.Slice(offset, length);
        rest = rest[consumed..];
        return true;
    }
}
