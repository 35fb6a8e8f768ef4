using Aksu.Inspection.Texts;
using Aksu.Pki;

namespace Aksu.Inspection.Stories;

/// <summary>What each check of a certificate is about.</summary>
internal static class CheckTexts
{
    private static readonly Dictionary<CheckKind, Phrase> Names = new()
    {
        [CheckKind.Trust] = new("leads to a trusted root", "신뢰하는 루트까지 연결됨"),
        [CheckKind.Signature] = new("signature of the issuer", "발급자의 서명"),
        [CheckKind.SignatureAlgorithm] = new("signature algorithm", "서명 알고리즘"),
        [CheckKind.KeyStrength] = new("key strength", "키 강도"),
        [CheckKind.Validity] = new("validity period", "유효 기간"),
        [CheckKind.CriticalExtensions] = new("critical extensions", "중요 확장"),
        [CheckKind.BasicConstraints] = new("may issue certificates", "인증서 발급 권한"),
        [CheckKind.PathLength] = new("length of the chain", "인증서 체인의 길이"),
        [CheckKind.KeyUsage] = new("key usage", "키 용도"),
        [CheckKind.ExtendedKeyUsage] = new("purpose", "확장 키 용도"),
        [CheckKind.NameConstraints] = new("name constraints", "이름 제약"),
        [CheckKind.Policies] = new("policies", "인증서 정책"),
        [CheckKind.Profile] = new("rules of the profile", "프로파일 규칙"),
        [CheckKind.Name] = new("name", "이름 일치"),
        [CheckKind.Pins] = new("pins", "핀"),
        [CheckKind.Revocation] = new("revocation", "폐기 여부"),
        [CheckKind.Transparency] = new("transparency", "인증서 투명성"),
        [CheckKind.Budget] = new("amount of work", "검증 작업량"),
    };

    private static readonly Dictionary<VerificationFailure, Phrase> Failures = new()
    {
        [VerificationFailure.UnknownAuthority] = new("nobody trusted vouches for it", "신뢰하는 기관이 보증하지 않음"),
        [VerificationFailure.NameMismatch] = new("it is for another name", "다른 이름의 인증서임"),
        [VerificationFailure.Expired] = new("it has expired", "유효 기간이 지남"),
        [VerificationFailure.NotYetValid] = new("it is not valid yet", "유효 기간이 아직 시작되지 않음"),
        [VerificationFailure.Revoked] = new("it was revoked", "폐기된 인증서임"),
    };

    /// <summary>What a check is about, and why it failed where there are words for it.</summary>
    public static Phrase Of(Check check) => check.Outcome == CheckOutcome.Failed && Failures.TryGetValue(check.Failure, out Phrase? why)
        ? new Phrase($"{Of(check.Kind).English}: {why.English}", $"{Of(check.Kind).Korean}: {why.Korean}")
        : Of(check.Kind);

    public static Phrase Of(CheckKind kind) => Names.TryGetValue(kind, out Phrase? name) ? name : Phrase.Same(kind.ToString());

    public static IEnumerable<Phrase> All => Names.Values.Concat(Failures.Values);
}
