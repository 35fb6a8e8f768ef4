using System.Text;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>Takes a ServerHello of TLS 1.2 or before: a full handshake, or a session that goes on (RFC 5246 §7.4.1.3).</summary>
internal static class ServerChoice
{
    public static HandshakeState Accept(
        HandshakeContext context, ClientOffer offer, ServerHello hello, ProtocolVersion version, HandshakeMessage message)
    {
        Check(context, offer, hello, version);
        Suite12 suite = offer.FindSuite12(hello.CipherSuite, version)
            ?? throw Fault.CipherSuiteNotOffered();
        PseudorandomFunction function = PseudorandomFunction.For(version, suite, context.Cryptography)
            ?? throw Fault.CipherSuiteNotOffered();
        var agreement = new Agreement(
            version,
            suite,
            function,
            new HelloRandoms(offer.Random, hello.Random.ToArray()),
            ExtendedMainSecret: hello.Extensions.Contains(ExtensionType.ExtendedMainSecret),
            EncryptThenMac: suite.Cipher.HasSeparateMac && hello.Extensions.Contains(ExtensionType.EncryptThenMac));
        TlsSession? session = ResumedSession(offer, hello, agreement);
        if (!agreement.ExtendedMainSecret && !offer.Options.DangerousWithoutExtendedMainSecret)
        {
            throw Fault.ExtendedMainSecretRequired();
        }

        var parameters = new TlsConnectionParameters
        {
            Version = version,
            CipherSuite = suite.Suite,
            ServerName = offer.Options.ServerName,
            ApplicationProtocol = ChosenProtocol(offer, hello, session),
            ExtendedMainSecret = agreement.ExtendedMainSecret,
            PeerCertificates = session?.PeerCertificates ?? [],
            PeerCertificateType = session?.PeerCertificateType ?? CertificateType.X509,
            PeerAcceptedUntil = session?.AcceptedUntil ?? DateTimeOffset.MaxValue,
            IsResumed = session is not null,
        };
        LimitRecords(context, offer, hello);
        context.Transport.UseRecordVersion(version);
        context.Transcript.Select(function.TranscriptHash, keepsMessages: session is null);
        context.AddToTranscript(message);
        context.Report(HandshakeEvent.VersionDecided, version.ToString());
        agreement.Report(context);
        var exchange = new ClientExchange(
            offer,
            agreement,
            hello.LegacySessionIdEcho.ToArray(),
            announcesTicket: hello.Extensions.Contains(ExtensionType.SessionTicket),
            announcesStatus: hello.Extensions.Contains(ExtensionType.StatusRequest));
        return session is null
            ? FullHandshake(exchange, parameters, hello)
            : Resume(context, exchange, parameters, session);
    }

    private static HandshakeState FullHandshake(ClientExchange exchange, TlsConnectionParameters parameters, ServerHello hello)
    {
        if (exchange.Agreement.Suite.UsesPreSharedKey)
        {
            return new ExpectServerKeyExchangeForPreSharedKey(exchange, parameters with { IsExternalPreSharedKey = true });
        }

        TlsConnectionParameters typed = ChosenCertificateTypes.In(parameters, hello.Extensions, exchange.Options, showsCertificate: true);
        ReadOnlyMemory<byte>[] timestamps = [];
        if (hello.Extensions.TryFind(ExtensionType.SignedCertificateTimestamp, out ReadOnlyMemory<byte> list))
        {
            timestamps = [.. SignedCertificateTimestamps.Decode(list).Timestamps.Select(t => (ReadOnlyMemory<byte>)t.ToArray())];
        }

        return new ExpectCertificate(exchange, typed, timestamps);
    }

    private static HandshakeState Resume(
        HandshakeContext context, ClientExchange exchange, TlsConnectionParameters parameters, TlsSession session)
    {
        ConnectionKeys keys = ConnectionKeys.Resume(context, exchange.Agreement, session.SecretBytes);
        try
        {
            context.Report(HandshakeEvent.SessionResumed);
            var identity = Evidence.IdentityAccepted.BySession(session.PeerCertificates, session.AcceptedUntil);
            return new ClientEnding(exchange, parameters, keys, identity, session).AwaitServer();
        }
        catch
        {
            // No state holds the keys yet.
            keys.Dispose();
            throw;
        }
    }

