namespace Aksu.Pki.Names;

/// <summary>The host of a URI (RFC 3986 §3.2), which name constraints on URIs speak of.</summary>
internal static class UriHost
{
    /// <summary>
    /// False when there is no authority part, or its host is an address or malformed: such names can't be judged (RFC 5280 §4.2.1.10).
    /// </summary>
    public static bool TryFind(ReadOnlySpan<byte> uri, out ReadOnlySpan<byte> host)
    {
        host = default;
        int scheme = uri.IndexOf("://"u8);
        if (scheme <= 0)
        {
            return false;
        }

        ReadOnlySpan<byte> authority = uri[(scheme + 3)..];
        int end = authority.IndexOfAny("/?#"u8);
        authority = end < 0 ? authority : authority[..end];
        authority = authority[(authority.LastIndexOf((byte)'@') + 1)..];
        int port = authority.IndexOf((byte)':');
        host = port < 0 ? authority : authority[..port];
        return DnsNameRules.IsHostName(host, allowUnderscore: true);
    }
}
