using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Transcript;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>
/// What a server sends after the handshake: tickets and requests for a certificate (RFC 9846 §4.7). The sending thread begins, the
/// receiving thread takes the answer, so it is guarded.
/// </summary>
/// <param name="options">The server's options.</param>
/// <param name="client">What the client's hello said.</param>
/// <param name="resumption">What tickets come from; nobody locks it but this object.</param>
internal sealed class ServerPostHandshake(
    ServerHandshakeOptions options, PostHandshakeTerms client, ResumptionSecret resumption) : IDisposable
{
    private const int RequestContextLength = 32;
    private const int NonceLength = sizeof(uint);

    private PostHandshakeExchange? _request;
    private uint _tickets;

    public ServerHandshakeOptions Options => options;

    public bool HasRequest
    {
        get
        {
            lock (resumption)
            {
                return _request is not null;
            }
        }
    }

    /// <summary>Asks for a certificate; the application may do so once at a time.</summary>
    public void Request(HandshakeContext context)
    {
        if (!client.AllowsAuthentication)
        {
            throw new InvalidOperationException("The client did not offer post-handshake authentication.");
        }

        if (context.Parameters!.IsExternalPreSharedKey)
        {
            // RFC 9846 §4.4.2, §F.1: external keys and certificates are not combined.
            throw new InvalidOperationException(
                "The client is authenticated by an external pre-shared key; it is asked for no certificate.");
        }

        if (!Options.PeerCertificateTypes.Contains(context.Parameters.PeerCertificateType))
        {
            throw new InvalidOperationException("The client can only show a certificate, and this side takes raw public keys alone.");
        }

        lock (resumption)
        {
            if (_request is not null)
            {
                throw new InvalidOperationException("A request for a client certificate is under way.");
            }

            byte[] requestContext = new byte[RequestContextLength];
            Options.Cryptography.FillRandom(requestContext);
            TranscriptHash transcript = context.Transcript.Fork();
            context.Send(CertificateDemandMessage.For(Options, requestContext), transcript);
            _request = new PostHandshakeExchange(requestContext, transcript);
        }
    }

    /// <summary>Takes the request that a Certificate answers; the caller owns it.</summary>
    public PostHandshakeExchange TakeRequest(ReadOnlySpan<byte> requestContext)
    {
        lock (resumption)
        {
            if (_request is not { } request || !request.RequestContext.SequenceEqual(requestContext))
            {
                throw Fault.UnknownCertificateRequest();
            }

            _request = null;
            return request;
        }
    }

    /// <summary>Whether this side makes tickets and the client can use them.</summary>
    public bool CanIssueTickets => Options.Tickets is not null && client.TakesTickets;

    /// <summary>Issues tickets (RFC 9846 §4.7.1), but none whose state is too long for one.</summary>
    public void IssueTickets(HandshakeContext context, int count)
    {
        if (!CanIssueTickets)
        {
            throw new InvalidOperationException("Session tickets are off, or the client cannot use any.");
        }

        lock (resumption)
        {
            using var state = new WireWriter();
            using var ticket = new WireWriter();
            for (int i = 0; i < count; i++)
            {
                state.Clear();
                ticket.Clear();
                IssueTicket(context, state, ticket);
            }
        }
    }

    public void Dispose()
    {
        lock (resumption)
        {
            resumption.Dispose();
            _request?.Dispose();
            _request = null;
        }
    }

    /// <param name="context">The connection.</param>
    /// <param name="state">Empty; takes the nonce and ticket_age_add, and behind them what the ticket protects.</param>
    /// <param name="ticket">Empty; takes the ticket.</param>
    private void IssueTicket(HandshakeContext context, WireWriter state, WireWriter ticket)
    {
        DateTimeOffset now = context.Now;
        TimeSpan lifetime = RemainingLifetime(context, now);
        if (lifetime <= TimeSpan.Zero)
        {
            return;
        }

        state.WriteUInt32(_tickets++);
        uint ageAdd = RandomAgeAdd(state);
        int start = state.Length;
        Secret key = resumption.DerivePreSharedKey(state.WrittenSpan[..NonceLength], Secret.OfKeptMemory);
        using ServerSession session = StateOf(context.Parameters!, key, now, ageAdd);
        session.Encode(state);
        Options.Tickets!.Protect(state.WrittenSpan[start..], now, ticket);
        if (ticket.Length is 0 or > ushort.MaxValue)
        {
            // Too long: the client's certificates are in it. An empty one cannot be sent (RFC 9846 §4.7.1).
            return;
        }

        context.Send(
            new NewSessionTicket13(
                (uint)lifetime.TotalSeconds, ageAdd, state.WrittenMemory[..NonceLength], ticket.WrittenMemory, ExtensionBlock.Empty),
            transcript: null);
        context.Report(HandshakeEvent.TicketExchanged);
    }

    // Resuming again and again does not stretch the client's first authentication, nor the validity of its certificates.
    private TimeSpan RemainingLifetime(HandshakeContext context, DateTimeOffset now)
    {
        TimeSpan untilReauthentication = client.AuthenticatedAt + TlsSession.LongestAuthentication - now;
        TimeSpan untilExpiry = context.Parameters!.PeerAcceptedUntil - now;
        TimeSpan untilEither = untilReauthentication < untilExpiry ? untilReauthentication : untilExpiry;
        return untilEither < Options.TicketLifetime ? untilEither : Options.TicketLifetime;
    }

    private uint RandomAgeAdd(WireWriter state)
    {
        int start = state.Length;
        Options.Cryptography.FillRandom(state.Take(sizeof(uint)));
        return new WireReader(state.WrittenMemory[start..], "ticket_age_add").ReadUInt32();
    }

    private ServerSession StateOf(TlsConnectionParameters parameters, Secret key, DateTimeOffset now, uint ageAdd) => new(key)
    {
        Version = ProtocolVersion.Tls13,
        CipherSuite = parameters.CipherSuite,
        IssuedAt = now,
        AuthenticatedAt = client.AuthenticatedAt,
        AcceptedUntil = parameters.PeerAcceptedUntil,
        AgeAdd = ageAdd,
        ServerName = parameters.ServerName,
        ApplicationProtocol = parameters.ApplicationProtocol,
        AuthenticationContext = Options.SessionContext,
        PeerCertificates = parameters.PeerCertificates,
        PeerCertificateType = parameters.PeerCertificateType,
    };
}
