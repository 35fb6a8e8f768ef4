using Aksu.Cli.Failures;
using Aksu.Pki;
using Aksu.Tls;

namespace Aksu.Cli.Connect;

/// <summary>What is thought of the server's certificates, also where the connection itself did not look at them.</summary>
/// <param name="Verdict">What verification came to; null when the server showed no certificate.</param>
/// <param name="IsEnforced">Whether the connection would have ended if it had been refused.</param>
internal sealed record PeerCheck(Verdict? Verdict, bool IsEnforced)
{
    /// <summary>
    /// Of a connection. A resumed session stands for certificates that were verified when it was made; they are looked at again, for they
    /// may
    /// have expired since. With --insecure nothing is enforced, and it is still said what verification thinks.
    /// </summary>
    /// <exception cref="CommandFailure">The certificate of a resumed session has expired.</exception>
    public static PeerCheck Of(TlsConnectionInfo info, TlsClientOptions options, string peer)
    {
        bool isEnforced = !options.DangerousSkipVerification;
        if (info.Verdict is { } known)
        {
            return new PeerCheck(known, isEnforced);
        }

        if (info.Parameters.PeerCertificates.Count == 0)
        {
            return new PeerCheck(null, isEnforced);
        }

        VerificationPolicy policy = options.Trust is { } trust ? options.Verification with { Trust = trust } : options.Verification;
        Verdict verdict = new CertificateVerifier(policy).Verify(
            VerificationRequest.ForServer(info.Parameters.PeerCertificates, ServerIdentity.Parse(options.ServerName ?? peer)));
        return isEnforced && verdict.Failure == VerificationFailure.Expired
            ? throw new CommandFailure(ExitCode.TlsFailure, FailureText.At(peer, ConnectTexts.ExpiredSince))
            : new PeerCheck(verdict, isEnforced);
    }
}
