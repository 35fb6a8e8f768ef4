namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What an alert of the peer means.</summary>
internal static class AlertSentences
{
    public static readonly Phrase[] All =
    [
        new("The peer ended the connection with the alert {0}: {1}", "상대가 경고를 보내고 연결을 끊었습니다({0}): {1}"),
        new(
            "it found no acceptable set of parameters. Compare suites, groups, signature schemes and the certificate's key kind.",
            "받아들일 수 있는 조합을 찾지 못했습니다. 암호 스위트, 그룹, 서명 방식, 인증서 키의 종류를 비교해 보세요."),
        new("it has none of the protocol versions that this side offered.", "이쪽이 제안한 프로토콜 버전을 하나도 지원하지 않습니다."),
        new("it does not trust the authority that issued this side's certificate.", "이쪽 인증서를 발급한 기관을 신뢰하지 않습니다."),
        new("it demands a client certificate; give one.", "클라이언트 인증서를 요구합니다. 인증서를 지정하세요."),
        new("it does not serve the name that was asked for.", "요청한 이름의 서비스를 제공하지 않습니다."),
        new(
            "it has none of the application protocols (ALPN) that this side offered.",
            "이쪽이 제안한 애플리케이션 프로토콜(ALPN)을 하나도 지원하지 않습니다."),
        new("it did not accept this side's certificate.", "이쪽 인증서를 받아들이지 않았습니다."),
        new(
            "it could not verify what this side sent; the two sides hold different keys or the bytes were changed on the way.",
            "이쪽이 보낸 내용을 검증하지 못했습니다. 양쪽의 키가 다르거나 도중에 바이트가 바뀌었습니다."),
        new("see its own log for the reason.", "이유는 상대의 로그를 확인하세요."),
    ];
}
