using System.Text;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The ServerHello of TLS 1.2 and before (RFC 5246 §7.4.1.3), and what its answers mean for records.</summary>
internal static class ServerHelloMessage
{
    private static readonly RenegotiationInfo FirstHandshake = new(default);
    private static readonly ExtendedMainSecret Extended = new();

    /// <param name="context">The connection.</param>
    /// <param name="options">The server's options.</param>
    /// <param name="offer">The ClientHello.</param>
    /// <param name="agreement">What is agreed.</param>
    /// <param name="protocol">The application protocol; null when there is none.</param>
    /// <param name="sessionId">A new identifier, that of the session which is resumed, or none.</param>
    /// <param name="more">Answers that only a full handshake has; none of them for a resumed session.</param>
    public static void Send(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        Agreement agreement,
        string? protocol,
        ReadOnlyMemory<byte> sessionId,
        in FullHandshakeAnswers more)
    {
        bool limits = offer.RecordSizeLimit is not null && options.RecordSizeLimit is not null;

        // Who offers record_size_limit as well has no use for the older extension (RFC 8449 §5).
        MaxFragmentLength? fragment = offer.RecordSizeLimit is null ? offer.MaxFragmentLength : null;
        int ownLimit = Math.Min(options.RecordSizeLimit ?? RecordLimits.MaxPlaintext, RecordLimits.MaxPlaintext);
        ExtensionBlock extensions = ExtensionBlock.Of(
            offer.HasSecureRenegotiation ? FirstHandshake : null,
            agreement.ExtendedMainSecret ? Extended : null,
            agreement.EncryptThenMac ? new EncryptThenMac() : null,
            protocol is null ? null : new ApplicationProtocolChoice(Encoding.Latin1.GetBytes(protocol)),
            fragment,
            limits ? new RecordSizeLimit((ushort)ownLimit) : null,
            more.ServerName,
            more.StatusRequest,
            more.PointFormats,
            more.Timestamps,
            more.Ticket,
            more.ServerCertificateType,
            more.ClientCertificateType);
        context.Transport.UseRecordVersion(agreement.Version);

        // Who sends no extensions may not know that there can be any (RFC 5246 §7.4.1.3).
        context.Send(new ServerHello(
            agreement.Version,
            agreement.Randoms.Server,
            sessionId,
            agreement.Suite.Suite,
            0,
            extensions.IsEmpty ? ExtensionBlock.Absent : extensions));
        if (limits)
        {
            context.Transport.LimitSentContent(Math.Min(offer.RecordSizeLimit!.Value, RecordLimits.MaxPlaintext));
            context.Transport.LimitReceivedInner(ownLimit + 1);
        }
        else if (fragment is not null)
        {
            context.Transport.LimitSentContent(fragment.Length);
            context.Transport.LimitReceivedInner(fragment.Length + 1);
        }
    }
}
