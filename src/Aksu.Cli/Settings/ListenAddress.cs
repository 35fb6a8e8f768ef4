using System.Globalization;
using System.Net;

namespace Aksu.Cli.Settings;

/// <summary>Where to listen.</summary>
internal static class ListenAddress
{
    /// <summary>
    /// <c>127.0.0.1:8443</c>, <c>[::1]:8443</c>, <c>localhost:8443</c>, <c>*:8443</c> for every address, or <c>8443</c> for this machine
    /// alone.
    /// </summary>
    /// <exception cref="FormatException">It is nothing of that.</exception>
    public static IPEndPoint Parse(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
        {
            return new IPEndPoint(IPAddress.Loopback, HostAndPort.PortOf(text, minimum: 0));
        }

        (string host, string? port) = HostAndPort.Split(text);
        int number = port is null
            ? throw new FormatException($"'{text}' has no port; write an address and a port, such as 127.0.0.1:8443 (port 0 "
                + "takes a free one).")
            : HostAndPort.PortOf(port, minimum: 0);
        return host switch
        {
            "" or "localhost" => new IPEndPoint(IPAddress.Loopback, number),
            "*" => new IPEndPoint(IPAddress.IPv6Any, number),
            _ when IPAddress.TryParse(host, out IPAddress? address) => new IPEndPoint(address, number),
            _ => throw new FormatException($"'{host}' is no address of this machine; write an IP address, localhost, or * for all."),
        };
    }

    /// <summary>How an end point is written, in one way on every system.</summary>
    public static string TextOf(IPEndPoint endPoint) => endPoint.Address is { IsIPv4MappedToIPv6: true } mapped
        ? string.Create(CultureInfo.InvariantCulture, $"{mapped.MapToIPv4()}:{endPoint.Port}")
        : endPoint.ToString();
}
