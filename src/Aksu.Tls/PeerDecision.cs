using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls;

/// <summary>What a <see cref="TlsOptions.VerifyPeer"/> hook decides. Immutable.</summary>
public sealed class PeerDecision
{
    private PeerDecision(bool accepts, AlertDescription alert, string? why)
    {
        AcceptsAnyway = accepts;
        Alert = alert;
        Why = why;
    }

    /// <summary>Do as the default verification says.</summary>
    public static PeerDecision FollowVerdict { get; } = new(accepts: false, default, why: null);

    /// <summary>Refuse the peer, whatever the default verification says.</summary>
    /// <param name="alert">What the peer is told, for example <see cref="AlertDescription.AccessDenied"/>.</param>
    /// <param name="why">What a person reads in the exception; do not put text of the peer into it.</param>
    public static PeerDecision Refuse(AlertDescription alert, string why)
    {
        ArgumentException.ThrowIfNullOrEmpty(why);
        return new PeerDecision(accepts: false, alert, why);
    }

    /// <summary>
    /// DANGEROUS: accept the peer although the default verification may have refused it. Only for a hook that has itself made sure who the
    /// peer is. Where it overrides a refusal, that is reported to the observer.
    /// </summary>
    /// <param name="why">What the observer is told.</param>
    public static PeerDecision DangerousAccept(string why)
    {
        ArgumentException.ThrowIfNullOrEmpty(why);
        return new PeerDecision(accepts: true, default, why);
    }

    internal bool AcceptsAnyway { get; }

    internal bool Refuses => !AcceptsAnyway && Why is not null;

    internal AlertDescription Alert { get; }

    internal string? Why { get; }
}
