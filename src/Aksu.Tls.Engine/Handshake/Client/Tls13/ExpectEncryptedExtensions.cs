using System.Text;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The server's answers that need no key exchange (RFC 9846 §4.4.1).</summary>
internal sealed class ExpectEncryptedExtensions(
    ClientHandshakeKeys keys, TlsConnectionParameters parameters, OfferedPreSharedKey? preSharedKey) : ClientHandshakeState(keys)
{
    public override string Awaited => "EncryptedExtensions";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.EncryptedExtensions, message);
        ExtensionBlock extensions = EncryptedExtensions.Decode(message.Body).Extensions;
        ExtensionRules.Check(extensions, ExtensionMessage.EncryptedExtensions, Keys.Offer.Extensions);
        CheckServerName(extensions);
        string? protocol = ChosenProtocol(extensions);
        int? recordSizeLimit = ChosenRecordSizeLimit(extensions);

        context.AddToTranscript(message);
        if (recordSizeLimit is { } limit)
        {
            // The content type octet counts (RFC 8449 §4).
            context.Transport.LimitSentContent(limit - 1);
            context.Transport.LimitReceivedInner(Keys.Offer.Options.RecordSizeLimit!.Value);
        }

        if (protocol is not null)
        {
            context.Report(HandshakeEvent.ApplicationProtocolDecided, protocol);
        }

        TlsConnectionParameters agreed = ChosenCertificateTypes.In(
            protocol is null ? parameters : parameters with { ApplicationProtocol = protocol },
            extensions,
            Keys.Offer.Options,
            showsCertificate: preSharedKey is null);
        if (preSharedKey is null)
        {
            return new ExpectCertificateOrCertificateRequest(Keys, agreed);
        }

        agreed = agreed with { PeerCertificateType = preSharedKey.Session?.PeerCertificateType ?? CertificateType.X509 };
        IdentityAccepted identity = preSharedKey.Session is { } session
            ? IdentityAccepted.BySession(session.PeerCertificates, session.AcceptedUntil)
            : IdentityAccepted.ByExternalKey();
        return new ExpectServerFinished(Keys, identity.In(agreed), request: null, identity);
    }

    private static void CheckServerName(ExtensionBlock extensions)
    {
        if (extensions.TryFind(ExtensionType.ServerName, out ReadOnlyMemory<byte> body))
        {
            ServerNameAcknowledgement.Decode(body);
        }
    }

    /// <summary>
    /// One of those offered now. A server may resume a session with another protocol than the session's (RFC 7301 §3.1): what counts is
    /// this hello, which Finished authenticates. Only early data stands on the session's protocol (RFC 9846 §4.3.10), and none is sent.
    /// </summary>
    private string? ChosenProtocol(ExtensionBlock extensions)
    {
        if (!extensions.TryFind(ExtensionType.ApplicationLayerProtocolNegotiation, out ReadOnlyMemory<byte> body))
        {
            return null;
        }

        string protocol = Encoding.Latin1.GetString(ApplicationProtocolChoice.Decode(body).Name.Span);
        return Keys.Offer.Options.ApplicationProtocols.Contains(protocol) ? protocol : throw Fault.ApplicationProtocolNotOffered();
    }

    private static int? ChosenRecordSizeLimit(ExtensionBlock extensions)
    {
        if (!extensions.TryFind(ExtensionType.RecordSizeLimit, out ReadOnlyMemory<byte> body))
        {
            return null;
        }

        int limit = RecordSizeLimit.Decode(body).Limit;
        return limit <= RecordLimits.MaxPlaintext + 1 ? limit : throw Fault.RecordSizeLimitInvalid();
    }
}
