using Aksu.Tls.Engine.Handshake.Client;
using Aksu.Tls.Engine.Handshake.Client.Tls13;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>Every state of TLS 1.3 (RFC 9846 §A) and the messages that it takes.</summary>
internal static class StateTable13
{
    public static IReadOnlyList<StateCase> Waiting { get; } =
    [
        StateCase.Of<ExpectServerHello>(false, true, HandshakeType.ServerHello),
        StateCase.Of<ExpectEncryptedExtensions>(true, true, HandshakeType.EncryptedExtensions),
        StateCase.Of<ExpectCertificateOrCertificateRequest>(true, true, HandshakeType.Certificate, HandshakeType.CertificateRequest),
        StateCase.Of<ExpectCertificate>(true, true, HandshakeType.Certificate),
        StateCase.Of<ExpectCertificateVerify>(true, true, HandshakeType.CertificateVerify),
        StateCase.Of<ExpectServerFinished>(true, true, HandshakeType.Finished),
        StateCase.Of<EstablishedClient>(
            true, false, HandshakeType.NewSessionTicket, HandshakeType.KeyUpdate, HandshakeType.CertificateRequest),

        StateCase.Of<ExpectClientHello>(false, false, HandshakeType.ClientHello),
        StateCase.Of<ExpectRetriedClientHello>(false, true, HandshakeType.ClientHello),
        StateCase.Of<ExpectClientCertificate>(true, true, HandshakeType.Certificate),
        StateCase.Of<ExpectClientCertificateVerify>(true, true, HandshakeType.CertificateVerify),
        StateCase.Of<ExpectClientFinished>(true, true, HandshakeType.Finished),

        // Certificate only while a request for it is open, as it is when the walk gets here.
        StateCase.Of<EstablishedServer>(true, false, HandshakeType.KeyUpdate, HandshakeType.Certificate),
        StateCase.Of<ExpectPostHandshakeCertificateVerify>(true, false, HandshakeType.CertificateVerify),
        StateCase.Of<ExpectPostHandshakeFinished>(true, false, HandshakeType.Finished),
    ];

    /// <summary>States that wait for the application, not for the peer.</summary>
    public static IReadOnlyList<Type> Suspended { get; } =
    [
        typeof(AwaitServerVerdict), typeof(AwaitIdentity), typeof(AwaitClientSignature), typeof(AwaitPostHandshakeIdentity),
        typeof(AwaitPostHandshakeSignature), typeof(AwaitServerOptions), typeof(AwaitSession), typeof(AwaitServerSignature),
        typeof(AwaitClientVerdict), typeof(AwaitPostHandshakeVerdict),
    ];

    /// <summary>States that wait for nobody.</summary>
    public static IReadOnlyList<Type> Immediate { get; } = [typeof(StartClient)];
}
