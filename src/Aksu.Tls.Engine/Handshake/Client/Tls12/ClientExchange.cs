using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>What a client of TLS 1.2 or before knows after ServerHello. It owns the offer.</summary>
internal sealed class ClientExchange(
    ClientOffer offer, Agreement agreement, ReadOnlyMemory<byte> sessionId, bool announcesTicket, bool announcesStatus) : IDisposable
{
    public ClientOffer Offer => offer;

    public ClientHandshakeOptions Options => offer.Options;

    public Agreement Agreement => agreement;

    /// <summary>The server's identifier for the session; empty when it keeps none.</summary>
    public ReadOnlyMemory<byte> SessionId => sessionId;

    /// <summary>Whether the server said that it will send NewSessionTicket (RFC 5077 §3.2).</summary>
    public bool AnnouncesTicket => announcesTicket;

    /// <summary>Whether the server said that it may send CertificateStatus (RFC 6066 §8).</summary>
    public bool AnnouncesStatus => announcesStatus;

    public void Dispose() => offer.Dispose();
}
