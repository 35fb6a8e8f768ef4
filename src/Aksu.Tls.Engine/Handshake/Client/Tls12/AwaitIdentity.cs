using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The application says which certificate to present.</summary>
internal sealed class AwaitIdentity(ClientFlight flight, CertificateDemand demand, IdentityAccepted server) : SuspendedState
{
    private readonly IdentityRequest _request = new()
    {
        SignatureSchemes = demand.Schemes,
        CertificateAuthorities = demand.Authorities,
        CertificateType = demand.CertificateType,
    };

    public override string Awaited => "the application's choice of a client certificate";

    public override SuspendedRequest Request => _request;

    public override HandshakeState Resume(HandshakeContext context) => flight.SendCertificate(context, demand, _request.Key, server);

    public override void Dispose() => flight.Dispose();
}
