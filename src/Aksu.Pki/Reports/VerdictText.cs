using System.Globalization;
using System.Text;

namespace Aksu.Pki.Reports;

/// <summary>A verdict as indented text.</summary>
internal static class VerdictText
{
    public static string Write(Verdict verdict)
    {
        var text = new StringBuilder();
        text.Append(verdict.IsAccepted ? "accepted: " : "refused: ").Append(verdict.Reason).Append('\n');
        for (int i = 0; i < verdict.Candidates.Count; i++)
        {
            WritePath(text, verdict.Candidates[i], i + 1, verdict.Candidates.Count);
        }

        foreach (string note in verdict.Notes)
        {
            text.Append("note: ").Append(note).Append('\n');
        }

        return text.ToString();
    }

    private static void WritePath(StringBuilder text, CandidatePath path, int number, int count)
    {
        text.Append(CultureInfo.InvariantCulture, $"path {number} of {count}: {(path.IsAccepted ? "good" : "refused")}\n");
        for (int index = 0; index < path.Certificates.Count; index++)
        {
            Certificate certificate = path.Certificates[index];
            text.Append(CultureInfo.InvariantCulture, $"  [{index}] {CheckWords.Role(path, index)}: {certificate}\n");
            text.Append(CultureInfo.InvariantCulture, $"      {certificate.PublicKey}, serial {certificate.SerialNumberText}, ");
            text.Append(CultureInfo.InvariantCulture, $"{certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}\n");
            foreach (Check check in path.Checks)
            {
                if (check.CertificateIndex == index)
                {
                    text.Append("      ").Append(CheckWords.Mark(check.Outcome).PadRight(6)).Append(' ').Append(
                        CheckWords.Name(check.Kind));
                    text.Append(": ").Append(check.Detail).Append('\n');
                }
            }
        }
    }
}
