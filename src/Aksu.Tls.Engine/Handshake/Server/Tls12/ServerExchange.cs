using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>What a server of TLS 1.2 or before holds from its hello on. It owns its half of the key exchange.</summary>
internal sealed class ServerExchange(ServerHandshakeOptions options, Agreement agreement) : IDisposable
{
    public ServerHandshakeOptions Options => options;

    public Agreement Agreement => agreement;

    /// <summary>This side's half of a Diffie-Hellman exchange; null where there is none.</summary>
    public ServerShare? Share { get; init; }

    /// <summary>The certificate's key; null with a pre-shared key.</summary>
    public CertifiedKey? Key { get; init; }

    /// <summary>The version that the client's hello begins with: it is inside an encrypted pre-master secret (RFC 5246 §7.4.7.1).</summary>
    public required ProtocolVersion OfferedVersion { get; init; }

    /// <summary>The identifier that this server gave the session; empty when it keeps none.</summary>
    public required ReadOnlyMemory<byte> SessionId { get; init; }

    /// <summary>Whether a ticket was announced.</summary>
    public required bool IssuesTicket { get; init; }

    /// <summary>Whether the client is asked for a certificate.</summary>
    public required bool AsksForCertificate { get; init; }

    public void Dispose() => Share?.Dispose();
}
