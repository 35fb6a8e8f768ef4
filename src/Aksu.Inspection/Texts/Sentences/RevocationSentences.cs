namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What is found about revocation.</summary>
internal static class RevocationSentences
{
    public static readonly Phrase[] All =
    [
        new(
            "the certificate demands a stapled OCSP response that is good (must-staple), but {0}",
            "인증서가 유효한 OCSP 스테이플을 요구함(must-staple): {0}"),
        new("whether it is revoked can't be known: {0}", "폐기 여부를 알 수 없음: {0}"),
        new("whether it is revoked is not known: {0}", "폐기 여부를 확인하지 않음: {0}"),
        new("revoked at {0} UTC ({1}), says {2}", "{0} UTC에 폐기됨({1}), 출처: {2}"),
        new("the issuer's OCSP response", "발급자의 OCSP 응답"),
        new("the issuer's revocation list", "발급자의 폐기 목록"),
        new("the peer stapled no OCSP response", "상대가 OCSP 응답을 함께 보내지 않음"),
        new("not revoked, says the issuer's OCSP response", "폐기되지 않음(발급자의 OCSP 응답)"),
        new("the OCSP response can't be used: {0}", "OCSP 응답을 쓸 수 없음: {0}"),
        new("the OCSP response is about another certificate", "다른 인증서에 대한 OCSP 응답임"),
        new(
            "the OCSP response has a critical extension that is not understood",
            "OCSP 응답에 해석할 수 없는 중요(critical) 확장이 있음"),
        new(
            "the OCSP response is not signed by the issuer or by a responder the issuer has authorized",
            "OCSP 응답이 발급자나 발급자가 위임한 응답자의 서명이 아님"),
        new("the OCSP responder does not know the certificate", "OCSP 응답자가 이 인증서를 모름"),
        new("the OCSP response is from the future", "OCSP 응답의 시각이 미래임"),
        new("the OCSP response is out of date", "OCSP 응답의 유효 기간이 지남"),
        new("not on the issuer's revocation list", "발급자의 폐기 목록에 없음"),
        new("the issuer's revocation list can't be used: {0}", "발급자의 폐기 목록을 쓸 수 없음: {0}"),
        new("the issuer's revocation list covers some reasons only", "발급자의 폐기 목록이 일부 사유만 다룸"),
        new("its extension {0} is critical and not understood", "확장 {0}: 중요(critical)로 표시되었으나 해석할 수 없음"),
        new("it is a delta list, which is not supported", "델타 목록이며 지원하지 않음"),
        new("it is from the future", "시각이 미래임"),
        new("it does not say when the next one will come (RFC 5280 §5.1.2.5)", "다음 발행 시각이 없음(RFC 5280 §5.1.2.5)"),
        new("it is out of date", "유효 기간이 지남"),
        new(
            "its issuer's key may not sign revocation lists (keyUsage without cRLSign)",
            "발급자의 키를 폐기 목록 서명에 쓸 수 없음(keyUsage에 cRLSign이 없음)"),
        new(
            "its signature is wrong, or made in a way that is weak or not supported",
            "서명이 틀렸거나 약한 방식 또는 지원하지 않는 방식으로 만들어짐"),
        new("it is not about certificates of this kind", "이런 종류의 인증서에 대한 목록이 아님"),
        new("it is for a distribution point that the certificate does not name", "인증서에 없는 배포 지점의 목록임"),
        new("it is not of version 2 (RFC 5280 §5.1.2.1)", "버전 2가 아님(RFC 5280 §5.1.2.1)"),
        new("it has no number, or one that is critical (RFC 5280 §5.2.3)", "번호가 없거나 중요(critical)로 표시됨(RFC 5280 §5.2.3)"),
        new("its number is negative or longer than 20 octets (RFC 5280 §5.2.3)", "번호가 음수이거나 20옥텟을 넘음(RFC 5280 §5.2.3)"),
        new("it has no authorityKeyIdentifier (RFC 5280 §5.2.1)", "authorityKeyIdentifier가 없음(RFC 5280 §5.2.1)"),
        new(
            "it writes a date before 2050 as GeneralizedTime (RFC 5280 §5.1.2.4)",
            "2050년 이전의 날짜를 GeneralizedTime으로 적음(RFC 5280 §5.1.2.4)"),
    ];
}
