using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Testing.Engines;

/// <summary>
/// How an end answers when its engine suspends. A kind of request without an answer here stays open, and the end waits, until the test
/// answers it by hand.
/// </summary>
public sealed record SuspensionAnswers
{
    /// <summary>Accepts certificates, presents none, knows no sessions.</summary>
    public static SuspensionAnswers Default { get; } = new();

    /// <summary>Leaves every request to the test.</summary>
    public static SuspensionAnswers None { get; } = new() { Verdict = null, Identity = null, Session = null };

    public Action<ServerOptionsRequest>? Options { get; init; }

    public Action<PeerCertificatesRequest>? Verdict { get; init; } = static request => request.Accept();

    public Action<IdentityRequest>? Identity { get; init; } = static request => request.Decline();

    public Action<SignatureRequest>? Signature { get; init; }

    public Action<SessionRequest>? Session { get; init; } = static request => request.NotFound();

    /// <summary>Answers if there is an answer.</summary>
    public bool TryAnswer(SuspendedRequest request) => request switch
    {
        ServerOptionsRequest options => Call(Options, options),
        PeerCertificatesRequest certificates => Call(Verdict, certificates),
        IdentityRequest identity => Call(Identity, identity),
        SignatureRequest signature => Call(Signature, signature),
        SessionRequest session => Call(Session, session),
        _ => false,
    };

    private static bool Call<T>(Action<T>? answer, T request)
    {
        answer?.Invoke(request);
        return answer is not null;
    }
}
