using System.Globalization;
using Aksu.Pki;

namespace Aksu.Cli.Settings;

/// <summary>Whom to connect to.</summary>
/// <param name="Host">A host name or an address, an IPv6 address without brackets.</param>
/// <param name="Port">1 to 65,535.</param>
internal sealed record HostAndPort(string Host, int Port)
{
    /// <summary>The port of HTTPS, when none is given.</summary>
    public const int DefaultPort = 443;

    /// <summary>
    /// <c>example.com</c>, <c>example.com:8443</c>, <c>192.0.2.1:443</c>, <c>2001:db8::1</c> or <c>[2001:db8::1]:443</c>.
    /// </summary>
    /// <exception cref="FormatException">It is nothing of that.</exception>
    public static HostAndPort Parse(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new FormatException(
                $"'{text}' is an address of a web page; write its host alone, such as example.com or example.com:8443.");
        }

        (string host, string? port) = Split(text);
        if (!ServerIdentity.TryParse(host, out _))
        {
            throw new FormatException($"'{host}' is neither a host name nor an IP address.");
        }

        return new HostAndPort(host, port is null ? DefaultPort : PortOf(port, minimum: 1));
    }

    /// <summary>A port number.</summary>
    /// <exception cref="FormatException">It is none, or less than the minimum.</exception>
    public static int PortOf(string text, int minimum) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port >= minimum
            ? port
            : throw new FormatException($"'{text}' is no port; write a number from {minimum} to 65535.");

    /// <summary>Parts a text at the colon before the port; an IPv6 address has brackets when a port follows.</summary>
    public static (string Host, string? Port) Split(string text)
    {
        if (text.StartsWith('['))
        {
            int end = text.IndexOf(']', StringComparison.Ordinal);
            return end > 0 && (end == text.Length - 1 || text[end + 1] == ':')
                ? (text[1..end], end == text.Length - 1 ? null : text[(end + 2)..])
                : throw new FormatException($"'{text}' has no closing bracket; write [::1]:443.");
        }

        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || text.IndexOf(':', colon + 1) >= 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
            : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
