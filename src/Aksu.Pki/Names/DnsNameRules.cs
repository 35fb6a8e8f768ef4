namespace Aksu.Pki.Names;

/// <summary>
/// DNS names in certificates and references: syntax (RFC 5280 §4.2.1.6, RFC 1123 §2.1) and matching (RFC 9525 §6.3). ASCII only.
/// </summary>
internal static class DnsNameRules
{
    public const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    /// <summary>Labels of letters, digits and inner hyphens; the last one is not all digits (it would be an IPv4 address).</summary>
    /// <param name="name">The name without a trailing dot.</param>
    /// <param name="allowUnderscore">Underscores break the preferred name syntax but occur in real names.</param>
    public static bool IsHostName(ReadOnlySpan<byte> name, bool allowUnderscore)
    {
        if (name.IsEmpty || name.Length > MaxLength)
        {
            return false;
        }

        int labelLength = 0;
        bool isNumeric = true;
        byte previous = (byte)'.';
        foreach (byte character in name)
        {
            if (character == '.')
            {
                if (labelLength == 0 || previous == '-')
                {
                    return false;
                }

                labelLength = 0;
                isNumeric = true;
            }
            else
            {
                bool isFine = char.IsAsciiLetterOrDigit((char)character) || (character == '-' && labelLength > 0)
                    || (character == '_' && allowUnderscore);
                if (!isFine || ++labelLength > MaxLabelLength)
                {
                    return false;
                }

                isNumeric &= char.IsAsciiDigit((char)character);
            }

            previous = character;
        }

        return labelLength > 0 && previous != '-' && !isNumeric;
    }

    /// <summary>A host name, or one whose whole left-most label is an asterisk (RFC 9525 §6.3).</summary>
    public static bool IsPattern(ReadOnlySpan<byte> name, bool allowUnderscore) =>
        IsWildcard(name) ? IsHostName(name[2..], allowUnderscore) : IsHostName(name, allowUnderscore);

    public static bool IsWildcard(ReadOnlySpan<byte> name) => name.StartsWith("*."u8);

    /// <summary>
    /// Whether the name in the certificate covers the reference; case does not count, an asterisk stands for exactly one label.
    /// </summary>
    public static bool Matches(ReadOnlySpan<byte> presented, ReadOnlySpan<byte> reference)
    {
        if (!IsPattern(presented, allowUnderscore: true))
        {
            return false;
        }

        if (!IsWildcard(presented))
        {
            return System.Text.Ascii.EqualsIgnoreCase(presented, reference);
        }

        // A wildcard right below the top level would cover every name of a registry.
        ReadOnlySpan<byte> parent = presented[2..];
        int dot = reference.IndexOf((byte)'.');
        return dot > 0 && parent.Contains((byte)'.') && System.Text.Ascii.EqualsIgnoreCase(parent, reference[(dot + 1)..]);
    }

    /// <summary>Whether <paramref name="name"/> is <paramref name="ancestor"/> or lies below it; case does not count.</summary>
    public static bool IsWithin(ReadOnlySpan<byte> name, ReadOnlySpan<byte> ancestor)
    {
        if (ancestor.IsEmpty)
        {
            return true;
        }

        if (name.Length < ancestor.Length || !System.Text.Ascii.EqualsIgnoreCase(name[^ancestor.Length..], ancestor))
        {
            return false;
        }

        return name.Length == ancestor.Length || name[^(ancestor.Length + 1)] == '.';
    }
}
