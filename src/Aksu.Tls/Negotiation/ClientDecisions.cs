using Aksu.Pki;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;
using PkiServerIdentity = Aksu.Pki.ServerIdentity;

namespace Aksu.Tls.Negotiation;

/// <summary>A client's answers.</summary>
internal sealed class ClientDecisions(
    PreparedClient client,
    PkiServerIdentity server,
    SessionKey sessionKey,
    IReadOnlyList<ClientSessionCache.KeptSession> offered) : Decisions
{
    private IReadOnlyList<ClientSessionCache.KeptSession>? _offered = offered;
    private TlsIdentity? _selected;

    public override TlsOptions Options => client.Options;

    protected override CertificateVerifier? Verifier => client.Verifier;

    protected override CertificateVerifier? RawPublicKeyVerifier => client.RawPublicKeyVerifier;

    protected override PkiServerIdentity? ExpectedPeer => server;

    protected override void TakeOwnReceived(TlsEngine engine)
    {
        UseEarlierVerdict(engine);
        var clientEngine = (ClientEngine)engine;
        while (clientEngine.TryTakeSession(out TlsSession? session))
        {
            if (client.Options.SessionReceived is { } receiver)
            {
                receiver(session);
            }
            else if (client.Sessions is { } cache)
            {
                cache.Add(sessionKey, session, Verdict, client.Options.Time.GetUtcNow());
            }
            else
            {
                session.Dispose();
            }
        }
    }

    protected override async ValueTask AnswerOwnAsync(SuspendedRequest request, CancellationToken cancellationToken)
    {
        if (request is not IdentityRequest identityRequest || client.Options.SelectIdentity is not { } select)
        {
            throw new InvalidOperationException("A client does not decide this.");
        }

        var selection =
            new IdentitySelection(server.Text, identityRequest.SignatureSchemes, NamesOf(identityRequest.CertificateAuthorities));
        _selected = await select(selection, cancellationToken).ConfigureAwait(false);
        if (_selected is { } chosen)
        {
            identityRequest.Provide(chosen.CertifiedKey);
        }
        else
        {
            identityRequest.Decline();
        }
    }

    protected override TlsIdentity? Find(CertifiedKey key) =>
        _selected is { } selected && ReferenceEquals(selected.CertifiedKey, key) ? selected : base.Find(key);

    /// <summary>A connection that resumes a session has the verdict that was made when the session was.</summary>
    private void UseEarlierVerdict(TlsEngine engine)
    {
        if (_offered is { } sessions && engine.Parameters is { } parameters)
        {
            _offered = null;
            if (parameters is { IsResumed: true, PeerCertificates: [var leaf, ..] })
            {
                Verdict = VerdictOn(leaf, sessions);
            }
        }
    }

    private static Verdict? VerdictOn(ReadOnlyMemory<byte> leaf, IReadOnlyList<ClientSessionCache.KeptSession> sessions) => sessions
        .FirstOrDefault(kept => kept.Session.PeerCertificates is [var known, ..] && known.Span.SequenceEqual(leaf.Span))?
        .Verdict;

    /// <summary>Names that cannot be read are passed over: they are a hint.</summary>
    private static List<DistinguishedName> NamesOf(IReadOnlyList<ReadOnlyMemory<byte>> encoded)
    {
        var names = new List<DistinguishedName>(encoded.Count);
        foreach (ReadOnlyMemory<byte> one in encoded)
        {
            try
            {
                names.Add(DistinguishedName.Parse(one.Span));
            }
            catch (CertificateException)
            {
            }
        }

        return names;
    }
}
