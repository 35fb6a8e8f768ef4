using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Text;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Names;

/// <summary>
/// Bytes that are equal exactly when two directory names are (RFC 5280 §7.1): each part is length-prefixed, so "begins with" on the bytes
/// is "lies below" on the names.
/// </summary>
internal static class CanonicalName
{
    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: false);

    public static byte[] Of(ReadOnlySpan<byte> der)
    {
        var writer = new MemoryStream(der.Length + 32);
        DerReader outer = new(der);
        DerReader name = outer.ReadSequence();
        while (!name.IsEmpty)
        {
            WritePart(writer, name.ReadSetOf());
        }

        return writer.ToArray();
    }

    private static void WritePart(MemoryStream writer, DerReader part)
    {
        byte[] first = Attribute(part.ReadSequence());
        if (part.IsEmpty)
        {
            WriteLength(writer, first.Length);
            writer.Write(first);
            return;
        }

        // The order inside a multi-valued part has no meaning, and folding case may change the DER order.
        var attributes = new List<byte[]> { first };
        while (!part.IsEmpty)
        {
            attributes.Add(Attribute(part.ReadSequence()));
        }

        attributes.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        WriteLength(writer, attributes.Sum(static attribute => attribute.Length));
        foreach (byte[] attribute in attributes)
        {
            writer.Write(attribute);
        }
    }

    private static byte[] Attribute(DerReader attribute)
    {
        ReadOnlySpan<byte> type = attribute.ReadOid();
        Asn1Tag tag = attribute.PeekTag();
        UniversalTagNumber? kind = tag.TagClass == TagClass.Universal && !tag.IsConstructed ? (UniversalTagNumber)tag.TagValue : null;
        bool isText = kind is UniversalTagNumber.PrintableString or UniversalTagNumber.UTF8String or UniversalTagNumber.IA5String
            or UniversalTagNumber.TeletexString or UniversalTagNumber.BMPString or UniversalTagNumber.UniversalString;
        ReadOnlySpan<byte> value = isText ? attribute.ReadPrimitive(tag) : attribute.ReadEncoded();
        byte[] folded = isText ? Fold(ToUtf8(value, kind)) : value.ToArray();

        // IA5String appears in e-mail addresses and domain components; it is kept apart from the other types (RFC 5280 §7.2, §7.3).
        byte family = !isText ? (byte)0 : kind == UniversalTagNumber.IA5String ? (byte)2 : (byte)1;
        byte[] result = new byte[4 + type.Length + 1 + 4 + folded.Length];
        BinaryPrimitives.WriteInt32BigEndian(result, type.Length);
        type.CopyTo(result.AsSpan(4));
        result[4 + type.Length] = family;
        BinaryPrimitives.WriteInt32BigEndian(result.AsSpan(5 + type.Length), folded.Length);
        folded.CopyTo(result.AsSpan(9 + type.Length));
        return result;
    }

    /// <summary>
    /// RFC 5280 §7.1 demands UTF8String and PrintableString only; but a name that an authority may not certify must not slip by in one of
    /// the older types.
    /// </summary>
    private static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> value, UniversalTagNumber? kind) => kind switch
    {
        UniversalTagNumber.BMPString => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(value)),
        UniversalTagNumber.UniversalString => Encoding.UTF8.GetBytes(BigEndianUtf32.GetString(value)),
        UniversalTagNumber.TeletexString => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(value)),
        _ => value,
    };

    /// <summary>Lower case, no spaces at the ends, one space inside for each run of them.</summary>
    private static byte[] Fold(ReadOnlySpan<byte> text)
    {
        byte[] folded = System.Text.Ascii.IsValid(text)
            ? text.ToArray()
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToLowerInvariant());
        int length = 0;
        foreach (byte octet in folded.AsSpan())
        {
            bool isSpace = octet == ' ';
            if (isSpace && (length == 0 || folded[length - 1] == ' '))
            {
                continue;
            }

            folded[length++] = octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;
        }

        if (length > 0 && folded[length - 1] == ' ')
        {
            length--;
        }

        return folded[..length];
    }

    private static void WriteLength(MemoryStream writer, int length)
    {
        Span<byte> prefix = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(prefix, length);
        writer.Write(prefix);
    }
}
