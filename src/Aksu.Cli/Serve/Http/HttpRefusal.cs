namespace Aksu.Cli.Serve.Http;

/// <summary>A request that is not served; the client is told the status, and the connection ends.</summary>
internal sealed class HttpRefusal(HttpStatus status) : Exception(status.ToString())
{
    public HttpStatus Status { get; } = status;
}
