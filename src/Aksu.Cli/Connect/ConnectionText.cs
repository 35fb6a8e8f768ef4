using System.Globalization;
using System.Net;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls;

namespace Aksu.Cli.Connect;

/// <summary>A connection as text for a person.</summary>
internal sealed class ConnectionText(Screen screen, Language language)
{
    private const int Indent = 2;
    private const int NameWidth = 15;
    private const int MaxNamesShown = 8;

    public void Write(HostAndPort target, TlsStream connection, PeerCheck check)
    {
        TlsConnectionInfo info = connection.Info;
        WriteHead(target.ToString(), connection.RemoteEndPoint is IPEndPoint address ? $" ({ListenAddress.TextOf(address)})" : "");
        Field(ConnectTexts.Version, info.Version.ToString());
        Field(ConnectTexts.Suite, info.CipherSuite.ToString());
        Field(ConnectTexts.Group, info.Group?.ToString() ?? In(ConnectTexts.None));
        Field(
            ConnectTexts.Signature,
            info.SignatureScheme?.ToString() ?? In(info.IsResumed ? ConnectTexts.NoneResumed : ConnectTexts.None));
        Field(ConnectTexts.ServerName, info.ServerName ?? In(ConnectTexts.NotSent));
        if (info.ApplicationProtocol is { } protocol)
        {
            Field(ConnectTexts.Protocol, protocol);
        }

        Field(ConnectTexts.Session, In(info.IsResumed ? ConnectTexts.Resumed : ConnectTexts.New));
        if (info.Parameters.LocalCertificates.Count > 0)
        {
            Field(ConnectTexts.Presented, In(ConnectTexts.OwnCertificate.With($"{info.ClientSignatureScheme}")));
        }

        for (int index = 0; index < info.PeerCertificates.Count; index++)
        {
            WriteCertificate(index, info.PeerCertificates[index]);
        }

        WriteVerdict(check, info);
    }

    /// <summary>The target stands out, wherever the language puts it.</summary>
    private void WriteHead(string target, string address)
    {
        string[] around = In(ConnectTexts.Connected).Split("{0}");
        screen.Write(around[0], Tone.Quiet);
        screen.Write(target, Tone.Strong);
        screen.Line(around[1] + address, Tone.Quiet);
    }

    private void WriteCertificate(int index, Certificate certificate)
    {
        string subject = certificate.Subject.IsEmpty ? certificate.ToString() : certificate.Subject.ToString();
        Field(ConnectTexts.Certificate.With(index), subject);
        if (certificate.SubjectAlternativeNames is { Count: > 0 } names && index == 0)
        {
            string shown = string.Join(", ", names.Take(MaxNamesShown).Select(NameText.Of));
            Below(ConnectTexts.Names, names.Count > MaxNamesShown ? In(ConnectTexts.More.With(shown, names.Count - MaxNamesShown)) : shown);
        }

        Below(ConnectTexts.Issuer, certificate.Issuer.ToString());
        Phrase key = LibrarySentences.Of(certificate.PublicKey);
        Below(ConnectTexts.Key, In(ConnectTexts.SignedWith.With(key, certificate.SignatureAlgorithmText)));
        Below(ConnectTexts.Valid, In(ConnectTexts.FromTo.With(Day(certificate.NotBefore), Day(certificate.NotAfter))));
    }

    private void WriteVerdict(PeerCheck check, TlsConnectionInfo info)
    {
        if (info.Parameters.IsExternalPreSharedKey)
        {
            Field(ConnectTexts.Verdict, In(ConnectTexts.KeyOfBoth), Tone.Good);
        }
        else if (check.Verdict is not { } verdict)
        {
            Field(ConnectTexts.Verdict, In(ConnectTexts.NoCertificate), Tone.Warning);
        }
        else if (!check.IsEnforced)
        {
            Phrase thought = verdict.IsAccepted
                ? ConnectTexts.WouldBeAccepted
                : ConnectTexts.WouldBeRefused.With(LibrarySentences.Of(verdict.Reason));
            Field(ConnectTexts.Verdict, In(ConnectTexts.Unverified.With(thought)), Tone.Warning);
            WriteTree(verdict);
        }
        else
        {
            Phrase accepted = info.IsResumed ? ConnectTexts.AcceptedBefore : ConnectTexts.Accepted;
            Field(ConnectTexts.Verdict, In(accepted.With(LibrarySentences.Of(verdict.Reason))), Tone.Good);
            WriteTree(verdict);
        }
    }

    private void WriteTree(Verdict verdict) => new VerdictTree(screen, 2 * Indent, isDetailed: false, language).WritePaths(verdict);

    private string In(Phrase phrase) => phrase.In(language);

    private void Field(Phrase name, string value, Tone tone = Tone.Plain) => screen.Field(Indent, NameWidth, In(name), value, tone);

    private void Below(Phrase name, string value) => screen.Field(Indent, NameWidth, "  " + In(name), value);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
