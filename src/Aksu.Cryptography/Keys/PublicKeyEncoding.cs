using System.Formats.Asn1;

namespace Aksu.Cryptography.Keys;

/// <summary>SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), read strictly and written.</summary>
internal static class PublicKeyEncoding
{
    /// <param name="subjectPublicKeyInfo">DER, nothing behind it.</param>
    /// <param name="algorithm">What the key is.</param>
    /// <param name="key">The content of the BIT STRING, a slice of the input.</param>
    public static bool TryRead(ReadOnlySpan<byte> subjectPublicKeyInfo, out KeyAlgorithm algorithm, out ReadOnlySpan<byte> key)
    {
        algorithm = default;
        key = default;
        try
        {
            AsnDecoder.ReadSequence(subjectPublicKeyInfo, AsnEncodingRules.DER, out int offset, out int length, out int consumed);
            if (consumed != subjectPublicKeyInfo.Length)
            {
                return false;
            }
            ReadOnlySpan<byte> content = subjectPublicKeyInfo.Slice(offset, length);
            AsnDecoder.ReadEncodedValue(content, AsnEncodingRules.DER, out _, out _, out int identifierLength);
            var identifier = new AsnReader(content[..identifierLength].ToArray(), AsnEncodingRules.DER);
            if (AlgorithmIdentifierEncoding.Read(identifier) is not { } known
                || !AsnDecoder.TryReadPrimitiveBitString(
                    content[identifierLength..], AsnEncodingRules.DER, out int unusedBits, out key, out consumed)
                || unusedBits != 0
                || identifierLength + consumed != content.Length)
            {
                return false;
            }
            algorithm = known;
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    public static byte[] Write(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            AlgorithmIdentifierEncoding.Write(writer, algorithm);
            writer.WriteBitString(key);
        }
        return writer.Encode();
    }
}
