using Aksu.Inspection.Texts;

namespace Aksu.Cli.Scan;

/// <summary>The words of a report.</summary>
internal static class ScanTexts
{
    public static readonly Phrase Versions = new("Versions", "버전");
    public static readonly Phrase Offered = new("offered", "지원함");
    public static readonly Phrase NotOffered = new("not offered", "지원하지 않음");
    public static readonly Phrase ServerOrder = new("the server's order", "서버가 순서를 정함");
    public static readonly Phrase ClientOrder = new("the client's order", "클라이언트 순서를 따름");
    public static readonly Phrase Suites = new("suites", "암호 스위트");
    public static readonly Phrase Groups = new("groups", "그룹");
    public static readonly Phrase Schemes = new("signatures", "서명 방식");
    public static readonly Phrase Also = new("Besides", "그 밖의 항목");
    public static readonly Phrase Protocols = new("protocols", "프로토콜");
    public static readonly Phrase Resumption = new("resumption", "세션 재개");
    public static readonly Phrase Staple = new("OCSP staple", "OCSP 스테이플");
    public static readonly Phrase Yes = new("yes", "예");
    public static readonly Phrase No = new("no", "아니요");
    public static readonly Phrase None = new("none", "없음");
    public static readonly Phrase Unknown = new("not known", "알 수 없음");
    public static readonly Phrase Certificates = new("Certificates", "인증서");
    public static readonly Phrase Weaknesses = new("Weaknesses", "약점");
    public static readonly Phrase NoWeakness = new("None was found.", "발견되지 않았습니다.");
    public static readonly Phrase High = new("high", "높음");
    public static readonly Phrase Medium = new("medium", "중간");
    public static readonly Phrase Low = new("low", "낮음");
    public static readonly Phrase Connections = new("{0} connections, one after the other", "연결 {0}번, 차례로");

    public static readonly Phrase Title = new("What {0} takes", "{0} 서버가 지원하는 것");
    public static readonly Phrase Order = new("order", "순서");

    public static readonly Phrase Language = new("Language", "언어");
    public static readonly Phrase Theme = new("Theme", "테마");
    public static readonly Phrase System = new("System", "시스템");
    public static readonly Phrase Light = new("Light", "밝게");
    public static readonly Phrase Dark = new("Dark", "어둡게");
    public static readonly Phrase Made = new(
        "Made by aksu scan; the page loads nothing from the network.", "aksu scan이 만든 페이지입니다. 네트워크에서 아무것도 불러오지 않습니다.");
    public static readonly Phrase Valid = new("valid", "유효 기간");
    public static readonly Phrase Key = new("key", "키");
    public static readonly Phrase Issuer = new("issuer", "발급자");
    public static readonly Phrase Names = new("names", "이름");
    public static readonly Phrase SignedWith = new("signed with", "서명 방식");
    public static readonly Phrase Accepted = new("Accepted", "신뢰함");
    public static readonly Phrase Refused = new("Refused", "거부함");
    public static readonly Phrase Stopped = new(
        "the scan was stopped after {0} connections.", "연결 {0}번 만에 조사를 멈췄습니다.");
    public static readonly Phrase Nothing = new(
        "nothing that this tool offers is taken. Perhaps it does not speak TLS on this port.",
        "이 도구가 제안한 것을 하나도 받아들이지 않습니다. 이 포트에서 TLS로 말하지 않는 것일 수 있습니다.");

    public static Phrase YesOrNo(bool? value) => value is null ? Unknown : value.Value ? Yes : No;

    public static Phrase Of(Severity severity) => severity switch
    {
        Severity.High => High,
        Severity.Medium => Medium,
        _ => Low,
    };
}
