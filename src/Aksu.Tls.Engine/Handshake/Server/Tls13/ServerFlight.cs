using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The server's flight: ServerHello, EncryptedExtensions, then its proof of who it is, then Finished.</summary>
internal static class ServerFlight
{
    /// <summary>Sends the flight as far as it can without a signature from elsewhere.</summary>
    public static HandshakeState Begin(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        SentRetry? retry,
        Suite13 suite,
        string? protocol,
        AcceptedPreSharedKey? preSharedKey,
        KeyShareEntry? share)
    {
        (CertifiedKey Key, SignatureScheme Scheme)? identity = preSharedKey is null ? ChooseIdentity(options, offer) : null;
        CertificateType? clientType = identity is null ? CertificateType.X509 : CertificateTypeSelection.OfClient(options, offer);
        Aligned aligned = context.Transport.RequireAligned();
        using Secret? sharedSecret = share is { } entry
            ? SendHello(context, offer, suite, preSharedKey, entry)
            : SendHello(context, offer, suite, preSharedKey!);
        if (!offer.Hello.LegacySessionId.IsEmpty && retry is null)
        {
            context.SendChangeCipherSpec();
        }

        ServerHandshakeKeys keys = DeriveKeys(context, options, offer, suite, preSharedKey, sharedSecret, aligned);
        var parameters = new TlsConnectionParameters
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = suite.Suite,
            Group = share?.Group,
            SignatureScheme = identity?.Scheme,
            ServerName = offer.ServerName,
            ApplicationProtocol = protocol,
            PeerCertificates = preSharedKey?.Session?.PeerCertificates ?? [],
            PeerAcceptedUntil = preSharedKey?.Session?.AcceptedUntil ?? DateTimeOffset.MaxValue,
            PeerCertificateType = preSharedKey?.Session?.PeerCertificateType ?? clientType ?? CertificateType.X509,
            LocalCertificates = identity?.Key.Chain ?? [],
            LocalCertificateType = identity?.Key.CertificateType ?? CertificateType.X509,
            IsResumed = preSharedKey?.Session is not null,
            IsExternalPreSharedKey = preSharedKey is { Session: null },
            IsHelloRetried = retry is not null,
        };
        try
        {
            SendEncryptedExtensions(context, options, offer, parameters, identity?.Key, clientType);
            Report(context, parameters);
            return identity is { } own
                ? SendCertificate(context, keys, parameters, offer, own.Key, own.Scheme)
                : SendFinished(context, keys, parameters, asksForCertificate: false);
        }
        catch
        {
            // No state holds the keys yet.
            keys.Dispose();
            throw;
        }
    }

    private static HandshakeState SendCertificate(
        HandshakeContext context,
        ServerHandshakeKeys keys,
        TlsConnectionParameters parameters,
        ReceivedOffer offer,
        CertifiedKey key,
        SignatureScheme scheme)
    {
        bool asksForCertificate = keys.Options.ClientAuthentication != ClientAuthentication.None
            && keys.Options.PeerCertificateTypes.Contains(parameters.PeerCertificateType);
        if (asksForCertificate)
        {
            context.Send(CertificateDemandMessage.For(keys.Options, context: default));
        }

        context.Send(CertificateAnswer.Certificate(default, key, offer.Asked));
        ReadOnlySpan<byte> content = SignedContent.Write(TlsSide.Server, context.Transcript, stackalloc byte[SignedContent.MaxLength]);
        return CertificateAnswer.TrySign(key, scheme, content) is { } verify
            ? SendVerify(context, keys, parameters, asksForCertificate, verify)
            : new AwaitServerSignature(keys, parameters, asksForCertificate, HandshakeSignature.AskForSignature(key, scheme, content));
    }

    public static HandshakeState SendVerify(
        HandshakeContext context,
        ServerHandshakeKeys keys,
        TlsConnectionParameters parameters,
        bool asksForCertificate,
        CertificateVerify verify)
    {
        context.Send(verify);
        return SendFinished(context, keys, parameters, asksForCertificate);
    }

    private static (CertifiedKey Key, SignatureScheme Scheme) ChooseIdentity(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        SignatureScheme[] accepted = offer.Schemes ?? throw Fault.MissingExtension(ExtensionType.SignatureAlgorithms, "ClientHello");
        SignatureScheme? SchemeFor(CertifiedKey key) => CertificateAnswer.ChooseScheme(key, options.SignatureSchemes, accepted);
        bool CanUse(CertifiedKey key) => SchemeFor(key) is not null;
        CertifiedKey best = ServerIdentityChoice.Choose(options, offer, CanUse)
            ?? throw (CertificateTypeSelection.HasNone(options, offer) ? Fault.NoCommonCertificateType() : Fault.NoCommonSignatureScheme());
        return (best, SchemeFor(best)!.Value);
    }

    private static HandshakeState SendFinished(
        HandshakeContext context, ServerHandshakeKeys keys, TlsConnectionParameters parameters, bool asksForCertificate)
    {
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        Span<byte> verifyData = stackalloc byte[HashFunction.MaxSize];
        context.SendFinished(keys.Server.ComputeFinished(context.Transcript.Peek(digest), verifyData));

        // From here on the server could send data, but what the client is has not been shown yet.
        ReadOnlySpan<byte> transcript = context.Transcript.Peek(digest);
        ApplicationKeySet derived = keys.Main.DeriveApplication(transcript);
        try
        {
            (TrafficSecret client, TrafficSecret server, ExporterSecret exporter) = derived;
            context.LogSecret("CLIENT_TRAFFIC_SECRET_0", keys.ClientRandom.Span, client.Span);
            context.LogSecret("SERVER_TRAFFIC_SECRET_0", keys.ClientRandom.Span, server.Span);
            context.LogSecret("EXPORTER_SECRET", keys.ClientRandom.Span, exporter.Span);
            context.SetWriteSecret(KeyEpoch.ApplicationData, server);
            var final = new ServerFinalKeys(keys, client, exporter);
            return asksForCertificate
                ? new ExpectClientCertificate(final, parameters)
                : new ExpectClientFinished(final, parameters, IdentityWithoutCertificate(parameters));
        }
        catch
        {
            // No state holds these keys yet; those of the handshake are the caller's.
            derived.Dispose();
            throw;
        }
    }

    private static IdentityAccepted IdentityWithoutCertificate(TlsConnectionParameters parameters) =>
        parameters.IsResumed
            ? IdentityAccepted.BySession(parameters.PeerCertificates, parameters.PeerAcceptedUntil)
            : parameters.IsExternalPreSharedKey ? IdentityAccepted.ByExternalKey() : IdentityAccepted.Anonymous();

    private static Secret SendHello(
        HandshakeContext context, ReceivedOffer offer, Suite13 suite, AcceptedPreSharedKey? preSharedKey, KeyShareEntry share)
    {
        KeyExchangeAlgorithm exchange = GroupRules.Resolve(share.Group, context.Cryptography)!;
        byte[] answer = new byte[exchange.AnswerSize];
        Secret sharedSecret = exchange.Answer(share.KeyExchange.Span, answer) ?? throw Fault.InvalidKeyShare(share.Group);
        try
        {
            SendHello(context, offer, suite, preSharedKey, new KeyShareChoice(new KeyShareEntry(share.Group, answer)));
            return sharedSecret;
        }
        catch
        {
            sharedSecret.Dispose();
            throw;
        }
    }

    private static Secret? SendHello(HandshakeContext context, ReceivedOffer offer, Suite13 suite, AcceptedPreSharedKey preSharedKey)
    {
        SendHello(context, offer, suite, preSharedKey, share: null);
        return null;
    }

    private static void SendHello(
        HandshakeContext context, ReceivedOffer offer, Suite13 suite, AcceptedPreSharedKey? preSharedKey, KeyShareChoice? share)
    {
        byte[] random = new byte[32];
        context.Cryptography.FillRandom(random);
        context.Transport.UseRecordVersion(ProtocolVersion.Tls12);
        context.AddToTranscript(offer.Message);
        context.Transcript.Select(suite.Hash);
        context.Send(new ServerHello(
            ProtocolVersion.Tls12,
            random,
            offer.Hello.LegacySessionId,
            suite.Suite,
            0,
            ExtensionBlock.Of(
                share,
                preSharedKey is null ? null : new PreSharedKeyChoice((ushort)preSharedKey.Index),
                new SupportedVersionsChoice(ProtocolVersion.Tls13))));
    }

    private static ServerHandshakeKeys DeriveKeys(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        Suite13 suite,
        AcceptedPreSharedKey? preSharedKey,
        Secret? sharedSecret,
        Aligned aligned)
    {
        EarlySecret early = preSharedKey?.Secret ?? EarlySecret.WithoutPreSharedKey(suite.Hash);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> transcript = context.Transcript.Peek(digest);
        HandshakeKeySet derived = early.IntoHandshake(suite, sharedSecret, transcript);
        try
        {
            (TrafficSecret client, TrafficSecret server, MainSecret main) = derived;
            ReadOnlyMemory<byte> clientRandom = options.DangerousKeyLog is null ? default : offer.Hello.Random.ToArray();
            context.LogSecret("CLIENT_HANDSHAKE_TRAFFIC_SECRET", clientRandom.Span, client.Span);
            context.LogSecret("SERVER_HANDSHAKE_TRAFFIC_SECRET", clientRandom.Span, server.Span);
            context.SetWriteSecret(KeyEpoch.Handshake, server);
            context.SetReadSecret(KeyEpoch.Handshake, client, aligned);
            context.Transport.AllowPlaintextAlert();
            if (offer.HasEarlyData)
            {
                context.Transport.SkipEarlyData(EarlyDataSkipping.UntilFirstOpened);
            }

            return new ServerHandshakeKeys(options, suite, main, client, server, clientRandom)
            {
                Terms = new PostHandshakeTerms(
                    offer.AllowsPostHandshakeAuth,
                    TakesTickets: offer.PskModes is { } modes
                        && (modes.Contains(PskKeyExchangeMode.PskDheKe)
                            || (options.DangerousPskWithoutForwardSecrecy && modes.Contains(PskKeyExchangeMode.PskKe))),
                    preSharedKey?.Session?.AuthenticatedAt ?? context.Now),
            };
        }
        catch
        {
            // No state holds the keys yet.
            derived.Dispose();
            throw;
        }
    }

    private static void SendEncryptedExtensions(
        HandshakeContext context,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        TlsConnectionParameters parameters,
        CertifiedKey? presented,
        CertificateType? clientType)
    {
        bool limits = offer.RecordSizeLimit is not null && options.RecordSizeLimit is not null;

        // Who offers record_size_limit as well has no use for the older extension (RFC 8449 §5).
        MaxFragmentLength? fragment = offer.RecordSizeLimit is null ? offer.MaxFragmentLength : null;

        // The limits hold for every record that is protected, this message's own too (RFC 8449 §4).
        if (limits)
        {
            // A limit over the protocol's own is no error in a hello (RFC 8449 §4); the content type octet counts.
            context.Transport.LimitSentContent(Math.Min(offer.RecordSizeLimit!.Value - 1, RecordLimits.MaxPlaintext));
            context.Transport.LimitReceivedInner(options.RecordSizeLimit!.Value);
        }
        else if (fragment is not null)
        {
            context.Transport.LimitSentContent(fragment.Length);
            context.Transport.LimitReceivedInner(fragment.Length + 1);
        }

        context.Send(new EncryptedExtensions(ExtensionBlock.Of(

            // A session goes on without it (RFC 6066 §3).
            offer.ServerName is null || parameters.IsResumed ? null : new ServerNameAcknowledgement(),
            parameters.ApplicationProtocol is { } protocol
                ? new Messages.Extensions.ApplicationProtocolChoice(Encoding.Latin1.GetBytes(protocol))
                : null,
            fragment,
            limits ? new RecordSizeLimit((ushort)options.RecordSizeLimit!.Value) : null,
            CertificateTypeSelection.AnswerForServer(offer, presented),
            CertificateTypeSelection.AnswerForClient(offer, clientType, mayBeAsked: presented is not null && MayAsk(options, offer)))));
    }

    private static bool MayAsk(ServerHandshakeOptions options, ReceivedOffer offer) =>
        options.ClientAuthentication != ClientAuthentication.None || offer.AllowsPostHandshakeAuth;

    private static void Report(HandshakeContext context, TlsConnectionParameters parameters)
    {
        context.Report(HandshakeEvent.CipherSuiteDecided, parameters.CipherSuite.ToString());
        if (parameters.Group is { } group)
        {
            context.Report(HandshakeEvent.GroupDecided, group.ToString());
        }

        context.Report(HandshakeEvent.KeysDerived);
        if (parameters.IsResumed)
        {
            context.Report(HandshakeEvent.SessionResumed);
        }

        if (parameters.ApplicationProtocol is { } protocol)
        {
            context.Report(HandshakeEvent.ApplicationProtocolDecided, protocol);
        }
    }
}
