using Aksu.Inspection.Texts;
using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>What a server takes. Immutable.</summary>
internal sealed record ScanReport
{
    public required string Target { get; init; }

    /// <summary>Each version that was asked for, with what was found.</summary>
    public required IReadOnlyList<ScannedVersion> Versions { get; init; }

    /// <summary>The application protocols that it takes of those asked for.</summary>
    public required IReadOnlyList<string> Protocols { get; init; }

    /// <summary>The certificates as sent.</summary>
    public required IReadOnlyList<Certificate> Certificates { get; init; }

    /// <summary>What verification thinks of them; null when a handshake never came about.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Whether a second connection resumed the first; null when it could not be tried.</summary>
    public bool? Resumes { get; init; }

    /// <summary>Whether it sends a statement of its authority along.</summary>
    public bool Staples { get; init; }

    /// <summary>How many connections it took.</summary>
    public required int Probes { get; init; }

    /// <summary>What is wrong, the worst first.</summary>
    public required IReadOnlyList<Weakness> Weaknesses { get; init; }
}

/// <summary>What a server takes in one version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Suites">The suites in the order in which the server chose them; empty when the version is not taken.</param>
/// <param name="ServerChooses">Whether the server has an order of its own.</param>
/// <param name="Groups">The groups in the order in which the server chose them.</param>
/// <param name="Schemes">The signature schemes.</param>
internal sealed record ScannedVersion(
    ProtocolVersion Version,
    IReadOnlyList<CipherSuite> Suites,
    bool ServerChooses,
    IReadOnlyList<NamedGroup> Groups,
    IReadOnlyList<SignatureScheme> Schemes)
{
    /// <summary>Whether the server takes the version.</summary>
    public bool IsTaken => Suites.Count > 0;
}

/// <summary>Something that is wrong.</summary>
/// <param name="Severity">How bad.</param>
/// <param name="Text">What, and what to do.</param>
internal sealed record Weakness(Severity Severity, Phrase Text);

/// <summary>How bad a weakness is.</summary>
internal enum Severity
{
    /// <summary>Can be attacked by who has the means.</summary>
    High,

    /// <summary>Against best practice.</summary>
    Medium,

    /// <summary>Could be better.</summary>
    Low,
}
