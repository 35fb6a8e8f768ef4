using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The application says which certificate to present after the handshake.</summary>
internal sealed class AwaitPostHandshakeIdentity(PostHandshakeAnswer answer, CertificateDemand demand) : SuspendedState
{
    private readonly IdentityRequest _request = new()
    {
        SignatureSchemes = demand.Schemes,
        CertificateAuthorities = demand.Authorities,
        CertificateType = demand.CertificateType,
    };

    public override string Awaited => "the application's choice of a client certificate";

    public override SuspendedRequest Request => _request;

    public override HandshakeState Resume(HandshakeContext context) => answer.AnswerWith(_request.Key);

    public override void Dispose() => answer.Abandon();
}
