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

        TlsConnectionParameters agreed = parameters with { ApplicationProtocol = protocol };
        if (preSharedKey is null)
        {
            return new ExpectCertificateOrCertificateRequest(Keys, agreed);
        }

        IReadOnlyList<ReadOnlyMemory<byte>> certificates = preSharedKey.Session?.PeerCertificates ?? [];
        return new ExpectServerFinished(
            Keys, agreed with { PeerCertificates = certificates }, request: null, IdentityAccepted.ByPreSharedKey(certificates));
    }

    private static void CheckServerName(ExtensionBlock extensions)
    {
        if (extensions.TryFind(ExtensionType.ServerName, out ReadOnlyMemory<byte> body))
        {
            ServerNameAcknowledgement.Decode(body);
        }
    }

    private string? ChosenProtocol(ExtensionBlock extensions)
    {
        if (!extensions.TryFind(ExtensionType.ApplicationLayerProtocolNegotiation, out ReadOnlyMemory<byte> body))
        {
            return preSharedKey?.Session?.ApplicationProtocol is null ? null : throw Fault.ApplicationProtocolNotOffered();
        }

        string protocol = Encoding.Latin1.GetString(ApplicationProtocolChoice.Decode(body).Name.Span);
        bool isResumedWithAnother = preSharedKey?.Session is { } session && session.ApplicationProtocol != protocol;
        return Keys.Offer.Options.ApplicationProtocols.Contains(protocol) && !isResumedWithAnother
            ? protocol
            : throw Fault.ApplicationProtocolNotOffered();
    }

    private static int? ChosenRecordSizeLimit(ExtensionBlock extensions)
    {
        if (!extensions.TryFind(ExtensionType.RecordSizeLimit, out ReadOnlyMemory<byte> body))
        {
            return null;
        }

        int limit = RecordSizeLimit.Decode(body).Limit;
        return limit is >= RecordLimits.MinRecordSizeLimit and <= RecordLimits.MaxPlaintext + 1
            ? limit
            : throw Fault.RecordSizeLimitInvalid();
    }
}
