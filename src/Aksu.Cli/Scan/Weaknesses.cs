using Aksu.Inspection.Probes;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>What is wrong with a server, by best practice (RFC 9325, RFC 8996).</summary>
internal static class Weaknesses
{
    private static readonly (Severity Severity, string[] Parts, Phrase Text)[] SuiteRules =
    [
        (Severity.High, ["_NULL_"], new("Suites without encryption: {0}. Switch them off.", "암호화하지 않는 스위트: {0}. 사용하지 마세요.")),
        (Severity.High, ["_anon_"], new("Suites without authentication: {0}. Switch them off.", "인증이 없는 스위트: {0}. 사용하지 마세요.")),
        (
            Severity.High, ["_EXPORT", "_DES_CBC", "_DES40_"],
            new("Suites that can be broken by trying all keys: {0}. Switch them off.", "모든 키를 시험해 깰 수 있는 스위트: {0}. 사용하지 마세요.")),
        (Severity.High, ["_RC4_"], new("RC4 is broken (RFC 7465): {0}. Switch it off.", "RC4는 깨진 암호입니다(RFC 7465): {0}. 사용하지 마세요.")),
        (
            Severity.Medium, ["_3DES_", "_IDEA_"],
            new("Block ciphers of 64 bits (Sweet32): {0}. Switch them off.", "64비트 블록 암호(Sweet32): {0}. 사용하지 마세요.")),
        (
            Severity.Medium, ["TLS_RSA_WITH", "TLS_RSA_PSK", "TLS_PSK_"],
            new("No forward secrecy: {0}. Take suites with ECDHE.", "순방향 비밀성이 없는 스위트: {0}. ECDHE 스위트를 쓰세요.")),
        (
            Severity.Low, ["_CBC_"],
            new(
                "CBC with a MAC of its own: {0}. Authenticated ciphers (GCM, ChaCha20-Poly1305) are safer.",
                "별도 MAC을 쓰는 CBC 스위트: {0}. 인증 암호(GCM, ChaCha20-Poly1305)가 더 안전합니다.")),
    ];

    private static readonly Phrase OldVersion = new(
        "{0} is deprecated (RFC 8996, RFC 7568). Switch it off.", "{0}은 폐기된 버전입니다(RFC 8996, RFC 7568). 사용하지 마세요.");
    private static readonly Phrase NoTls13 = new("TLS 1.3 is not there. Switch it on.", "TLS 1.3을 지원하지 않습니다. 사용하도록 설정하세요.");
    private static readonly Phrase NoPostQuantum = new(
        "No post-quantum key exchange: what is recorded today can be read once there are quantum computers.",
        "양자내성 키 교환을 지원하지 않습니다. 지금 기록된 통신이 훗날 양자 컴퓨터로 해독될 수 있습니다.");
    private static readonly Phrase Untrusted = new("The certificate is not accepted: {0}.", "인증서를 신뢰할 수 없습니다: {0}.");
    private static readonly Phrase WeakScheme = new(
        "Signatures with broken hashes: {0}. Switch them off.", "깨진 해시를 쓰는 서명 방식: {0}. 사용하지 마세요.");

    /// <summary>All texts, for tests that walk them.</summary>
    public static IEnumerable<Phrase> AllTexts =>
        [.. SuiteRules.Select(static rule => rule.Text), OldVersion, NoTls13, NoPostQuantum, Untrusted, WeakScheme];

    public static IReadOnlyList<Weakness> Of(IReadOnlyList<ScannedVersion> versions, HandshakeFindings full)
    {
        var found = new List<Weakness>();
        IEnumerable<ScannedVersion> taken = versions.Where(static version => version.IsTaken);
        foreach (ScannedVersion old in taken.Where(static version => version.Version.Value < ProtocolVersion.Tls12.Value))
        {
            found.Add(new Weakness(old.Version == ProtocolVersion.Ssl3 ? Severity.High : Severity.Medium, OldVersion.With(old.Version)));
        }

        string[] suites = [.. versions.SelectMany(static version => version.Suites).Distinct().Select(KnownCodes.NameOf)];
        foreach ((Severity severity, string[] parts, Phrase text) in SuiteRules)
        {
            string[] weak = [.. suites.Where(suite => parts.Any(part => suite.Contains(part, StringComparison.Ordinal)))];
            if (weak.Length > 0)
            {
                found.Add(new Weakness(severity, text.With(string.Join(", ", weak))));
            }
        }

        string[] schemes = [.. versions.SelectMany(static version => version.Schemes).Distinct().Where(IsWeak).Select(KnownCodes.NameOf)];
        if (schemes.Length > 0)
        {
            found.Add(new Weakness(Severity.Medium, WeakScheme.With(string.Join(", ", schemes))));
        }

        if (full.Verdict is { IsAccepted: false } verdict)
        {
            found.Add(new Weakness(Severity.High, Untrusted.With(LibrarySentences.Of(verdict.Reason))));
        }

        if (versions.Any(static version => version.IsTaken))
        {
            AddMissing(found, versions);
        }

        return [.. found.OrderBy(static weakness => weakness.Severity)];
    }

    /// <summary>Whether a scheme signs a broken hash.</summary>
    public static bool IsWeak(SignatureScheme scheme)
    {
        string name = KnownCodes.NameOf(scheme);
        return name.EndsWith("_sha1", StringComparison.Ordinal) || name.Contains("md5", StringComparison.Ordinal);
    }

    /// <summary>Whether a suite has a weakness of its own.</summary>
    public static bool IsWeak(CipherSuite suite) => Array.Exists(
        SuiteRules, rule => Array.Exists(rule.Parts, part => KnownCodes.NameOf(suite).Contains(part, StringComparison.Ordinal)));

    private static void AddMissing(List<Weakness> found, IReadOnlyList<ScannedVersion> versions)
    {
        if (!versions[0].IsTaken)
        {
            found.Add(new Weakness(Severity.Medium, NoTls13));
        }

        if (!versions[0].Groups.Any(static group => KnownCodes.NameOf(group).Contains("MLKEM", StringComparison.Ordinal)))
        {
            found.Add(new Weakness(Severity.Low, NoPostQuantum));
        }
    }
}
