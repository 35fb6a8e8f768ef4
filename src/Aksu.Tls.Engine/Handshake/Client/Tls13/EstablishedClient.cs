using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>A complete client connection: tickets, key updates and requests for a certificate may come.</summary>
internal sealed class EstablishedClient(ClientHandshakeOptions options, ResumptionSecret resumption, DateTimeOffset authenticatedAt)
    : EstablishedState
{
    private const int MaxCertificateRequests = 16;
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(7);

    private List<ReadOnlyMemory<byte>>? _requestContexts;
    private int _ticketsTaken;

    public ClientHandshakeOptions Options => options;

    // A ticket may carry the client's whole chain.
    public override int CeilingFor(HandshakeType type) => type == HandshakeType.NewSessionTicket ? 1 << 17 : DefaultCeiling * 4;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        if (message.Type == HandshakeType.NewSessionTicket)
        {
            TakeTicket(context, NewSessionTicket13.Decode(message.Body));
            return this;
        }

        return message.Type == HandshakeType.CertificateRequest
            ? AnswerCertificateRequest(context, message)
            : base.Handle(context, message);
    }

    public override void Dispose() => resumption.Dispose();

    private void TakeTicket(HandshakeContext context, NewSessionTicket13 ticket)
    {
        ExtensionRules.Check(ticket.Extensions, ExtensionMessage.NewSessionTicket, offered: null);
        Count(context, Fault.TooManyTickets);
        if (ticket.LifetimeSeconds == 0 || _ticketsTaken >= options.MaxTickets)
        {
            return;
        }

        _ticketsTaken++;
        TlsConnectionParameters parameters = context.Parameters!;
        DateTimeOffset now = context.Now; // before there is a secret: the clock is the application's
        var lifetime = TimeSpan.FromSeconds(ticket.LifetimeSeconds);
        Secret key = resumption.DerivePreSharedKey(ticket.Nonce.Span, static length => new Secret(length));
        context.KeepReceived(new TlsSession(key)
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = parameters.CipherSuite,
            ServerName = options.ServerName,
            ApplicationProtocol = parameters.ApplicationProtocol,
            ReceivedAt = now,
            AuthenticatedAt = authenticatedAt,
            AcceptedUntil = parameters.PeerAcceptedUntil,
            Fate = context.SessionFate,
            Lifetime = lifetime < LongestLifetime ? lifetime : LongestLifetime,
            PeerCertificates = parameters.PeerCertificates,
            PeerCertificateType = parameters.PeerCertificateType,
            AuthenticationContext = options.AuthenticationContext,
            Ticket = ticket.Ticket.ToArray(),
            AgeAdd = ticket.AgeAdd,
        });
        context.Report(HandshakeEvent.TicketExchanged);
    }

    private HandshakeState AnswerCertificateRequest(HandshakeContext context, HandshakeMessage message)
    {
        if (!options.PostHandshakeAuthentication)
        {
            throw Fault.PostHandshakeAuthNotOffered();
        }

        if (context.Parameters!.IsExternalPreSharedKey)
        {
            // RFC 9846 §F.1: external keys and certificates are not combined.
            throw Unexpected(message);
        }

        CertificateDemand demand = CertificateDemand.Read(message.Body, context.Parameters.LocalCertificateType);
        _requestContexts ??= [];
        if (demand.Context.IsEmpty || _requestContexts.Any(known => known.Span.SequenceEqual(demand.Context.Span)))
        {
            throw Fault.UnknownCertificateRequest();
        }

        if (_requestContexts.Count == MaxCertificateRequests)
        {
            throw Fault.TooManyCertificateRequests();
        }

        _requestContexts.Add(demand.Context);
        return new PostHandshakeAnswer(this, context, demand, message).Begin();
    }
}
