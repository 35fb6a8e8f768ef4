namespace Aksu.Cli.Serve.Http;

/// <summary>What the header fields of a request say, of what this server looks at (RFC 9112 §5).</summary>
internal sealed record HttpFields
{
    /// <summary>How many Host fields there are; HTTP/1.1 demands one.</summary>
    public int HostCount { get; private init; }

    /// <summary>Whether content follows the head.</summary>
    public bool HasContent { get; private init; }

    /// <summary>Whether <c>Connection: close</c> is there.</summary>
    public bool AsksToClose { get; private init; }

    /// <summary>Whether <c>Connection: keep-alive</c> is there.</summary>
    public bool AsksToKeepAlive { get; private init; }

    /// <summary>Reads the lines after the request line; the last two are empty.</summary>
    /// <exception cref="HttpRefusal">A field is malformed, or there are too many.</exception>
    public static HttpFields Parse(ReadOnlySpan<string> lines)
    {
        var fields = new HttpFields();
        int count = 0;
        foreach (string line in lines)
        {
            if (line.Length == 0)
            {
                break;
            }

            if (++count > HttpLimits.MaxFields)
            {
                throw new HttpRefusal(HttpStatus.HeaderFieldsTooLarge);
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !line.AsSpan(0, colon).ContainsOnlyTokenCharacters())
            {
                throw new HttpRefusal(HttpStatus.BadRequest);
            }

            fields = fields.With(line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim(' ', '\t'));
        }

        return fields;
    }

    private HttpFields With(string name, string value) => name switch
    {
        "host" => this with { HostCount = HostCount + 1 },
        "transfer-encoding" => this with { HasContent = true },
        "content-length" => this with { HasContent = HasContent || value != "0" },
        "connection" => this with
        {
            AsksToClose = AsksToClose || Has(value, "close"),
            AsksToKeepAlive = AsksToKeepAlive || Has(value, "keep-alive"),
        },
        _ => this,
    };

    private static bool Has(string list, string option) =>
        list.Split(',', StringSplitOptions.TrimEntries).Contains(option, StringComparer.OrdinalIgnoreCase);
}
