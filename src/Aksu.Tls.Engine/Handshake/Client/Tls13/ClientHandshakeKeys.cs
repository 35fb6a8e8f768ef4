using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>
/// What a client holds between ServerHello and its own Finished. It owns the offer and the main secret; the traffic secrets belong to the
/// transport, which keeps them until the application keys replace them.
/// </summary>
internal sealed class ClientHandshakeKeys(
    ClientOffer offer, Suite13 suite, MainSecret main, TrafficSecret client, TrafficSecret server, bool hasSentChangeCipherSpec)
    : IDisposable
{
    public ClientOffer Offer => offer;

    public Suite13 Suite => suite;

    public MainSecret Main => main;

    public TrafficSecret Client => client;

    public TrafficSecret Server => server;

    /// <summary>Sent before the second ClientHello already, so not again (RFC 9846 §E.4).</summary>
    public bool HasSentChangeCipherSpec => hasSentChangeCipherSpec;

    /// <summary>When the server proved who it is: in this handshake, or in the one whose session is resumed.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    public void Dispose()
    {
        offer.Dispose();
        main.Dispose();
    }
}
