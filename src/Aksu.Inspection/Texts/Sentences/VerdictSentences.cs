namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What verification comes to as a whole.</summary>
internal static class VerdictSentences
{
    public static readonly Phrase[] All =
    [
        new("the peer sent no certificate", "상대가 인증서를 보내지 않음"),
        new("the peer's certificate can't be read: {0}", "상대의 인증서를 읽을 수 없음: {0}"),
        new("the peer's raw public key can't be read: {0}", "상대의 공개키를 읽을 수 없음: {0}"),
        new("the peer's raw public key is not accepted: {0}", "상대의 공개키를 받아들이지 않음: {0}"),
        new("the peer's raw public key ({0}) is pinned", "상대의 공개키({0})가 고정(pin)된 키임"),
        new("the peer's raw public key ({0}) is not among the pinned keys", "상대의 공개키({0})가 고정(pin)된 키 가운데 없음"),
        new("certificate {0} of those sent was ignored: {1}", "보낸 인증서 가운데 {0}번을 무시함: {1}"),
        new("{0} of the certificates sent were ignored: more than {1} are not looked at", "보낸 인증서 가운데 {0}개를 무시함: {1}개까지만 검토함"),
        new("the certificates would cost too much work: {0}", "인증서 검증에 작업이 너무 많이 듦: {0}"),
        new("no path leads from {0} to a trusted authority", "{0}에서 신뢰하는 인증 기관까지 이어지는 경로가 없음"),
        new("{0} is itself trusted", "{0}: 직접 신뢰하는 인증서임"),
        new("{0} is certified by {1}", "{0}: 인증한 기관은 {1}"),
    ];
}
