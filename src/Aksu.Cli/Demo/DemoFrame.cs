using System.Net;
using Aksu.Cli.Explain;
using Aksu.Cli.Failures;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>The words around the handshake.</summary>
internal sealed class DemoFrame(Screen screen, Language language)
{
    private const int FieldWidth = 15;

    public void Open(DemoScene scene, IPEndPoint place)
    {
        screen.Line();
        screen.Write("  ");
        screen.Write("Aksu", Tone.Strong);
        screen.Line($" {screen.Glyphs.Dot} {DemoTexts.Title.In(language)}");
        screen.Line();
        screen.Paragraph(2, DemoTexts.Opening.With(place).In(language));
        scene.TellBefore(screen, language);
        screen.Heading(DemoTexts.Handshake.In(language));
        string plain = string.Concat(Enumerable.Repeat(screen.Glyphs.Line, 2)) + screen.Glyphs.HeadRight;
        string secret = string.Concat(Enumerable.Repeat(screen.Glyphs.DoubleLine, 2)) + screen.Glyphs.HeadRight;
        screen.Line($"  {plain} {ExplainTexts.Legend.In(language)}     {secret} {ExplainTexts.SecretLegend.In(language)}", Tone.Quiet);
    }

    /// <summary>The end of a handshake that was refused.</summary>
    /// <param name="refusal">What the side that refused says.</param>
    /// <param name="told">What the other side knows of it.</param>
    /// <param name="verdict">What was found.</param>
    public void CloseRefused(TlsException refusal, TlsException told, Verdict verdict)
    {
        screen.Heading(ExplainTexts.Result.In(language));
        Field(DemoTexts.RefusedBy, NameOf(refusal.Side));
        Phrase check = verdict.Path?.FailedCheck is { } failed ? CheckTexts.Of(failed.Kind) : DemoTexts.NotKnown;
        Field(DemoTexts.FailedCheck, check, Tone.Bad);
        Field(DemoTexts.Because, LibrarySentences.Of(verdict.Reason));
        Field(DemoTexts.Alert, Phrase.Same(AlertWords.OnTheWire(refusal.Alert)));
        Field(NameOf(told.Side), TlsFailureText.Of(told));
        Field(DemoTexts.DataSent, DemoTexts.NoData);
        screen.Line();
        screen.Paragraph(2, DemoTexts.RefusedNext.In(language), Tone.Quiet);
        screen.Line();
    }

    public void Close(DemoScene scene, TlsConnectionInfo info, TimeSpan duration)
    {
        screen.Heading(ExplainTexts.Result.In(language));
        Field(ExplainTexts.Version, Phrase.Same(info.Version.ToString()));
        Field(ExplainTexts.Suite, Phrase.Same(info.CipherSuite.ToString()));
        Phrase exchange = info.Group is { } group ? Phrase.Same($"{group}")
            : scene.Plan.Server is null ? DemoTexts.KeyOfBefore
            : DemoTexts.KeyTransport;
        Field(ExplainTexts.Exchange, exchange);
        if (info.SignatureScheme is { } scheme)
        {
            Field(ExplainTexts.Signature, Phrase.Same(scheme.ToString()));
        }

        Field(DemoTexts.ServerIs, scene.TellServer(info));
        Field(DemoTexts.ClientIs, scene.TellClient());
        Field(DemoTexts.Took, DemoTexts.Duration.With(duration.TotalMilliseconds));
        screen.Line();
        screen.Paragraph(2, DemoTexts.Next.In(language), Tone.Quiet);
        screen.Line();
    }

    private void Field(Phrase name, Phrase value, Tone tone = Tone.Plain) =>
        screen.Field(2, FieldWidth, name.In(language), value.In(language), tone);

    private static Phrase NameOf(TlsSide? side) => side == TlsSide.Client ? DemoTexts.TheClient : DemoTexts.TheServer;
}
