namespace Aksu.Pki.Names;

/// <summary>
/// An e-mail address as certificates hold it (RFC 5280 §4.2.1.6): the local part as written, the host without regard to case.
/// </summary>
internal readonly ref struct Mailbox(ReadOnlySpan<byte> localPart, ReadOnlySpan<byte> host)
{
    private const int MaxLocalPartLength = 64;

    public ReadOnlySpan<byte> LocalPart { get; } = localPart;

    public ReadOnlySpan<byte> Host { get; } = host;

    /// <summary>Splits at the only at-sign (or the last, behind a quoted local part).</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Mailbox mailbox)
    {
        int at = text.LastIndexOf((byte)'@');
        if (at is <= 0 or > MaxLocalPartLength || !DnsNameRules.IsHostName(text[(at + 1)..], allowUnderscore: true)
            || !IsLocalPart(text[..at]))
        {
            mailbox = default;
            return false;
        }

        mailbox = new Mailbox(text[..at], text[(at + 1)..]);
        return true;
    }

    public bool Equals(Mailbox other) => LocalPart.SequenceEqual(other.LocalPart) && System.Text.Ascii.EqualsIgnoreCase(Host, other.Host);

    private static bool IsLocalPart(ReadOnlySpan<byte> part)
    {
        if (part.Length >= 2 && part[0] == '"' && part[^1] == '"')
        {
            return true;
        }

        foreach (byte character in part)
        {
            // RFC 5322 §3.2.3 atext and dots.
            bool isFine = char.IsAsciiLetterOrDigit((char)character) || "!#$%&'*+-/=?^_`{|}~."u8.Contains(character);
            if (!isFine)
            {
                return false;
            }
        }

        return true;
    }
}
