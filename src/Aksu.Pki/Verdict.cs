using System.Text.Json;
using Aksu.Pki.Reports;

namespace Aksu.Pki;

/// <summary>Whether a peer is accepted, and why: every path that was tried with every check. Immutable and thread-safe.</summary>
public sealed class Verdict
{
    internal Verdict(
        VerificationFailure failure, string reason, Certificate? peer, CandidatePath? path, IReadOnlyList<CandidatePath> candidates,
            IReadOnlyList<string> notes)
    {
        Failure = failure;
        Reason = reason;
        Peer = peer;
        Path = path;
        Candidates = candidates;
        Notes = notes;
    }

    /// <summary>Whether the peer is accepted.</summary>
    public bool IsAccepted => Failure == VerificationFailure.None;

    /// <summary>Why not; <see cref="VerificationFailure.None"/> if accepted.</summary>
    public VerificationFailure Failure { get; }

    /// <summary>One sentence for people: what was found and, if refused, what failed.</summary>
    public string Reason { get; }

    /// <summary>The peer's own certificate; null if there was none that could be read.</summary>
    public Certificate? Peer { get; }

    /// <summary>The accepted path, or the one that came nearest; null if there is no certificate at all.</summary>
    public CandidatePath? Path { get; }

    /// <summary>All paths that were tried, the deciding one first.</summary>
    public IReadOnlyList<CandidatePath> Candidates { get; }

    /// <summary>Things worth knowing that did not decide, e.g. certificates that could not be read.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The whole verdict as indented text of several lines.</summary>
    public string ToText() => VerdictText.Write(this);

    /// <summary>The whole verdict as JSON.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes the whole verdict as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        VerdictJson.Write(this, writer);
    }

    /// <inheritdoc/>
    public override string ToString() => Reason;
}
