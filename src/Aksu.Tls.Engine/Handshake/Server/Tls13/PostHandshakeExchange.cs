using Aksu.Tls.Engine.Transcript;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>One post-handshake request for a certificate and its own transcript (RFC 9846 §4.1, §4.7.2).</summary>
internal sealed class PostHandshakeExchange(byte[] requestContext, TranscriptHash transcript) : IDisposable
{
    public ReadOnlySpan<byte> RequestContext => requestContext;

    public TranscriptHash Transcript => transcript;

    public void Dispose() => transcript.Dispose();
}
