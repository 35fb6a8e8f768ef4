using System.Formats.Asn1;
using System.Text;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Names;

/// <summary>Directory names as text (RFC 4514). Control characters are escaped, so a name can't play with a terminal.</summary>
internal static class DistinguishedNameText
{
    private const int LongestValueShown = 256;

    public static string Write(ReadOnlySpan<byte> der)
    {
        var parts = new List<string>();
        DerReader outer = new(der);
        DerReader name = outer.ReadSequence();
        while (!name.IsEmpty)
        {
            var text = new StringBuilder();
            DerReader part = name.ReadSetOf();
            while (!part.IsEmpty)
            {
                DerReader attribute = part.ReadSequence();
                text.Append(text.Length == 0 ? "" : "+").Append(TypeName(attribute.ReadOid())).Append('=');
                AppendEscaped(text, Value(ref attribute));
            }

            parts.Add(text.ToString());
        }

        parts.Reverse();
        return string.Join(',', parts);
    }

    /// <summary>The last (most specific) value of this type, or null.</summary>
    public static string? Last(ReadOnlySpan<byte> der, ReadOnlySpan<byte> type)
    {
        List<string> values = All(der, type);
        return values.Count == 0 ? null : values[^1];
    }

    /// <summary>All values of this type, in order.</summary>
    public static List<string> All(ReadOnlySpan<byte> der, ReadOnlySpan<byte> type)
    {
        var found = new List<string>();
        DerReader outer = new(der);
        DerReader name = outer.ReadSequence();
        while (!name.IsEmpty)
        {
            DerReader part = name.ReadSetOf();
            while (!part.IsEmpty)
            {
                DerReader attribute = part.ReadSequence();
                if (attribute.ReadOid().SequenceEqual(type))
                {
                    found.Add(Value(ref attribute));
                }
            }
        }

        return found;
    }

    private static string Value(ref DerReader attribute)
    {
        Asn1Tag tag = attribute.PeekTag();
        if (tag.TagClass != TagClass.Universal || tag.IsConstructed)
        {
            return "#" + Convert.ToHexStringLower(attribute.ReadEncoded());
        }

        switch ((UniversalTagNumber)tag.TagValue)
        {
            case UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String
                or UniversalTagNumber.NumericString or UniversalTagNumber.VisibleString:
                return Encoding.UTF8.GetString(attribute.ReadPrimitive(tag));
            case UniversalTagNumber.TeletexString:
                return Encoding.Latin1.GetString(attribute.ReadPrimitive(tag));
            case UniversalTagNumber.BMPString:
                return Encoding.BigEndianUnicode.GetString(attribute.ReadPrimitive(tag));
            default:
                return "#" + Convert.ToHexStringLower(attribute.ReadEncoded());
        }
    }

    private static void AppendEscaped(StringBuilder text, string value)
    {
        string shown = value.Length > LongestValueShown ? value[..LongestValueShown] + "…" : value;
        for (int i = 0; i < shown.Length; i++)
        {
            char character = shown[i];
            bool isEdgeSpace = character == ' ' && (i == 0 || i == shown.Length - 1);
            if (isEdgeSpace || character is ',' or '+' or '"' or '\\' or '<' or '>' or ';' || (character == '#' && i == 0))
            {
                text.Append('\\').Append(character);
            }
            else if (char.IsControl(character) || char.IsSurrogate(character) && !IsPaired(shown, i) || IsInvisible(character))
            {
                text.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }
    }

    private static bool IsPaired(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);

    /// <summary>Characters that reorder or hide text (bidirectional controls, zero widths).</summary>
    private static bool IsInvisible(char character) =>
        character is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF';

    private static string TypeName(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual(Oids.CommonName))
        {
            return "CN";
        }

        if (type.SequenceEqual(Oids.Country))
        {
            return "C";
        }

        if (type.SequenceEqual(Oids.Locality))
        {
            return "L";
        }

        if (type.SequenceEqual(Oids.State))
        {
            return "ST";
        }

        if (type.SequenceEqual(Oids.Street))
        {
            return "STREET";
        }

        if (type.SequenceEqual(Oids.Organization))
        {
            return "O";
        }

        if (type.SequenceEqual(Oids.OrganizationalUnit))
        {
            return "OU";
        }

        if (type.SequenceEqual(Oids.DomainComponent))
        {
            return "DC";
        }

        if (type.SequenceEqual(Oids.UserId))
        {
            return "UID";
        }

        return type.SequenceEqual(Oids.EmailAddress) ? "emailAddress" : Oids.ToText(type);
    }
}
