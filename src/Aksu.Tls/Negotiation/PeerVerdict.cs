using System.Runtime.CompilerServices;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Negotiation;

/// <summary>Keeps the verdict on a peer with the exception that came of it.</summary>
internal static class PeerVerdict
{
    private static readonly ConditionalWeakTable<TlsException, Verdict> Verdicts = [];

    public static void Attach(TlsException exception, Verdict? verdict)
    {
        if (verdict is not null && exception.Reason == TlsReason.PeerCertificateRefused)
        {
            Verdicts.AddOrUpdate(exception, verdict);
        }
    }

    public static Verdict? Of(TlsException exception) => Verdicts.TryGetValue(exception, out Verdict? verdict) ? verdict : null;
}
