using System.Globalization;
using System.Net;
using Aksu.Cli.Failures;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Stories;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>The words around the handshake.</summary>
internal static class DemoFrame
{
    private const int FieldWidth = 15;

    public static void Open(Screen screen, DemoScene scene, IPEndPoint place)
    {
        screen.Line();
        screen.Write("  ");
        screen.Write("Aksu", Tone.Strong);
        screen.Line($" {screen.Glyphs.Dot} a TLS handshake, step by step");
        screen.Line();
        screen.Paragraph(2, string.Create(CultureInfo.InvariantCulture,
            $"A client and a server, both in this process, meet over a real socket ({place}). Everything below is told by the "
            + $"two as it happens."));
        scene.TellBefore(screen);
        screen.Heading("The handshake");
        string plain = string.Concat(Enumerable.Repeat(screen.Glyphs.Line, 2)) + screen.Glyphs.HeadRight;
        string secret = string.Concat(Enumerable.Repeat(screen.Glyphs.DoubleLine, 2)) + screen.Glyphs.HeadRight;
        screen.Line($"  {plain} anybody on the way can read it     {secret} encrypted", Tone.Quiet);
    }

    /// <summary>The end of a handshake that was refused.</summary>
    /// <param name="screen">Where it is told.</param>
    /// <param name="refusal">What the side that refused says.</param>
    /// <param name="told">What the other side knows of it.</param>
    /// <param name="verdict">What was found.</param>
    public static void CloseRefused(Screen screen, TlsException refusal, TlsException told, Verdict verdict)
    {
        screen.Heading("What came of it");
        screen.Field(2, FieldWidth, "refused by", $"the {NameOf(refusal.Side)}");
        string check = verdict.Path?.FailedCheck is { } failed ? CheckTexts.Of(failed.Kind).English : "not known";
        screen.Field(2, FieldWidth, "failed check", check, Tone.Bad);
        screen.Field(2, FieldWidth, "because", verdict.Reason);
        screen.Field(2, FieldWidth, "alert", AlertWords.OnTheWire(refusal.Alert));
        screen.Field(2, FieldWidth, $"the {NameOf(told.Side)}", TlsFailureText.Of(told).English);
        screen.Field(2, FieldWidth, "data sent", "none: not a byte of the application left either side");
        screen.Line();
        screen.Paragraph(2, "Refused, as it must be. Next: aksu verify FILE shows every check of a certificate of your own.", Tone.Quiet);
        screen.Line();
    }

    public static void Close(Screen screen, DemoScene scene, TlsConnectionInfo info, TimeSpan duration)
    {
        screen.Heading("What came of it");
        screen.Field(2, FieldWidth, "version", info.Version.ToString());
        screen.Field(2, FieldWidth, "cipher suite", info.CipherSuite.ToString());
        string exchange = info.Group?.ToString() ?? (scene.Plan.Server is null ? "the key of before" : "RSA key transport");
        screen.Field(2, FieldWidth, "key exchange", exchange);
        if (info.SignatureScheme is { } scheme)
        {
            screen.Field(2, FieldWidth, "signature", scheme.ToString());
        }

        screen.Field(2, FieldWidth, "server is", scene.TellServer(info));
        screen.Field(2, FieldWidth, "client is", scene.TellClient());
        string time = string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.0} ms, telling included");
        screen.Field(2, FieldWidth, "took", time);
        screen.Line();
        screen.Paragraph(2, "Next: aksu connect example.com, or aksu serve --www DIR. Each has --help.", Tone.Quiet);
        screen.Line();
    }

    private static string NameOf(TlsSide? side) => side == TlsSide.Client ? "client" : "server";
}
