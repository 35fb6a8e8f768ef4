using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Fields;

/// <summary>Bytes as a value that a person can read.</summary>
internal static class FieldText
{
    private const int MaxBytesShown = 32;
    private const int MaxCharacters = 256;

    /// <summary>Hexadecimal; of many bytes the beginning.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => bytes.Length <= MaxBytesShown
        ? Convert.ToHexStringLower(bytes)
        : Convert.ToHexStringLower(bytes[..(MaxBytesShown / 2)]) + "…";

    /// <summary>Text where every byte is a visible character of ASCII, otherwise hexadecimal.</summary>
    public static string TextOrHex(ReadOnlySpan<byte> bytes)
    {
        foreach (byte octet in bytes)
        {
            if (octet is < 0x20 or > 0x7e)
            {
                return Hex(bytes);
            }
        }

        return bytes.Length <= MaxCharacters
            ? Encoding.ASCII.GetString(bytes)
            : Encoding.ASCII.GetString(bytes[..MaxCharacters]) + "…";
    }

    /// <summary>Application data: text with its line breaks as signs where it is text, otherwise hexadecimal.</summary>
    public static string Content(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes) || bytes.ContainsAnyInRange((byte)0x00, (byte)0x08) || bytes.ContainsAnyInRange((byte)0x0e, (byte)0x1f))
        {
            return Hex(bytes);
        }

        string text = Encoding.UTF8.GetString(bytes).ReplaceLineEndings("⏎ ").TrimEnd();
        return text.Length <= MaxCharacters ? text : text[..MaxCharacters] + "…";
    }

    public static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Hexadecimal(ulong value, int width) => "0x" + value.ToString($"x{2 * width}", CultureInfo.InvariantCulture);

    /// <summary>How many bytes, in words.</summary>
    public static Phrase Bytes(int count) => count == 1 ? FieldTexts.OneByte : FieldTexts.Bytes.With(count);
}
