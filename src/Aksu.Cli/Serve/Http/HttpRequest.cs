using System.Text;

namespace Aksu.Cli.Serve.Http;

/// <summary>The head of a request for a file or a page (RFC 9112 §2 to §5), read strictly. Immutable.</summary>
/// <param name="IsHead">Whether only the head of the response is wanted.</param>
/// <param name="Path">The path as it was sent: still percent-encoded, without the query; begins with a slash.</param>
/// <param name="KeepsAlive">Whether the client may send another request on this connection.</param>
internal sealed record HttpRequest(bool IsHead, string Path, bool KeepsAlive)
{
    /// <summary>Reads a head, up to and with the empty line.</summary>
    /// <exception cref="HttpRefusal">It is malformed, or asks for something that is not served.</exception>
    public static HttpRequest Parse(ReadOnlySpan<byte> head)
    {
        // Every byte becomes one character; none above ASCII is allowed where it matters.
        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines.Any(static line => line.AsSpan().ContainsAny('\r', '\n', '\0')))
        {
            throw new HttpRefusal(HttpStatus.BadRequest);
        }

        string[] parts = lines[0].Split(' ');
        if (parts is not [var method, var target, var version] || method.Length == 0)
        {
            throw new HttpRefusal(HttpStatus.BadRequest);
        }

        bool isOld = version == "HTTP/1.0";
        if (!isOld && version != "HTTP/1.1")
        {
            throw new HttpRefusal(
                version.StartsWith("HTTP/", StringComparison.Ordinal) ? HttpStatus.VersionNotSupported : HttpStatus.BadRequest);
        }

        HttpFields fields = HttpFields.Parse(lines.AsSpan(1));
        if (!isOld && fields.HostCount != 1)
        {
            throw new HttpRefusal(HttpStatus.BadRequest);
        }

        if (method is not ("GET" or "HEAD"))
        {
            throw new HttpRefusal(HttpStatus.MethodNotAllowed);
        }

        if (fields.HasContent)
        {
            throw new HttpRefusal(HttpStatus.ContentTooLarge);
        }

        return new HttpRequest(method == "HEAD", PathOf(target), isOld ? fields.AsksToKeepAlive : !fields.AsksToClose);
    }

    /// <summary>The path of an origin form or an absolute form (RFC 9112 §3.2).</summary>
    private static string PathOf(string target)
    {
        if (target.Length > HttpLimits.MaxTarget)
        {
            throw new HttpRefusal(HttpStatus.UriTooLong);
        }

        if (target.Any(static c => c is <= ' ' or > '~'))
        {
            throw new HttpRefusal(HttpStatus.BadRequest);
        }

        string path = target;
        const string Scheme = "https://";
        if (target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            int slash = target.IndexOf('/', Scheme.Length);
            path = slash < 0 ? "/" : target[slash..];
        }

        int query = path.IndexOf('?', StringComparison.Ordinal);
        path = query < 0 ? path : path[..query];
        return path.StartsWith('/') ? path : throw new HttpRefusal(HttpStatus.BadRequest);
    }
}
