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

    public static Phrase YesOrNo(bool? value) => value is null ? Unknown : value.Value ? Yes : No;

    public static Phrase Of(Severity severity) => severity switch
    {
        Severity.High => High,
        Severity.Medium => Medium,
        _ => Low,
    };
}
