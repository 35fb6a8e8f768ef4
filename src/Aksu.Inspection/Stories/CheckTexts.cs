using Aksu.Inspection.Texts;
using Aksu.Pki;

namespace Aksu.Inspection.Stories;

/// <summary>What each check of a certificate is about, in a word or two.</summary>
internal static class CheckTexts
{
    private static readonly Dictionary<CheckKind, Phrase> Names = new()
    {
        [CheckKind.Trust] = new("trust", "신뢰"),
        [CheckKind.Signature] = new("signature", "서명"),
        [CheckKind.SignatureAlgorithm] = new("signature algorithm", "서명 알고리즘"),
        [CheckKind.KeyStrength] = new("key strength", "키 강도"),
        [CheckKind.Validity] = new("validity", "유효 기간"),
        [CheckKind.CriticalExtensions] = new("extensions", "확장"),
        [CheckKind.BasicConstraints] = new("may issue", "발급 권한"),
        [CheckKind.PathLength] = new("path length", "경로 길이"),
        [CheckKind.KeyUsage] = new("key usage", "키 용도"),
        [CheckKind.ExtendedKeyUsage] = new("purpose", "확장 키 용도"),
        [CheckKind.NameConstraints] = new("name constraints", "이름 제약"),
        [CheckKind.Policies] = new("policies", "인증서 정책"),
        [CheckKind.Profile] = new("profile", "프로파일"),
        [CheckKind.Name] = new("name", "이름"),
        [CheckKind.Pins] = new("pins", "핀"),
        [CheckKind.Revocation] = new("revocation", "폐기 여부"),
        [CheckKind.Transparency] = new("transparency", "인증서 투명성"),
        [CheckKind.Budget] = new("budget", "검증 작업량"),
    };

    public static Phrase Of(CheckKind kind) => Names.TryGetValue(kind, out Phrase? name) ? name : Phrase.Same(kind.ToString());

    public static IEnumerable<Phrase> All => Names.Values;
}
