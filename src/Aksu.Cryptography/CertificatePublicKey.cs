using System.Formats.Asn1;

namespace Aksu.Cryptography;

/// <summary>Finds the public key in a certificate without reading the rest of it, and without any policy. Thread-safe.</summary>
public static class CertificatePublicKey
{
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>
    /// Finds the SubjectPublicKeyInfo (RFC 5280 §4.1) of a DER certificate. Only the fields on the way to it are looked at, by tag and
    /// length; what they say is for others to judge.
    /// </summary>
    /// <param name="certificateDer">The whole certificate, nothing behind it.</param>
    /// <param name="subjectPublicKeyInfo">The DER encoding of the key, a slice of <paramref name="certificateDer"/>.</param>
    /// <returns>False when the bytes are not the DER frame of a certificate.</returns>
    public static bool TryRead(ReadOnlySpan<byte> certificateDer, out ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        subjectPublicKeyInfo = default;
        ReadOnlySpan<byte> outer = certificateDer;
        if (!TryEnter(ref outer, Asn1Tag.Sequence, out ReadOnlySpan<byte> certificate) || !outer.IsEmpty
            || !TryEnter(ref certificate, Asn1Tag.Sequence, out ReadOnlySpan<byte> toBeSigned))
        {
            return false;
        }

        ReadOnlySpan<byte> afterVersion = toBeSigned;
        if (TryEnter(ref afterVersion, VersionTag, out _))
        {
            toBeSigned = afterVersion;
        }

        if (!TryEnter(ref toBeSigned, Asn1Tag.Integer, out _) // serialNumber
            || !TryEnter(ref toBeSigned, Asn1Tag.Sequence, out _) // signature
            || !TryEnter(ref toBeSigned, Asn1Tag.Sequence, out _) // issuer
            || !TryEnter(ref toBeSigned, Asn1Tag.Sequence, out _) // validity
            || !TryEnter(ref toBeSigned, Asn1Tag.Sequence, out _)) // subject
        {
            return false;
        }

        ReadOnlySpan<byte> fromKey = toBeSigned;
        if (!TryEnter(ref toBeSigned, Asn1Tag.Sequence, out _))
        {
            return false;
        }
        subjectPublicKeyInfo = fromKey[..^toBeSigned.Length];
        return true;
    }

    private static bool TryEnter(scoped ref ReadOnlySpan<byte> source, Asn1Tag expected, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (!AsnDecoder.TryReadEncodedValue(
                source, AsnEncodingRules.DER, out Asn1Tag tag, out int offset, out int length, out int consumed)
            || tag != expected)
        {
            return false;
        }
        content = source.Slice(offset, length);
        source = source[consumed..];
        return true;
    }
}
