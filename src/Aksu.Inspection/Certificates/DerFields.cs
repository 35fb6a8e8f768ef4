using System.Formats.Asn1;
using System.Globalization;
using System.Text;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Certificates;

/// <summary>
/// Walks a structure of DER and makes a field of every value in it. It knows the pieces of a certificate by their place, everything else by
/// its tag and by object identifiers. What is malformed is shown as such; depth and number of fields are bounded.
/// </summary>
internal sealed class DerFields
{
    private const int MaxDepth = 24;
    private const int MaxFields = 5_000;
    private const int TruthTag = 1;

    private readonly ReadOnlyMemory<byte> _der;
    private readonly int _base;
    private int _count;

    private DerFields(ReadOnlyMemory<byte> der, int offset)
    {
        _der = der;
        _base = offset;
    }

    /// <summary>Reads one structure.</summary>
    /// <param name="der">Its bytes.</param>
    /// <param name="offset">Where they stand in the message.</param>
    /// <param name="name">What it is: <c>Certificate</c> or <c>OCSPResponse</c>.</param>
    public static Field Read(ReadOnlyMemory<byte> der, int offset, string name)
    {
        var walk = new DerFields(der, offset);
        int at = 0;
        return walk.ReadValue(ref at, der.Length, name, 0);
    }

    private Field ReadValue(ref int at, int end, string name, int depth)
    {
        int start = at;
        if (++_count > MaxFields || depth > MaxDepth)
        {
            at = end;
            return Field.NotUnderstood(_base + start, end - start, FieldTexts.TooMuchDer);
        }

        if (!AsnDecoder.TryReadEncodedValue(
            _der.Span[at..end], AsnEncodingRules.DER, out Asn1Tag tag, out int contentOffset, out int contentLength, out int consumed))
        {
            at = end;
            return Field.NotUnderstood(_base + start, end - start, FieldTexts.NotDer);
        }

        int content = at + contentOffset;
        at += consumed;
        List<Field> children = ReadChildren(tag, content, contentLength, name, depth);
        string? value = ValueOf(tag, start, content, contentLength, children);
        return new Field(name, _base + start, at - start)
        {
            Value = value ?? "",
            Text = value is null ? FieldTexts.NotOfItsType : null,
            Fault = value is null ? FieldTexts.NotOfItsType : null,
            Meaning = DerNames.MeaningOf(name),
            Section = DerNames.SectionOf(name),
            Children = children,
        };
    }

    private List<Field> ReadChildren(Asn1Tag tag, int content, int length, string parent, int depth)
    {
        var children = new List<Field>();
        int at = content;
        if (tag.IsConstructed)
        {
            ReadMembers(children, ref at, content + length, parent, depth);
        }
        else if (tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) && LooksNested(content, length))
        {
            children.Add(ReadValue(ref at, content + length, "value", depth + 1));
        }
        else if (tag.HasSameClassAndValue(Asn1Tag.PrimitiveBitString) && length > 1 && LooksNested(content + 1, length - 1))
        {
            at++;
            children.Add(ReadValue(ref at, content + length, "value", depth + 1));
        }

        return children;
    }

    private void ReadMembers(List<Field> children, ref int at, int end, string parent, int depth)
    {
        // An optional version in front moves every other piece of a certificate by one place.
        int index = parent == "tbsCertificate" && at < end && _der.Span[at] != 0xa0 ? 1 : 0;
        string? identifier = null;
        for (; at < end; index++)
        {
            int contextTag = (_der.Span[at] & 0xc0) == 0x80 ? _der.Span[at] & 0x1f : -1;
            string name = DerNames.Of(parent, index, contextTag)
                ?? (identifier is not null && (_der.Span[at] & 0x1f) != TruthTag ? identifier : NameOfTag(_der.Span[at], contextTag));
            Field child = ReadValue(ref at, end, name, depth + 1);
            children.Add(child);
            identifier = child.Name == "objectIdentifier" ? child.Value : identifier;
        }
    }

    private bool LooksNested(int start, int length) =>
        length >= 2 && _der.Span[start] is 0x30 or 0x03 or 0x04 or 0x05 or 0x31
        && AsnDecoder.TryReadEncodedValue(_der.Span.Slice(start, length), AsnEncodingRules.DER, out _, out _, out _, out int consumed)
        && consumed == length;

    /// <summary>What a value says; null when its bytes are none of its type. The platform's own words for that are English only.</summary>
    private string? ValueOf(Asn1Tag tag, int start, int content, int length, List<Field> children)
    {
        try
        {
            return Read(tag, start, content, length, children);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private string Read(Asn1Tag tag, int start, int content, int length, List<Field> children)
    {
        ReadOnlySpan<byte> encoded = _der.Span[start..(content + length)];
        ReadOnlySpan<byte> bytes = _der.Span.Slice(content, length);
        if (children.Count > 0)
        {
            return Summary(children);
        }

        if (tag.TagClass != TagClass.Universal)
        {
            return FieldText.TextOrHex(bytes);
        }

        return (UniversalTagNumber)tag.TagValue switch
        {
            UniversalTagNumber.Boolean => bytes is [not 0] ? "TRUE" : "FALSE",
            UniversalTagNumber.Integer or UniversalTagNumber.Enumerated => length <= 4 ? SmallInteger(bytes) : FieldText.Hex(bytes),
            UniversalTagNumber.ObjectIdentifier => KnownOids.Of(AsnDecoder.ReadObjectIdentifier(encoded, AsnEncodingRules.DER, out _)),
            UniversalTagNumber.UtcTime => Time(AsnDecoder.ReadUtcTime(encoded, AsnEncodingRules.DER, out _)),
            UniversalTagNumber.GeneralizedTime => Time(AsnDecoder.ReadGeneralizedTime(encoded, AsnEncodingRules.DER, out _)),
            UniversalTagNumber.UTF8String => Utf8(bytes),
            UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.TeletexString =>
                FieldText.TextOrHex(bytes),
            UniversalTagNumber.Null => "NULL",
            _ => FieldText.Hex(bytes),
        };
    }

    private static string SmallInteger(ReadOnlySpan<byte> bytes)
    {
        int value = bytes.Length > 0 && (bytes[0] & 0x80) != 0 ? -1 : 0;
        foreach (byte octet in bytes)
        {
            value = (value << 8) | octet;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        const int MaxBytes = 512;
        return Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxBytes)]);
    }

    private static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Summary(List<Field> children) =>
        string.Join(" ", children.Where(static child => !child.IsFault)
            .Select(static child => child.Value).Where(static value => value.Length is > 0 and < 48).Take(3));

    private static string NameOfTag(byte identifier, int contextTag) => contextTag >= 0
        ? string.Create(CultureInfo.InvariantCulture, $"[{contextTag}]")
        : (identifier & 0x1f) switch
        {
            0x01 => "boolean",
            0x02 => "integer",
            0x03 => "bitString",
            0x04 => "octetString",
            0x05 => "null",
            0x06 => "objectIdentifier",
            0x0a => "enumerated",
            0x0c or 0x13 or 0x14 or 0x16 or 0x1e => "string",
            0x17 or 0x18 => "time",
            0x10 => "sequence",
            0x11 => "set",
            _ => "value",
        };
}
