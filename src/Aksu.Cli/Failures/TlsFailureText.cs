using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Failures;

/// <summary>What a TLS failure means, with what this tool can do about it.</summary>
internal static class TlsFailureText
{
    private const string ClientPrefix = "TLS client: ";
    private const string ServerPrefix = "TLS server: ";

    /// <summary>The failure in words, without the side's name in front.</summary>
    public static string Of(TlsException exception)
    {
        string message = exception.Message;
        foreach (string prefix in (ReadOnlySpan<string>)[ClientPrefix, ServerPrefix])
        {
            message = message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message;
        }

        return exception is { Side: TlsSide.Client, Verdict: { Failure: not VerificationFailure.None } verdict }
            ? OfServerCertificate(verdict)
            : message;
    }

    private static string OfServerCertificate(Verdict verdict)
    {
        string found = $"the server's certificate was not accepted: {verdict.Reason}.";
        return verdict.Failure switch
        {
            VerificationFailure.UnknownAuthority =>
                $"{found} If you know its authority, trust it with --ca FILE; to see the connection all the same, use --insecure.",
            VerificationFailure.NameMismatch =>
                $"{found} Check the host name and who answers there; --sni NAME asks and checks for another name.",
            VerificationFailure.Expired => $"{found} The server needs a new one, or the clock of this machine is wrong.",
            VerificationFailure.NotYetValid => $"{found} Check the clock of this machine.",
            _ => $"{found} 'aksu connect --insecure' shows the connection all the same.",
        };
    }
}
