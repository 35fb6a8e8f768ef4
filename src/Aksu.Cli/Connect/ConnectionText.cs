using System.Globalization;
using System.Net;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Pki;
using Aksu.Tls;

namespace Aksu.Cli.Connect;

/// <summary>A connection as text for a person.</summary>
internal static class ConnectionText
{
    private const int Indent = 2;
    private const int NameWidth = 15;
    private const int MaxNamesShown = 8;

    public static void Write(Screen screen, HostAndPort target, TlsStream connection, PeerCheck check)
    {
        TlsConnectionInfo info = connection.Info;
        screen.Write("connected to ", Tone.Quiet);
        screen.Write(target.ToString(), Tone.Strong);
        screen.Line(connection.RemoteEndPoint is IPEndPoint address ? $" ({ListenAddress.TextOf(address)})" : "", Tone.Quiet);
        Field(screen, "version", info.Version.ToString());
        Field(screen, "cipher suite", info.CipherSuite.ToString());
        Field(screen, "group", info.Group?.ToString() ?? "none");
        Field(screen, "signature", info.SignatureScheme?.ToString() ?? (info.IsResumed ? "none (resumed)" : "none"));
        Field(screen, "server name", info.ServerName ?? "not sent");
        if (info.ApplicationProtocol is { } protocol)
        {
            Field(screen, "protocol", protocol);
        }

        Field(screen, "session", info.IsResumed ? "resumed" : "new");
        if (info.Parameters.LocalCertificates.Count > 0)
        {
            Field(screen, "presented", $"own certificate ({info.ClientSignatureScheme})");
        }

        for (int index = 0; index < info.PeerCertificates.Count; index++)
        {
            WriteCertificate(screen, index, info.PeerCertificates[index]);
        }

        WriteVerdict(screen, check, info);
    }

    private static void WriteCertificate(Screen screen, int index, Certificate certificate)
    {
        string subject = certificate.Subject.IsEmpty ? "(no subject)" : certificate.Subject.ToString();
        Field(screen, string.Create(CultureInfo.InvariantCulture, $"certificate {index}"), subject);
        if (certificate.SubjectAlternativeNames is { Count: > 0 } names && index == 0)
        {
            string more = names.Count > MaxNamesShown ? $" and {names.Count - MaxNamesShown} more" : "";
            Field(screen, "  names", string.Join(", ", names.Take(MaxNamesShown).Select(NameText.Of)) + more);
        }

        Field(screen, "  issuer", certificate.Issuer.ToString());
        Field(screen, "  key", $"{certificate.PublicKey}, signed with {certificate.SignatureAlgorithmText}");
        string valid = string.Create(CultureInfo.InvariantCulture, $"{certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}");
        Field(screen, "  valid", valid);
    }

    private static void WriteVerdict(Screen screen, PeerCheck check, TlsConnectionInfo info)
    {
        if (info.Parameters.IsExternalPreSharedKey)
        {
            Field(screen, "verdict", "a key that both sides have stands in for certificates", Tone.Good);
        }
        else if (check.Verdict is not { } verdict)
        {
            Field(screen, "verdict", "no certificate was shown", Tone.Warning);
        }
        else if (!check.IsEnforced)
        {
            string thought = verdict.IsAccepted ? "it would be accepted" : "it would be refused: " + verdict.Reason;
            Field(screen, "verdict", $"NOT VERIFIED (--insecure); {thought}", Tone.Warning);
            WriteTree(screen, verdict);
        }
        else
        {
            string when = info.IsResumed ? " (verified when the session was made)" : "";
            Field(screen, "verdict", $"accepted: {verdict.Reason}{when}", Tone.Good);
            WriteTree(screen, verdict);
        }
    }

    private static void WriteTree(Screen screen, Verdict verdict) =>
        new VerdictTree(screen, 2 * Indent, isDetailed: false).WritePaths(verdict);

    private static void Field(Screen screen, string name, string value, Tone tone = Tone.Plain) =>
        screen.Field(Indent, NameWidth, name, value, tone);
}
