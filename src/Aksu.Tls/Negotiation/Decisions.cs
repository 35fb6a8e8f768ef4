using Aksu.Pki;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using PkiServerIdentity = Aksu.Pki.ServerIdentity;

namespace Aksu.Tls.Negotiation;

/// <summary>Answers what an engine asks of the application, for one connection. One thread at a time.</summary>
internal abstract class Decisions
{
    /// <summary>The options in force.</summary>
    public abstract TlsOptions Options { get; }

    /// <summary>What the verification of the peer's certificates came to; null when there was none.</summary>
    public Verdict? Verdict { get; protected set; }

    /// <summary>Whether somebody whom this library does not know was given a cancellation token, and may still hold it.</summary>
    public bool HasLentToken { get; protected set; }

    protected abstract CertificateVerifier? Verifier { get; }

    /// <summary>Knows the trusted raw public keys; null when none are taken.</summary>
    protected abstract CertificateVerifier? RawPublicKeyVerifier { get; }

    /// <summary>Answers the engine's request. A request that is not answered because of an exception can be answered later.</summary>
    public async ValueTask AnswerAsync(SuspendedRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case PeerCertificatesRequest certificates:
                await VerifyAsync(certificates, cancellationToken).ConfigureAwait(false);
                break;
            case SignatureRequest signature:
                HasLentToken = true;
                await SignAsync(signature, cancellationToken).ConfigureAwait(false);
                break;
            default:
                HasLentToken = true;
                await AnswerOwnAsync(request, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Stores the sessions that the engine has made, before the peer hears of them. Cheap when there are none.</summary>
    public virtual ValueTask KeepSessionsAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Sees to what the engine came by while it received. A hook that throws ends the connection.</summary>
    /// <exception cref="TlsException">A hook failed; the alert waits in the engine.</exception>
    public void TakeReceived(TlsEngine engine)
    {
        try
        {
            TakeOwnReceived(engine);
        }
        catch (Exception e) when (e is not TlsException)
        {
            throw engine.Abort(e);
        }
    }

    /// <summary>What only one side comes by.</summary>
    protected virtual void TakeOwnReceived(TlsEngine engine)
    {
    }

    /// <summary>A request that only one side gets.</summary>
    protected abstract ValueTask AnswerOwnAsync(SuspendedRequest request, CancellationToken cancellationToken);

    /// <summary>Whom the peer's certificate must be for; null to check no name.</summary>
    protected abstract PkiServerIdentity? ExpectedPeer { get; }

    /// <summary>The identity that was presented to the engine as this key.</summary>
    protected virtual TlsIdentity? Find(CertifiedKey key) =>
        Options.Identities.FirstOrDefault(identity => ReferenceEquals(identity.CertifiedKey, key));

    protected void ReportWeakness(string what) => Options.Observer?.OnEvent(HandshakeEvent.WeakenedByOption, what);

    private async ValueTask VerifyAsync(PeerCertificatesRequest request, CancellationToken cancellationToken)
    {
        if (Options.DangerousSkipVerification)
        {
            ReportWeakness("The peer's certificate was not verified (DangerousSkipVerification).");
            request.Accept();
            return;
        }

        if (await JudgeAsync(request, cancellationToken).ConfigureAwait(false) is not { } verdict)
        {
            Refuse(request, VerificationFailure.UnknownAuthority);
            return;
        }

        Verdict = verdict;
        HasLentToken |= Options.VerifyPeer is not null;
        PeerDecision decision = Options.VerifyPeer is { } hook
            ? await hook(new PeerVerification(request, verdict), cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"{nameof(TlsOptions.VerifyPeer)} must return a decision.")
            : PeerDecision.FollowVerdict;
        Apply(decision, verdict, request);
    }

    /// <summary>What verification comes to; null when nobody could be trusted.</summary>
    private async ValueTask<Verdict?> JudgeAsync(PeerCertificatesRequest request, CancellationToken cancellationToken)
    {
        if (request.CertificateType == CertificateType.RawPublicKey)
        {
            return RawPublicKeyVerifier?.VerifyRawPublicKey(request.Certificates[0].Span);
        }

        if (Verifier is not { } verifier)
        {
            return null;
        }

        var question = new VerificationRequest
        {
            Chain = request.Certificates,
            Purpose = request.Side == TlsSide.Client ? CertificatePurpose.Server : CertificatePurpose.Client,
            ServerIdentity = ExpectedPeer,
            RequiredKeyUsage = request.IsKeyTransport ? KeyUsage.KeyEncipherment : KeyUsage.DigitalSignature,
            StapledOcspResponse = request.OcspResponse,
            SignedCertificateTimestamps = TimestampList.Encode(request.SignedCertificateTimestamps),
        };
        HasLentToken |= verifier.Policy.Revocation.Fetcher is not null;
        return await verifier.VerifyAsync(question, cancellationToken).ConfigureAwait(false);
    }

    private void Apply(PeerDecision decision, Verdict verdict, PeerCertificatesRequest request)
    {
        if (decision.Refuses)
        {
            request.Refuse(decision.Alert, decision.Why!);
        }
        else if (verdict.IsAccepted)
        {
            request.Accept(EndOf(verdict));
        }
        else if (decision.AcceptsAnyway)
        {
            ReportWeakness("The peer's certificate was refused by verification and accepted by the application: " + decision.Why);
            request.Accept();
        }
        else
        {
            Refuse(request, verdict.Failure);
        }
    }

    /// <summary>
    /// When the first certificate of the accepted path ends; not its anchor, which is trusted whatever it says of itself.
    /// </summary>
    private static DateTimeOffset EndOf(Verdict verdict)
    {
        if (verdict.Path is not { Certificates: [_, _, ..] certificates })
        {
            return verdict.Peer?.NotAfter ?? DateTimeOffset.MaxValue;
        }

        DateTimeOffset end = certificates[0].NotAfter;
        for (int i = 1; i < certificates.Count - 1; i++)
        {
            end = certificates[i].NotAfter < end ? certificates[i].NotAfter : end;
        }

        return end;
    }

    private void Refuse(PeerCertificatesRequest request, VerificationFailure failure)
    {
        Refusal refusal = request.CertificateType == CertificateType.RawPublicKey
            ? Refusal.ForRawPublicKey(failure)
            : Refusal.For(failure, ExpectedPeer?.Text);
        request.Refuse(refusal.Alert, refusal.Why);
    }

    private async ValueTask SignAsync(SignatureRequest request, CancellationToken cancellationToken)
    {
        if (Find(request.Key) is not { Signer: { } signer } identity)
        {
            request.Fail(new InvalidOperationException("There is nobody to sign for this certificate."));
            return;
        }

        ReadOnlyMemory<byte> signature;
        try
        {
            var content = new SigningRequest(identity.Certificate, request.Scheme, request.Algorithm, request.Content);
            signature = await signer(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            request.Fail(e);
            return;
        }

        if (signature.Length is 0 or > 0xffff)
        {
            request.Fail(new InvalidOperationException("A signature has 1 to 65,535 bytes."));
            return;
        }

        request.Provide(signature);
    }
}
