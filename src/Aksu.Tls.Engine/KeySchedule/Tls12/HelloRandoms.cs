namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>The randoms of both hellos, 32 bytes each; copies that outlive the messages.</summary>
internal sealed record HelloRandoms(ReadOnlyMemory<byte> Client, ReadOnlyMemory<byte> Server)
{
    /// <summary>Client, then server: the seed of the main secret and of exporters, and what a server's signature begins with.</summary>
    public byte[] ClientFirst => [.. Client.Span, .. Server.Span];

    /// <summary>Server, then client: the seed of the key block (RFC 5246 §6.3).</summary>
    public byte[] ServerFirst => [.. Server.Span, .. Client.Span];
}
