using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Certificates;

/// <summary>What the pieces of a certificate are called by their place, and what they are for (RFC 5280 §4.1).</summary>
internal static class DerNames
{
    private static readonly Dictionary<string, (string[] Names, string Section)> Members = new()
    {
        ["Certificate"] = (["tbsCertificate", "signatureAlgorithm", "signatureValue"], "RFC 5280 §4.1"),
        ["tbsCertificate"] = (
            ["version", "serialNumber", "signature", "issuer", "validity", "subject", "subjectPublicKeyInfo"], "RFC 5280 §4.1.2"),
        ["validity"] = (["notBefore", "notAfter"], "RFC 5280 §4.1.2.5"),
        ["subjectPublicKeyInfo"] = (["algorithm", "subjectPublicKey"], "RFC 5280 §4.1.2.7"),
        ["algorithm"] = (["algorithm", "parameters"], "RFC 5280 §4.1.1.2"),
        ["signature"] = (["algorithm", "parameters"], "RFC 5280 §4.1.1.2"),
        ["signatureAlgorithm"] = (["algorithm", "parameters"], "RFC 5280 §4.1.1.2"),
        ["OCSPResponse"] = (["responseStatus", "responseBytes"], "RFC 6960 §4.2.1"),
    };

    private static readonly Dictionary<string, Phrase> Meanings = new()
    {
        ["tbsCertificate"] = new("What the authority signed.", "인증 기관이 서명한 내용입니다."),
        ["version"] = new("The version of the format; 2 means v3.", "형식의 버전입니다. 2는 v3을 뜻합니다."),
        ["serialNumber"] = new("The number that the authority gave it; revocation lists name it.", "인증 기관이 매긴 일련번호입니다. 폐기 목록에서 이 번호를 씁니다."),
        ["issuer"] = new("Who signed it.", "이 인증서에 서명한 발급자입니다."),
        ["subject"] = new("Whose it is.", "이 인증서의 주체입니다."),
        ["validity"] = new("From when to when it is good.", "유효 기간입니다."),
        ["notBefore"] = new("Not valid before.", "유효 기간의 시작입니다."),
        ["notAfter"] = new("Not valid after.", "유효 기간의 끝입니다."),
        ["subjectPublicKeyInfo"] = new(
            "The public key. The private one that belongs to it is with the owner alone.",
            "공개키입니다. 짝이 되는 개인키는 소유자만 가지고 있습니다."),
        ["extensions"] = new(
            "For which names and purposes it is, and whether it may issue others.", "어떤 이름과 용도로 쓰는지, 다른 인증서를 발급할 수 있는지를 적습니다."),
        ["signatureValue"] = new("The authority's signature over all that stands before.", "앞의 내용 전체에 대한 인증 기관의 서명입니다."),
        ["subjectAltName"] = new("The names that it is for. Only these count.", "이 인증서가 유효한 이름들입니다. 이름 검사는 이 목록만 봅니다."),
        ["basicConstraints"] = new("Whether its owner may issue certificates.", "소유자가 다른 인증서를 발급할 수 있는지를 정합니다."),
        ["keyUsage"] = new("What the key may be used for.", "키의 용도입니다."),
        ["extKeyUsage"] = new("For which purposes: server, client …", "확장된 용도입니다(서버, 클라이언트 등)."),
    };

    public static Phrase? MeaningOf(string name) => Meanings.GetValueOrDefault(name);

    public static IEnumerable<Phrase> AllMeanings => Meanings.Values;

    /// <summary>The section that describes what is in a structure.</summary>
    public static string? SectionOf(string name) =>
        Members.TryGetValue(name, out (string[] Names, string Section) member) ? member.Section : null;

    /// <summary>The name of the piece with that number in a structure; null where the place does not tell.</summary>
    /// <param name="parent">The structure.</param>
    /// <param name="index">Counted from 0.</param>
    /// <param name="contextTag">The piece's context-specific tag; -1 for a universal one.</param>
    public static string? Of(string parent, int index, int contextTag)
    {
        if (parent == "tbsCertificate" && contextTag >= 0)
        {
            return contextTag switch { 0 => "version", 1 => "issuerUniqueID", 2 => "subjectUniqueID", 3 => "extensions", _ => null };
        }

        return Members.TryGetValue(parent, out (string[] Names, string Section) member) && index < member.Names.Length
            ? member.Names[index]
            : null;
    }
}
