using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Stories;

/// <summary>
/// Makes the story of a connection: its messages, and between them the verification of certificates and the derivation of keys.
/// </summary>
public static class StoryBuilder
{
    /// <summary>Tells a connection.</summary>
    public static Story Tell(TracedConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var items = new List<StoryItem>();
        bool hasToldDerivation = false;
        foreach (TracedStep step in connection.Steps)
        {
            StoryFact[] facts = [.. Meanings.FactsOf(step, connection)];
            items.Add(new StoryItem(
                items.Count + 1, Meanings.TitleOf(step), step, Meanings.Of(step, connection), facts, FindingsOf(step), [], []));
            AddVerification(items, connection, step);
            KeyStep[] keys = [.. connection.Keys.Where(key => key.Step == step.Number)];
            if (keys.Length > 0)
            {
                Phrase meaning = hasToldDerivation ? new Phrase("", "") : StoryTexts.DerivationMeaning;
                items.Add(new StoryItem(items.Count + 1, StoryTexts.Derivation, null, meaning, [], [], keys, []));
                hasToldDerivation = true;
            }
        }

        if (connection.Failure is { } failure)
        {
            items.Add(new StoryItem(items.Count + 1, StoryTexts.Failure, null, failure, [], [], [], []));
        }

        return new Story(connection, items);
    }

    /// <summary>The checks of a verdict, certificate by certificate.</summary>
    internal static IEnumerable<StoryCheck> ChecksOf(Verdict verdict)
    {
        CandidatePath? path = verdict.Path ?? (verdict.Candidates.Count > 0 ? verdict.Candidates[0] : null);
        if (path is null)
        {
            yield break;
        }

        for (int index = 0; index < path.Certificates.Count; index++)
        {
            string name = NameOf(path.Certificates[index]);
            foreach (Check check in path.Checks.Where(check => check.CertificateIndex == index))
            {
                FindingOutcome outcome = check.Outcome switch
                {
                    CheckOutcome.Passed => FindingOutcome.Good,
                    CheckOutcome.Failed => FindingOutcome.Bad,
                    _ => FindingOutcome.Note,
                };
                yield return new StoryCheck(name, outcome, CheckTexts.Of(check.Kind), LibrarySentences.Of(check.Detail));
            }
        }

        if (path.ReachesTrust && path.Checks.All(static check => check.Kind != CheckKind.Trust))
        {
            yield return new StoryCheck(
                NameOf(path.Certificates[^1]), FindingOutcome.Good, CheckTexts.Of(CheckKind.Trust), Phrase.Same(""));
        }
    }

    internal static string NameOf(Certificate certificate) => certificate.Subject.CommonName ?? certificate.ToString();

    /// <summary>
    /// That records open goes without saying while shaking hands; what was thought of certificates has a step of its own.
    /// </summary>
    private static IReadOnlyList<Finding> FindingsOf(TracedStep step) => step.Kind == StepKind.ApplicationData
        ? step.Findings
        : [.. step.Findings.Where(static finding => finding.Section is not ("RFC 9846 §5.2" or "RFC 5280 §6"))];

    /// <summary>TLS 1.3 verifies after the proof of the private key, older versions after the certificates.</summary>
    private static void AddVerification(List<StoryItem> items, TracedConnection connection, TracedStep step)
    {
        string after = connection.Steps.Any(
            other => other.Sender == step.Sender && other.Name == "CertificateVerify") ? "CertificateVerify" : "Certificate";
        Verdict? verdict = step.Sender == TlsSide.Server ? connection.ServerVerdict : connection.ClientVerdict;
        if (step.Name != after || verdict is null)
        {
            return;
        }

        Phrase judge = step.Sender == TlsSide.Server ? NoteTexts.Client : NoteTexts.Server;
        items.Add(new StoryItem(
            items.Count + 1,
            StoryTexts.Verification,
            null,
            StoryTexts.VerificationMeaning.With(judge),
            [],
            [.. step.Findings.Where(static finding => finding.Section == "RFC 5280 §6")],
            [],
            [.. ChecksOf(verdict)]));
    }
}
