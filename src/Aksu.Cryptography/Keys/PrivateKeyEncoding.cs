using System.Formats.Asn1;

namespace Aksu.Cryptography.Keys;

/// <summary>PKCS#8 PrivateKeyInfo, also in its second version OneAsymmetricKey (RFC 5958 §2), read strictly and written.</summary>
internal static class PrivateKeyEncoding
{
    private static readonly Asn1Tag AttributesTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag PublicKeyTag = new(TagClass.ContextSpecific, 1);

    /// <param name="pkcs8">DER, nothing behind it.</param>
    /// <param name="algorithm">What the key is.</param>
    /// <param name="key">The content of the privateKey OCTET STRING, a slice of the input.</param>
    public static bool TryRead(ReadOnlySpan<byte> pkcs8, out KeyAlgorithm algorithm, out ReadOnlySpan<byte> key)
    {
        algorithm = default;
        key = default;
        try
        {
            AsnDecoder.ReadSequence(pkcs8, AsnEncodingRules.DER, out int offset, out int length, out int consumed);
            if (consumed != pkcs8.Length)
            {
                return false;
            }
            ReadOnlySpan<byte> rest = pkcs8.Slice(offset, length);
            if (!AsnDecoder.TryReadInt32(rest, AsnEncodingRules.DER, out int version, out consumed) || version is not (0 or 1))
            {
                return false;
            }
            rest = rest[consumed..];
            AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.DER, out _, out _, out consumed);
            var identifier = new AsnReader(rest[..consumed].ToArray(), AsnEncodingRules.DER);
            rest = rest[consumed..];
            if (AlgorithmIdentifierEncoding.Read(identifier) is not { } known
                || !AsnDecoder.TryReadPrimitiveOctetString(rest, AsnEncodingRules.DER, out key, out consumed))
            {
                return false;
            }
            algorithm = known;
            rest = SkipOptional(rest[consumed..], AttributesTag);
            return (version == 1 ? SkipOptional(rest, PublicKeyTag) : rest).IsEmpty;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>Writes the first version, which everybody reads.</summary>
    public static Secret Write(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        // The writer's buffer is large enough from the start: growing would leave copies of the key behind.
        var writer = new AsnWriter(AsnEncodingRules.DER, key.Length + 256);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            AlgorithmIdentifierEncoding.Write(writer, algorithm);
            writer.WriteOctetString(key);
        }
        var pkcs8 = new Secret(writer.GetEncodedLength());
        writer.Encode(pkcs8.Span);
        writer.Reset(); // wipes its buffer
        return pkcs8;
    }

    private static ReadOnlySpan<byte> SkipOptional(ReadOnlySpan<byte> rest, Asn1Tag tag)
    {
        if (rest.IsEmpty || !Asn1Tag.Decode(rest, out _).HasSameClassAndValue(tag))
        {
            return rest;
        }
        AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.DER, out _, out _, out int consumed);
        return rest[consumed..];
    }
}
