using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>
/// The server's flight after ClientHello: up to ServerHelloDone in a full handshake, up to Finished when a session is resumed (RFC 5246
/// §7.3).
/// </summary>
internal static class ServerFlight
{
    private const int SessionIdLength = 32;

    /// <summary>Sends the flight of a full handshake, as far as it can without a signature from elsewhere.</summary>
    public static HandshakeState Begin(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        ProtocolVersion version,
        string? protocol,
        ServerSelection selection)
    {
        // The client does not know yet what its next message has to be.
        _ = context.Transport.RequireAligned();
        bool issuesTicket = offer.SessionTicket is not null && options.Tickets is not null && options.TicketCount > 0;
        byte[] sessionId = !issuesTicket && options.SessionCache is not null ? new byte[SessionIdLength] : [];
        options.Cryptography.FillRandom(sessionId);
        CertificateType? clientType = selection.Key is null || options.ClientAuthentication == ClientAuthentication.None
            ? null
            : CertificateTypeSelection.OfClient(options, offer);
        Agreement agreement = Agree(options, offer, version, selection.Suite);
        var exchange = new ServerExchange(options, agreement)
        {
            Share = selection.Group is { } group ? new ServerShare(group, options.Cryptography) : null,
            Key = selection.Key,
            OfferedVersion = offer.Hello.LegacyVersion,
            SessionId = sessionId,
            IssuesTicket = issuesTicket,
            AsksForCertificate = clientType is not null,
        };
        var parameters = new TlsConnectionParameters
        {
            Version = version,
            CipherSuite = selection.Suite.Suite,
            Group = selection.Group,
            SignatureScheme = selection.Scheme,
            ServerName = offer.ServerName,
            ApplicationProtocol = protocol,
            PeerCertificateType = clientType ?? CertificateType.X509,
            LocalCertificates = selection.Key?.Chain ?? [],
            LocalCertificateType = selection.Key?.CertificateType ?? CertificateType.X509,
            IsExternalPreSharedKey = selection.Suite.UsesPreSharedKey,
            ExtendedMainSecret = agreement.ExtendedMainSecret,
        };

        try
        {
            return SendFlight(context, exchange, parameters, offer, selection);
        }
        catch
        {
            // No state holds the key exchange yet.
            exchange.Dispose();
            throw;
        }
    }

    private static HandshakeState SendFlight(
        HandshakeContext context,
        ServerExchange exchange,
        TlsConnectionParameters parameters,
        ReceivedOffer offer,
        ServerSelection selection)
    {
        Agreement agreement = exchange.Agreement;
        bool staples = offer.WantsOcspResponse && selection.Key is { OcspResponse.IsEmpty: false };
        context.Transcript.Select(agreement.Function.TranscriptHash, keepsMessages: exchange.AsksForCertificate);
        context.AddToTranscript(offer.Message);
        ServerHelloMessage.Send(
            context,
            exchange.Options,
            offer,
            agreement,
            parameters.ApplicationProtocol,
            exchange.SessionId,
            FullHandshakeAnswers.To(offer, selection, exchange, parameters, staples));
        agreement.Report(context);
        Report(context, parameters);
        if (selection.Key is { } key)
        {
            context.Send(CertificateForms.Of(key, key.CertificateType));
            if (staples)
            {
                context.Send(new CertificateStatus12(new CertificateStatus(key.OcspResponse)));
            }
        }

        return ServerKeyExchangeMessage.Send(context, exchange, parameters);
    }

    /// <summary>Goes on with a session: the server is the first to send Finished.</summary>
    public static HandshakeState Resume(
        HandshakeContext context, ServerHandshakeOptions options, ReceivedOffer offer, string? protocol, ServerSession session)
    {
        _ = context.Transport.RequireAligned();
        Suite12 suite = Suite12.Resolve(session.CipherSuite, options.Cryptography)!;
        Agreement agreement = Agree(options, offer, session.Version, suite);
        ReadOnlyMemory<byte> sessionId = offer.Hello.LegacySessionId.ToArray();
        bool isKept = offer.SessionTicket is not { IsEmpty: false };
        var exchange = new ServerExchange(options, agreement)
        {
            OfferedVersion = offer.Hello.LegacyVersion,
            SessionId = isKept ? sessionId : default,
            IssuesTicket = false,
            AsksForCertificate = false,
        };
        var parameters = new TlsConnectionParameters
        {
            Version = session.Version,
            CipherSuite = session.CipherSuite,
            ServerName = offer.ServerName,
            ApplicationProtocol = protocol,
            PeerCertificates = session.PeerCertificates,
            PeerCertificateType = session.PeerCertificateType,
            IsResumed = true,
            ExtendedMainSecret = agreement.ExtendedMainSecret,
        };
        context.Transcript.Select(agreement.Function.TranscriptHash);
        context.AddToTranscript(offer.Message);
        ServerHelloMessage.Send(context, options, offer, agreement, protocol, sessionId, default);
        agreement.Report(context);
        Report(context, parameters);
        context.Report(HandshakeEvent.SessionResumed);
        ConnectionKeys keys = ConnectionKeys.Resume(context, agreement, session.Secret.Span);
        var ending = new ServerEnding(exchange, parameters, keys);
        try
        {
            keys.SendFinished(context);
            return new ExpectChangeCipherSpec(ending, IdentityAccepted.BySession(session.PeerCertificates, session.AcceptedUntil));
        }
        catch
        {
            // No state holds the keys yet.
            ending.Dispose();
            throw;
        }
    }

    private static Agreement Agree(ServerHandshakeOptions options, ReceivedOffer offer, ProtocolVersion version, Suite12 suite)
    {
        PseudorandomFunction function = PseudorandomFunction.For(version, suite, options.Cryptography) ?? throw Fault.NoCommonCipherSuite();
        byte[] random = new byte[HelloRandom.Length];
        options.Cryptography.FillRandom(random);
        DowngradeSentinel.Mark(random, version, options.HighestVersion);
        return new Agreement(
            version,
            suite,
            function,
            new HelloRandoms(offer.Hello.Random.ToArray(), random),
            ExtendedMainSecret: offer.HasExtendedMainSecret,
            EncryptThenMac: suite.Cipher.HasSeparateMac && offer.HasEncryptThenMac && options.EncryptThenMac);
    }

    private static void Report(HandshakeContext context, TlsConnectionParameters parameters)
    {
        if (parameters.Group is { } group)
        {
            context.Report(HandshakeEvent.GroupDecided, group.ToString());
        }

        if (parameters.ApplicationProtocol is { } protocol)
        {
            context.Report(HandshakeEvent.ApplicationProtocolDecided, protocol);
        }
    }
}
