using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>
/// Answers that stand in the ServerHello of a full handshake alone, not in that of a resumed session (RFC 6066 §3), which has none of them:
/// null is what does not stand there.
/// </summary>
internal readonly record struct FullHandshakeAnswers
{
    // What says the same in every connection is made once.
    private static readonly ServerNameAcknowledgement Acknowledged = new();
    private static readonly EcPointFormats UncompressedOnly = new([EcPointFormats.Uncompressed]);
    private static readonly SessionTicketExtension TicketFollows = new(default);

    public ServerNameAcknowledgement? ServerName { get; private init; }

    public StatusRequestIndication? StatusRequest { get; private init; }

    public EcPointFormats? PointFormats { get; private init; }

    public SignedCertificateTimestamps? Timestamps { get; private init; }

    public SessionTicketExtension? Ticket { get; private init; }

    public IExtensionBody? ServerCertificateType { get; private init; }

    public IExtensionBody? ClientCertificateType { get; private init; }

    public static FullHandshakeAnswers To(
        ReceivedOffer offer, ServerSelection selection, ServerExchange exchange, TlsConnectionParameters parameters, bool staples) => new()
        {
            ServerName = offer.ServerName is null ? null : Acknowledged,
            StatusRequest = staples ? new StatusRequestIndication() : null,
            PointFormats = selection.Suite.UsesCurve && offer.HasPointFormats ? UncompressedOnly : null,
            Timestamps = selection.Key is { SignedCertificateTimestamps.Count: > 0 } key
                && offer.Asked.Contains(ExtensionType.SignedCertificateTimestamp)
                    ? new SignedCertificateTimestamps([.. key.SignedCertificateTimestamps])
                    : null,
            Ticket = exchange.IssuesTicket ? TicketFollows : null,
            ServerCertificateType = CertificateTypeSelection.AnswerForServer(offer, selection.Key),
            ClientCertificateType =
                CertificateTypeSelection.AnswerForClient(offer, parameters.PeerCertificateType, exchange.AsksForCertificate),
        };
}
