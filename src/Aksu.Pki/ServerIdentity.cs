using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aksu.Pki.Names;

namespace Aksu.Pki;

/// <summary>
/// Whom a client wants to reach: a DNS name or an IP address, the reference identifier of RFC 9525 §6.1. Internationalised names are turned
/// into their ASCII form. Immutable and thread-safe.
/// </summary>
public sealed class ServerIdentity : IEquatable<ServerIdentity>
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    private readonly byte[] _value;

    private ServerIdentity(string text, IPAddress? address, byte[] value)
    {
        Text = text;
        Address = address;
        _value = value;
    }

    /// <summary>
    /// Takes a host as people type it: <c>example.com</c>, <c>bücher.example</c>, <c>192.0.2.1</c>, <c>2001:db8::1</c> or
    /// <c>[2001:db8::1]</c>.
    /// </summary>
    /// <exception cref="FormatException">It is neither a host name nor an IP address.</exception>
    public static ServerIdentity Parse(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return TryParse(host, out ServerIdentity? identity)
            ? identity
            : throw new FormatException("The host is neither a DNS name nor an IP address.");
    }

    /// <summary>As <see cref="Parse"/>, without the exception.</summary>
    public static bool TryParse(string? host, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ServerIdentity? identity)
    {
        identity = null;
        if (string.IsNullOrEmpty(host) || host.Length > 2 * DnsNameRules.MaxLength)
        {
            return false;
        }

        string bare = host.Length > 2 && host[0] == '[' && host[^1] == ']' ? host[1..^1] : host;
        bool looksLikeIPv6 = bare.Contains(':', StringComparison.Ordinal);
        if ((looksLikeIPv6 || IsDottedQuad(bare)) && !bare.Contains('%', StringComparison.Ordinal)
            && IPAddress.TryParse(bare, out IPAddress? address))
        {
            identity = Of(address);
            return true;
        }

        return !looksLikeIPv6 && bare.Length == host.Length && TryParseName(host, out identity);
    }

    /// <summary>An IP address.</summary>
    public static ServerIdentity Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new ServerIdentity(address.ToString(), address, address.GetAddressBytes());
    }

    /// <summary>The name in its ASCII form and lower case without a trailing dot, or the address in its usual form.</summary>
    public string Text { get; }

    /// <summary>The address; null for a name.</summary>
    public IPAddress? Address { get; }

    /// <summary>Whether this is an IP address (which has no place in the server_name extension, RFC 6066 §3).</summary>
    public bool IsIPAddress => Address is not null;

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public bool Equals(ServerIdentity? other) =>
        other is not null && IsIPAddress == other.IsIPAddress && _value.AsSpan().SequenceEqual(other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ServerIdentity);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether a name of a certificate covers this identity (RFC 9525 §6.3 and §6.5).</summary>
    internal bool IsCoveredBy(GeneralName presented) => presented.Kind switch
    {
        GeneralNameKind.Dns => !IsIPAddress && DnsNameRules.Matches(presented.Value.Span, _value),
        GeneralNameKind.IpAddress => IsIPAddress && presented.Value.Span.SequenceEqual(_value),
        _ => false,
    };

    private static bool TryParseName(string host, out ServerIdentity? identity)
    {
        identity = null;
        string name = host.EndsWith('.') ? host[..^1] : host;
        if (!System.Text.Ascii.IsValid(name) && !TryToAscii(ref name))
        {
            return false;
        }

        byte[] value = Encoding.ASCII.GetBytes(name.ToLowerInvariant());
        if (!DnsNameRules.IsHostName(value, allowUnderscore: true))
        {
            return false;
        }

        identity = new ServerIdentity(Encoding.ASCII.GetString(value), null, value);
        return true;
    }

    private static bool TryToAscii(ref string name)
    {
        try
        {
            name = Idn.GetAscii(name.ToLowerInvariant());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>IPAddress accepts <c>1</c> and <c>0x7f.1</c> too; certificates and people mean four decimal numbers.</summary>
    private static bool IsDottedQuad(string text) =>
        text.Split('.') is { Length: 4 } parts
        && parts.All(static part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0'))
        && IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork;
}
