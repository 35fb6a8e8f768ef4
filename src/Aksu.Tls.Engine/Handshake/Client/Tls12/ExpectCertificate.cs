using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server shows its certificates (RFC 5246 §7.4.2).</summary>
internal sealed class ExpectCertificate(
    ClientExchange exchange, TlsConnectionParameters parameters, IReadOnlyList<ReadOnlyMemory<byte>> timestamps)
    : ClientExchangeState(exchange)
{
    public override string Awaited => "Certificate";

    public override int CeilingFor(HandshakeType type) =>
        type == HandshakeType.Certificate ? Exchange.Options.MaxCertificateMessageLength : DefaultCeiling;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Certificate, message);
        CertificateType type = parameters.PeerCertificateType;
        ReadOnlyMemory<byte>[] chain = CertificateForms.Read(message.Body, type, Exchange.Options.MaxPeerCertificates);
        if (chain.Length == 0)
        {
            throw Fault.EmptyServerCertificate();
        }

        PeerCertificate peer = PeerCertificate.Read(chain, type, ocspResponse: default, timestamps, context.Cryptography);
        if (!FitsSuite(peer) || !HasOfferedCurve(peer))
        {
            peer.Dispose();
            throw Fault.CertificateDoesNotFitSuite();
        }

        context.AddToTranscript(message);
        TlsConnectionParameters known = parameters with { PeerCertificates = chain };
        return Exchange.AnnouncesStatus
            ? new ExpectCertificateStatus(Exchange, known, peer)
            : ExpectCertificateStatus.Next(Exchange, known, peer);
    }

    // The groups of the offer are those of certificates too (RFC 8422 §5.3).
    private bool HasOfferedCurve(PeerCertificate peer) =>
        SchemeRules.CurveOf(peer.Key.Kind) is not { } curve || Exchange.Offer.Groups.Contains(curve);

    private bool FitsSuite(PeerCertificate peer)
    {
        Suite12 suite = Exchange.Agreement.Suite;
        return SchemeRules.AuthenticationOf(peer.Key.Kind) == suite.Authentication
            && (suite.KeyExchange != KeyExchangeMethod.Rsa || peer.Key.SupportsKeyTransport);
    }
}
