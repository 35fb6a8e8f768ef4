using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>A complete server connection: key updates and answers to post-handshake requests may come.</summary>
internal sealed class EstablishedServer : EstablishedState
{
    private readonly ServerPostHandshake _postHandshake;

    private EstablishedServer(ServerPostHandshake postHandshake) => _postHandshake = postHandshake;

    public ServerPostHandshake PostHandshake => _postHandshake;

    public static EstablishedServer Establish(
        HandshakeContext context,
        ServerHandshakeKeys keys,
        TlsConnectionParameters parameters,
        ResumptionSecret resumption,
        ConnectionExporter exporter,
        FinishedVerified finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        var postHandshake = new ServerPostHandshake(keys.Options, keys.Terms, resumption);
        try
        {
            context.Complete(parameters, exporter);
            context.AfterHandshake = postHandshake;
            if (!keys.Terms.AllowsAuthentication)
            {
                context.ReleaseTranscript();
            }

            keys.Dispose();
            if (postHandshake.CanIssueTickets)
            {
                // A resumed handshake used up one ticket, and gets one for it (RFC 9846 §C.4): more would pile up with the client.
                postHandshake.IssueTickets(
                    context, parameters.IsResumed ? Math.Min(keys.Options.TicketCount, 1) : keys.Options.TicketCount);
            }

            return new EstablishedServer(postHandshake);
        }
        catch
        {
            // No state holds it yet, and the rung that its secret came from is used up.
            postHandshake.Dispose();
            throw;
        }
    }

    public override int CeilingFor(HandshakeType type) =>
        type == HandshakeType.Certificate ? _postHandshake.Options.MaxCertificateMessageLength : DefaultCeiling;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message) =>
        message.Type == HandshakeType.Certificate ? TakeCertificate(context, message) : base.Handle(context, message);

    public override void Dispose() => _postHandshake.Dispose();

    private HandshakeState TakeCertificate(HandshakeContext context, HandshakeMessage message)
    {
        ServerHandshakeOptions options = _postHandshake.Options;
        if (!_postHandshake.HasRequest)
        {
            throw Unexpected(message);
        }

        Certificate13 certificate = Certificate13.Decode(message.Body, options.MaxPeerCertificates);
        PostHandshakeExchange exchange = _postHandshake.TakeRequest(certificate.Context.Span);
        exchange.Transcript.Append(message.Encoded.Span);
        if (certificate.Entries.Length == 0)
        {
            if (options.ClientAuthentication == ClientAuthentication.Required)
            {
                exchange.Dispose();
                throw Errors.Fault.CertificateRequired();
            }

            return new ExpectPostHandshakeFinished(this, exchange, IdentityAccepted.Anonymous(), scheme: null);
        }

        PeerCertificate peer = CertificateReading.Read(
            certificate, context.Parameters!.PeerCertificateType, CertificateDemandMessage.Asked, context.Cryptography);
        return new ExpectPostHandshakeCertificateVerify(this, exchange, peer);
    }
}
