namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What of a connection is weaker than the default because an option allows it.</summary>
internal static class WeakenedSentences
{
    public static readonly Phrase[] All =
    [
        new(
            "The peer's certificate was not verified (DangerousSkipVerification).",
            "상대의 인증서를 검증하지 않았습니다(DangerousSkipVerification)."),
        new(
            "The peer's certificate was refused by verification and accepted by the application: {0}",
            "검증에서 거부된 상대의 인증서를 애플리케이션이 받아들였습니다: {0}"),
        new("{0} is deprecated (RFC 8996).", "{0}은 폐기된 버전입니다(RFC 8996)."),
        new("The main secret is not bound to the handshake (RFC 7627).", "마스터 시크릿이 핸드셰이크에 묶여 있지 않습니다(RFC 7627)."),
        new("The key exchange has no forward secrecy.", "키 교환에 순방향 비밀성이 없습니다."),
        new("CBC without encrypt_then_mac (RFC 7366).", "encrypt_then_mac 없는 CBC입니다(RFC 7366)."),
    ];
}
