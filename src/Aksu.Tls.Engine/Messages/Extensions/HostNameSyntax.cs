using System.Net;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>
/// What may stand in server_name (RFC 6066 §3): a fully qualified DNS name in ASCII, without a trailing dot, that is no IP address.
/// Underscores are taken too, because names with them are in use.
/// </summary>
internal static class HostNameSyntax
{
    /// <summary>The longest name in bytes (RFC 1035 §2.3.4).</summary>
    public const int MaxLength = 255;

    private const int MaxLabelLength = 63;

    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > MaxLength)
        {
            return false;
        }

        ReadOnlySpan<char> last = default;
        foreach (Range range in name.Split('.'))
        {
            last = name[range];
            if (!IsLabel(last))
            {
                return false;
            }
        }

        // A name whose last label is a number is an IPv4 address, or would be taken for one (RFC 1123 §2.1).
        return last.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>
    /// Whether it is no name for server_name and yet what clients send there: a literal address, also in brackets or with a zone, or a name
    /// with the dot of the root behind it.
    /// </summary>
    public static bool IsAddressOrRooted(ReadOnlySpan<char> name)
    {
        if (name.EndsWith("."))
        {
            return IsValid(name[..^1]) || IsAddress(name[..^1]);
        }

        return IsAddress(name);
    }

    private static bool IsAddress(ReadOnlySpan<char> name) => IPAddress.TryParse(name, out _);

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label.Length > MaxLabelLength)
        {
            return false;
        }

        foreach (char c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
