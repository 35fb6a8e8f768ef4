using Aksu.Cli.Terminal;
using Aksu.Inspection.Probes;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;

namespace Aksu.Cli.Scan;

/// <summary>A report as text for a person.</summary>
internal sealed class ScanText(Screen screen, Language language)
{
    private const int Indent = 4;
    private const int NameWidth = 14;
    private const int SeverityWidth = 8;

    public void Write(ScanReport report)
    {
        screen.Heading($"{report.Target} {screen.Glyphs.Dot} {ScanTexts.Versions.In(language)}");
        foreach (ScannedVersion version in report.Versions)
        {
            Write(version);
        }

        screen.Heading(ScanTexts.Also.In(language));
        Field(ScanTexts.Protocols, report.Protocols.Count > 0 ? string.Join(", ", report.Protocols) : ScanTexts.None.In(language));
        Field(ScanTexts.Resumption, ScanTexts.YesOrNo(report.Resumes).In(language));
        Field(ScanTexts.Staple, ScanTexts.YesOrNo(report.Verdict is null ? null : report.Staples).In(language));
        WriteCertificates(report);
        WriteWeaknesses(report);
        screen.Line();
        screen.Paragraph(2, ScanTexts.Connections.With(report.Probes).In(language), Tone.Quiet);
        screen.Line();
    }

    private void Write(ScannedVersion version)
    {
        string order = (version.ServerChooses ? ScanTexts.ServerOrder : ScanTexts.ClientOrder).In(language);
        screen.Marked(
            2,
            version.IsTaken ? screen.Glyphs.Check : screen.Glyphs.Dot,
            version.IsTaken ? Tone.Good : Tone.Quiet,
            version.IsTaken
                ? $"{version.Version}: {ScanTexts.Offered.In(language)} ({order})"
                : $"{version.Version}: {ScanTexts.NotOffered.In(language)}");
        List(ScanTexts.Suites, version.Suites.Select(KnownCodes.NameOf));
        List(ScanTexts.Groups, version.Groups.Select(KnownCodes.NameOf));
        List(ScanTexts.Schemes, version.Schemes.Select(KnownCodes.NameOf));
    }

    private void WriteCertificates(ScanReport report)
    {
        screen.Heading(ScanTexts.Certificates.In(language));
        foreach (Certificate certificate in report.Certificates)
        {
            string key = LibrarySentences.Of(certificate.PublicKey).In(language);
            screen.Marked(
                2, screen.Glyphs.Dot, Tone.Quiet, $"{certificate.Subject} ({key}, {certificate.SignatureAlgorithmText})");
        }

        if (report.Verdict is { } verdict)
        {
            screen.Marked(
                2, verdict.IsAccepted ? screen.Glyphs.Check : screen.Glyphs.Cross, verdict.IsAccepted ? Tone.Good : Tone.Bad,
                LibrarySentences.Of(verdict.Reason).In(language));
        }
    }

    private void WriteWeaknesses(ScanReport report)
    {
        screen.Heading(ScanTexts.Weaknesses.In(language));
        foreach (Weakness weakness in report.Weaknesses)
        {
            Tone tone = weakness.Severity switch { Severity.High => Tone.Bad, Severity.Medium => Tone.Warning, _ => Tone.Quiet };
            string mark = $"[{ScanTexts.Of(weakness.Severity).In(language)}]";
            screen.Marked(2, TextWrap.Pad(mark, SeverityWidth), tone, weakness.Text.In(language));
        }

        if (report.Weaknesses.Count == 0)
        {
            screen.Marked(2, screen.Glyphs.Check, Tone.Good, ScanTexts.NoWeakness.In(language));
        }
    }

    private void List(Phrase name, IEnumerable<string> values)
    {
        string text = string.Join(", ", values);
        if (text.Length > 0)
        {
            Field(name, text);
        }
    }

    private void Field(Phrase name, string value) => screen.Field(Indent, NameWidth, name.In(language), value);
}
