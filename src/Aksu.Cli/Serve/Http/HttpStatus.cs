using System.Globalization;

namespace Aksu.Cli.Serve.Http;

/// <summary>A status code and its phrase (RFC 9110 §15).</summary>
internal sealed record HttpStatus(int Code, string Phrase)
{
    public static readonly HttpStatus Ok = new(200, "OK");
    public static readonly HttpStatus MovedPermanently = new(301, "Moved Permanently");
    public static readonly HttpStatus BadRequest = new(400, "Bad Request");
    public static readonly HttpStatus NotFound = new(404, "Not Found");
    public static readonly HttpStatus MethodNotAllowed = new(405, "Method Not Allowed");
    public static readonly HttpStatus RequestTimeout = new(408, "Request Timeout");
    public static readonly HttpStatus ContentTooLarge = new(413, "Content Too Large");
    public static readonly HttpStatus UriTooLong = new(414, "URI Too Long");
    public static readonly HttpStatus HeaderFieldsTooLarge = new(431, "Request Header Fields Too Large");
    public static readonly HttpStatus VersionNotSupported = new(505, "HTTP Version Not Supported");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code} {Phrase}");
}
