using System.Net;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using PkiServerIdentity = Aksu.Pki.ServerIdentity;

namespace Aksu.Tls.Negotiation;

/// <summary>A server's answers. The options may be chosen anew by ClientHello.</summary>
internal sealed class ServerDecisions(PreparedServer server, EndPoint? remoteEndPoint) : Decisions
{
    private PreparedServer _server = server;
    private StoredSessions? _store = server.OpenStore();

    /// <summary>The options for the engine until others are chosen by ClientHello.</summary>
    public ServerHandshakeOptions EngineOptions => _store?.Options ?? _server.Engine;

    public override TlsOptions Options => _server.Options;

    protected override CertificateVerifier? Verifier => _server.Verifier;

    protected override CertificateVerifier? RawPublicKeyVerifier => _server.RawPublicKeyVerifier;

    protected override PkiServerIdentity? ExpectedPeer => null;

    public override ValueTask KeepSessionsAsync(CancellationToken cancellationToken)
    {
        HasLentToken |= _store is not null;
        return _store?.StoreAsync(cancellationToken) ?? ValueTask.CompletedTask;
    }

    protected override async ValueTask AnswerOwnAsync(SuspendedRequest request, CancellationToken cancellationToken)
    {
        if (request is SessionRequest session && _store is { } store)
        {
            await store.AnswerAsync(session, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (request is not ServerOptionsRequest optionsRequest || _server.Options.SelectOptions is not { } select)
        {
            throw new InvalidOperationException("A server does not decide this.");
        }

        TlsServerOptions? chosen =
            await select(new ClientHelloInfo(optionsRequest, remoteEndPoint), cancellationToken).ConfigureAwait(false);
        if (chosen is null)
        {
            optionsRequest.Refuse(AlertDescription.UnrecognizedName, "no options serve what the client asks for.");
            return;
        }

        PreparedServer prepared = PreparedServer.For(chosen);
        _store = prepared.OpenStore();
        _server = prepared;
        optionsRequest.Provide(EngineOptions);
    }
}
