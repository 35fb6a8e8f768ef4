using Aksu.Cli.Serve.Http;

namespace Aksu.Fuzz.Targets;

/// <summary>The head of a request to aksu serve.</summary>
internal static class HttpRequestTarget
{
    public static FuzzTarget Target { get; } = new("http-requests", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        try
        {
            HttpRequest request = HttpRequest.Parse(input.Span);
            if (!request.Path.StartsWith('/'))
            {
                throw new FindException($"The path '{request.Path}' does not begin with a slash.");
            }
        }
        catch (HttpRefusal)
        {
        }
    }

    private static IEnumerable<byte[]> Seeds() =>
    [
        [.. "GET /a%20b?c HTTP/1.1\r\nHost: fuzz.example\r\nConnection: close\r\n\r\n"u8],
        [.. "HEAD / HTTP/1.0\r\n\r\n"u8],
        [.. "GET /../x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"u8],
    ];
}