    private static void Check(HandshakeContext context, ClientOffer offer, ServerHello hello, ProtocolVersion version)
    {
        // Only TLS 1.3 passes over a change_cipher_spec that stands in front of ServerHello.
        if (context.Transport.HasIgnoredChangeCipherSpec)
        {
            throw Fault.InvalidChangeCipherSpec();
        }

        if (DowngradeSentinel.ShowsDowngrade(hello.Random.Span, version, offer.Options.HighestVersion))
        {
            throw Fault.DowngradeDetected();
        }

        ExtensionRules.Check(hello.Extensions, ExtensionMessage.ServerHello12, offer.Extensions);
        if (hello.LegacyCompressionMethod != 0)
        {
            throw Fault.InvalidCompression();
        }

        if (!hello.Extensions.TryFind(ExtensionType.RenegotiationInfo, out ReadOnlyMemory<byte> info))
        {
            throw Fault.SecureRenegotiationRequired();
        }

        if (!RenegotiationInfo.Decode(info).RenegotiatedConnection.IsEmpty)
        {
            throw Fault.InvalidRenegotiationInfo();
        }

        CheckForm(hello.Extensions);
    }

    /// <summary>Reads answers that say nothing but that they are there.</summary>
    private static void CheckForm(ExtensionBlock extensions)
    {
        foreach (Extension extension in extensions)
        {
            switch (extension.Type.Value)
            {
                case 0:
                    ServerNameAcknowledgement.Decode(extension.Body);
                    break;
                case 5:
                    StatusRequestIndication.Decode(extension.Body);
                    break;
                case 11:
                    EcPointFormats.Decode(extension.Body);
                    break;
                case 22:
                    EncryptThenMac.Decode(extension.Body);
                    break;
                case 23:
                    Messages.Extensions.ExtendedMainSecret.Decode(extension.Body);
                    break;
            }
        }
    }

    /// <summary>
    /// The session that the server goes on with; null for a full handshake. What does not fit the session is an attack or a fault.
    /// </summary>
    private static TlsSession? ResumedSession(ClientOffer offer, ServerHello hello, Agreement agreement)
    {
        bool isEchoed = !hello.LegacySessionIdEcho.IsEmpty && hello.LegacySessionIdEcho.Span.SequenceEqual(offer.SessionId.Span);
        if (!isEchoed)
        {
            return null;
        }

        if (offer.Session12 is not { } session || session.Version != agreement.Version || session.CipherSuite != agreement.Suite.Suite)
        {
            throw Fault.UnexpectedResumption();
        }

        // RFC 7627 §5.3: either both handshakes have it or none.
        return session.ExtendedMainSecret == agreement.ExtendedMainSecret ? session : throw Fault.ExtendedMainSecretChanged();
    }

    private static string? ChosenProtocol(ClientOffer offer, ServerHello hello, TlsSession? session)
    {
        string? protocol = hello.Extensions.TryFind(ExtensionType.ApplicationLayerProtocolNegotiation, out ReadOnlyMemory<byte> body)
            ? Encoding.Latin1.GetString(ApplicationProtocolChoice.Decode(body).Name.Span)
            : null;
        bool isOffered = protocol is null || offer.Options.ApplicationProtocols.Contains(protocol);

        // RFC 7301 §3.1 would allow another one, as in TLS 1.3; but a hello of TLS 1.2 cannot say what its session is good for, and a
        // server that mixes sessions of different services up is where cross-protocol attacks begin (RFC 9325 §3.8).
        bool isSame = session is null || session.ApplicationProtocol == protocol;
        return isOffered && isSame ? protocol : throw Fault.ApplicationProtocolNotOffered();
    }

    private static void LimitRecords(HandshakeContext context, ClientOffer offer, ServerHello hello)
    {
        if (!hello.Extensions.TryFind(ExtensionType.RecordSizeLimit, out ReadOnlyMemory<byte> body))
        {
            return;
        }

        // Before TLS 1.3 there is no content type octet to count (RFC 8449 §4).
        int limit = RecordSizeLimit.Decode(body).Limit;
        if (limit > RecordLimits.MaxPlaintext)
        {
            throw Fault.RecordSizeLimitInvalid();
        }

        context.Transport.LimitSentContent(limit);
        context.Transport.LimitReceivedInner(Math.Min(offer.Options.RecordSizeLimit!.Value, RecordLimits.MaxPlaintext) + 1);
    }
}
