using Aksu.Inspection.Texts;

namespace Aksu.Cli.Terminal;

/// <summary>The words around a verdict.</summary>
internal static class VerdictTexts
{
    public static readonly Phrase Accepted = new("accepted:", "신뢰함:");
    public static readonly Phrase Refused = new("refused:", "거부함:");
    public static readonly Phrase PathGood = new("path {0} of {1}: good", "인증 경로 {0}/{1}: 통과");
    public static readonly Phrase PathRefused = new("path {0} of {1}: refused", "인증 경로 {0}/{1}: 거부");
    public static readonly Phrase Note = new("note:", "참고:");
    public static readonly Phrase About = new("{0}, serial {1}, {2} to {3}", "{0}, 일련번호 {1}, {2}~{3}");
    public static readonly Phrase Trusted = new("{0} (trusted)", "{0} (신뢰하는 기관)");
    public static readonly Phrase Peer = new("{0} (the peer)", "{0} (상대)");
    public static readonly Phrase Intermediate = new("{0} (intermediate)", "{0} (중간 기관)");
}
