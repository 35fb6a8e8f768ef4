using System.Globalization;
using Aksu.Pki;

namespace Aksu.Cli.Terminal;

/// <summary>
/// A verdict as a tree: the trusted authority at the top, below it whom it certified, down to the peer, and beside each what was checked.
/// </summary>
/// <param name="screen">Where it is written.</param>
/// <param name="indent">How far it stands to the right.</param>
/// <param name="isDetailed">Whether each check that passed has a line of its own, with what was found.</param>
internal sealed class VerdictTree(Screen screen, int indent, bool isDetailed)
{
    private const int Step = 3;

    /// <summary>The verdict in one line, every path that was tried, and the notes.</summary>
    public void WriteWhole(Verdict verdict)
    {
        Tone tone = verdict.IsAccepted ? Tone.Good : Tone.Bad;
        screen.Marked(indent, verdict.IsAccepted ? "accepted:" : "refused:", tone, verdict.Reason);
        WritePaths(verdict);
    }

    /// <summary>Every path that was tried, and the notes.</summary>
    public void WritePaths(Verdict verdict)
    {
        int count = verdict.Candidates.Count;
        for (int number = 0; number < count; number++)
        {
            CandidatePath path = verdict.Candidates[number];
            string outcome = path.IsAccepted ? "good" : "refused";
            screen.Write(new string(' ', indent));
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"path {number + 1} of {count}: {outcome}"), Tone.Strong);
            WritePath(path);
        }

        foreach (string note in verdict.Notes)
        {
            screen.Marked(indent, "note:", Tone.Warning, note);
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
        screen.Marked(left - Step, screen.Glyphs.Branch, Tone.Quiet, $"{certificate} ({RoleOf(path, index)})", Tone.Authority);
        string valid = string.Create(CultureInfo.InvariantCulture, $"{certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}");
        screen.Field(left, 0, "", $"{certificate.PublicKey}, serial {certificate.SerialNumberText}, {valid}", Tone.Quiet);
        Check[] checks = [.. path.Checks.Where(check => check.CertificateIndex == index)];
        if (!isDetailed && Array.Exists(checks, static check => check.Outcome == CheckOutcome.Passed))
        {
            IEnumerable<string> passed = checks.Where(static check => check.Outcome == CheckOutcome.Passed)
                .Select(static check => CheckNames.Of(check.Kind));
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
            screen.Marked(left, mark, tone, $"{CheckNames.Of(check.Kind)}: {check.Detail}");
        }
    }

    private static string RoleOf(CandidatePath path, int index)
    {
        if (path.ReachesTrust && index == path.Certificates.Count - 1)
        {
            return "trusted";
        }

        return index == 0 ? "the peer" : "intermediate";
    }
}
