using Aksu.Tls.Engine.Registry;
using Client = Aksu.Tls.Engine.Handshake.Client.Tls12;
using Server = Aksu.Tls.Engine.Handshake.Server.Tls12;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>Every state of TLS 1.2 and before (RFC 5246 §7.3) and the messages that it takes.</summary>
internal static class StateTable12
{
    public static IReadOnlyList<StateCase> Waiting { get; } =
    [
        StateCase.Of<Client.ExpectCertificate>(false, false, HandshakeType.Certificate),
        StateCase.Of<Client.ExpectCertificateStatus>(false, false, HandshakeType.CertificateStatus, HandshakeType.ServerKeyExchange),
        StateCase.Of<Client.ExpectServerKeyExchange>(false, false, HandshakeType.ServerKeyExchange),
        StateCase.Of<Client.ExpectServerKeyExchangeForPreSharedKey>(false, false, HandshakeType.ServerKeyExchange),
        StateCase.Of<Client.ExpectCertificateRequestOrServerHelloDone>(
            false, false, HandshakeType.CertificateRequest, HandshakeType.ServerHelloDone),
        StateCase.Of<Client.ExpectServerHelloDone>(false, false, HandshakeType.ServerHelloDone),
        StateCase.Of<Client.ExpectNewSessionTicket>(false, false, HandshakeType.NewSessionTicket),
        StateCase.Of<Client.ExpectChangeCipherSpec>(false, false),
        StateCase.Of<Client.ExpectServerFinished>(true, false, HandshakeType.Finished),
        StateCase.Of<Client.EstablishedClient>(true, false, HandshakeType.HelloRequest),

        StateCase.Of<Server.ExpectClientCertificate>(false, false, HandshakeType.Certificate),
        StateCase.Of<Server.ExpectClientKeyExchange>(false, false, HandshakeType.ClientKeyExchange),
        StateCase.Of<Server.ExpectClientCertificateVerify>(false, false, HandshakeType.CertificateVerify),
        StateCase.Of<Server.ExpectChangeCipherSpec>(false, false),
        StateCase.Of<Server.ExpectClientFinished>(true, false, HandshakeType.Finished),
        StateCase.Of<Server.EstablishedServer>(true, false, HandshakeType.ClientHello),
    ];

    /// <summary>States that wait for the application, not for the peer.</summary>
    public static IReadOnlyList<Type> Suspended { get; } =
    [
        typeof(Client.AwaitServerVerdict), typeof(Client.AwaitIdentity), typeof(Client.AwaitClientSignature),
        typeof(Server.AwaitSession), typeof(Server.AwaitServerSignature), typeof(Server.AwaitClientVerdict),
    ];
}
