namespace Aksu.Cli.Serve.Http;

/// <summary>Bounds on what a client can make the server do.</summary>
internal static class HttpLimits
{
    /// <summary>The longest head of a request, in bytes: request line and header fields together.</summary>
    public const int MaxHead = 16 * 1024;

    /// <summary>The most header fields.</summary>
    public const int MaxFields = 100;

    /// <summary>The longest request target, in bytes.</summary>
    public const int MaxTarget = 4 * 1024;

    /// <summary>The most requests on one connection.</summary>
    public const int MaxRequests = 1000;

    /// <summary>How long a client may take for the head of a request, from its first byte on.</summary>
    public static readonly TimeSpan HeadTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may lie idle between requests.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to accept one piece of a response.</summary>
    public static readonly TimeSpan WriteTime = TimeSpan.FromSeconds(30);

    /// <summary>How much of a client is read and dropped after the last response, in bytes.</summary>
    public const int MaxDropped = 256 * 1024;

    /// <summary>How long that may take.</summary>
    public static readonly TimeSpan DropTime = TimeSpan.FromSeconds(1);
}
