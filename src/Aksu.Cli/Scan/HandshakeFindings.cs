using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>What only whole handshakes tell. Immutable.</summary>
internal sealed record HandshakeFindings
{
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];

    public Verdict? Verdict { get; init; }

    public bool Staples { get; init; }

    public bool? Resumes { get; init; }

    public IReadOnlyList<string> Protocols { get; init; } = [];

    public IReadOnlyList<SignatureScheme> Schemes13 { get; init; } = [];
}
