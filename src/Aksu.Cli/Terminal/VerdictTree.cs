using System.Globalization;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;

namespace Aksu.Cli.Terminal;

/// <summary>
/// A verdict as a tree: the trusted authority at the top, below it whom it certified, down to the peer, and beside each what was checked.
/// </summary>
/// <param name="screen">Where it is written.</param>
/// <param name="indent">How far it stands to the right.</param>
/// <param name="isDetailed">Whether each check that passed has a line of its own, with what was found.</param>
/// <param name="language">The language of its words.</param>
internal sealed class VerdictTree(Screen screen, int indent, bool isDetailed, Language language)
{
    private const int Step = 3;

    /// <summary>The verdict in one line, every path that was tried, and the notes.</summary>
    public void WriteWhole(Verdict verdict)
    {
        Tone tone = verdict.IsAccepted ? Tone.Good : Tone.Bad;
        Phrase outcome = verdict.IsAccepted ? VerdictTexts.Accepted : VerdictTexts.Refused;
        screen.Marked(indent, outcome.In(language), tone, Said(verdict.Reason));
        WritePaths(verdict);
    }

    /// <summary>Every path that was tried, and the notes.</summary>
    public void WritePaths(Verdict verdict)
    {
        int count = verdict.Candidates.Count;
        for (int number = 0; number < count; number++)
        {
            CandidatePath path = verdict.Candidates[number];
            Phrase outcome = path.IsAccepted ? VerdictTexts.PathGood : VerdictTexts.PathRefused;
            screen.Write(new string(' ', indent));
            screen.Line(outcome.With(number + 1, count).In(language), Tone.Strong);
            WritePath(path);
        }

        foreach (string note in verdict.Notes)
        {
            screen.Marked(indent, VerdictTexts.Note.In(language), Tone.Warning, Said(note));
        }
    }

    private void WritePath(CandidatePath path)
    {
        int depth = 0;
        for (int index = path.Certificates.Count - 1; index >= 0; index--, depth++)
        {
            WriteCertificate(path, index, indent + Step + (Step * depth));
        }
    }

    private void WriteCertificate(CandidatePath path, int index, int left)
    {
        Certificate certificate = path.Certificates[index];
        screen.Marked(left - Step, screen.Glyphs.Branch, Tone.Quiet, RoleOf(path, index).With(certificate).In(language), Tone.Authority);
        Phrase about = VerdictTexts.About.With(
            LibrarySentences.Of(certificate.PublicKey), certificate.SerialNumberText,
            Day(certificate.NotBefore), Day(certificate.NotAfter));
        screen.Field(left, 0, "", about.In(language), Tone.Quiet);
        Check[] checks = [.. path.Checks.Where(check => check.CertificateIndex == index)];
        if (!isDetailed && Array.Exists(checks, static check => check.Outcome == CheckOutcome.Passed))
        {
            IEnumerable<string> passed = checks.Where(static check => check.Outcome == CheckOutcome.Passed)
                .Select(check => CheckTexts.Of(check.Kind).In(language));
            screen.Marked(left, screen.Glyphs.Check, Tone.Good, string.Join(", ", passed.Distinct()));
        }

        foreach (Check check in checks.Where(check => isDetailed || check.Outcome != CheckOutcome.Passed))
        {
            (string mark, Tone tone) = check.Outcome switch
            {
                CheckOutcome.Passed => (screen.Glyphs.Check, Tone.Good),
                CheckOutcome.Failed => (screen.Glyphs.Cross, Tone.Bad),
                _ => (screen.Glyphs.Dot, Tone.Quiet),
            };
            screen.Marked(left, mark, tone, $"{CheckTexts.Of(check.Kind).In(language)}: {Said(check.Detail)}");
        }
    }

    private string Said(string text) => LibrarySentences.Of(text).In(language);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Phrase RoleOf(CandidatePath path, int index)
    {
        if (path.ReachesTrust && index == path.Certificates.Count - 1)
        {
            return VerdictTexts.Trusted;
        }

        return index == 0 ? VerdictTexts.Peer : VerdictTexts.Intermediate;
    }
}
