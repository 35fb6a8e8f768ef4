using System.Formats.Asn1;

namespace Aksu.Cryptography.Keys;

/// <summary>CurvePrivateKey (RFC 8410 §7): an OCTET STRING inside the OCTET STRING of PKCS#8.</summary>
internal static class EdwardsPrivateKeyEncoding
{
    public static bool TryRead(ReadOnlySpan<byte> encoded, int size, out ReadOnlySpan<byte> seed)
    {
        try
        {
            return AsnDecoder.TryReadPrimitiveOctetString(encoded, AsnEncodingRules.DER, out seed, out int consumed)
                && consumed == encoded.Length
                && seed.Length == size;
        }
        catch (AsnContentException)
        {
            seed = default;
            return false;
        }
    }

    public static Secret Write(KeyKind kind, ReadOnlySpan<byte> seed)
    {
        const byte OctetString = 4;
        using var wrapped = new Secret(seed.Length + 2);
        wrapped.Span[0] = OctetString;
        wrapped.Span[1] = (byte)seed.Length;
        seed.CopyTo(wrapped.Span[2..]);
        return PrivateKeyEncoding.Write(new KeyAlgorithm(kind), wrapped.Span);
    }
}
