using System.Globalization;
using System.Net;
using System.Text;

namespace Aksu.Cli.Serve.Http;

/// <summary>A response: its head and its content. Disposing it closes the content.</summary>
internal sealed class HttpResponse : IDisposable
{
    private const string Html = "text/html; charset=utf-8";

    private HttpResponse(HttpStatus status, string contentType, Stream content, long length)
    {
        Status = status;
        ContentType = contentType;
        Content = content;
        Length = length;
    }

    public HttpStatus Status { get; }

    public string ContentType { get; }

    public Stream Content { get; }

    /// <summary>How many bytes of the content are sent.</summary>
    public long Length { get; }

    /// <summary>Where to go instead; ASCII, percent-encoded.</summary>
    public string? Location { get; private init; }

    /// <summary>A file, whose content ends at the length that it had when it was opened.</summary>
    public static HttpResponse Of(Stream content, long length, string contentType) => new(HttpStatus.Ok, contentType, content, length);

    /// <summary>A page of HTML.</summary>
    public static HttpResponse Page(HttpStatus status, string html)
    {
        byte[] content = Encoding.UTF8.GetBytes(html);
        return new HttpResponse(status, Html, new MemoryStream(content, writable: false), content.Length);
    }

    /// <summary>A page that says the status, and what to do about it.</summary>
    public static HttpResponse Notice(HttpStatus status, string text = "") => Page(status, NoticeText(status, text));

    /// <summary>Sends the client elsewhere.</summary>
    /// <param name="location">A path on this server, percent-encoded as it was received.</param>
    public static HttpResponse MovedTo(string location)
    {
        byte[] content = Encoding.UTF8.GetBytes(NoticeText(HttpStatus.MovedPermanently, ""));
        var stream = new MemoryStream(content, writable: false);
        return new HttpResponse(HttpStatus.MovedPermanently, Html, stream, content.Length) { Location = location };
    }

    /// <summary>The head as it goes over the wire.</summary>
    public byte[] EncodeHead(bool keepsAlive)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status}\r\nDate: {DateTime.UtcNow:R}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\nContent-Length: {Length}\r\n");
        head.Append("X-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\n");
        if (Location is { } location)
        {
            head.Append("Location: ").Append(location).Append("\r\n");
        }

        if (Status == HttpStatus.MethodNotAllowed)
        {
            head.Append("Allow: GET, HEAD\r\n");
        }

        head.Append(keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        return Encoding.ASCII.GetBytes(head.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();

    private static string NoticeText(HttpStatus status, string text) =>
        $"<!doctype html><meta charset=\"utf-8\"><title>{status}</title><h1>{status}</h1><p>{WebUtility.HtmlEncode(text)}</p>\n";
}
