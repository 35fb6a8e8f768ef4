using Aksu.Inspection.Texts;

namespace Aksu.Cli.Explain;

/// <summary>The words around a story and around fields.</summary>
internal static class ExplainTexts
{
    public static readonly Phrase Client = new("Client", "클라이언트");
    public static readonly Phrase Server = new("Server", "서버");
    public static readonly Phrase Legend = new("anybody on the way can read it", "누구나 읽을 수 있음");
    public static readonly Phrase SecretLegend = new("encrypted", "암호화됨");
    public static readonly Phrase Bytes = new("{0} bytes", "{0}바이트");
    public static readonly Phrase OneByte = new("1 byte", "1바이트");
    public static readonly Phrase Value = new("value", "값");
    public static readonly Phrase Result = new("What came of it", "결과");
    public static readonly Phrase Version = new("version", "버전");
    public static readonly Phrase Suite = new("cipher suite", "암호 스위트");
    public static readonly Phrase Exchange = new("key exchange", "키 교환");
    public static readonly Phrase Signature = new("signature", "서명");
    public static readonly Phrase Name = new("server name", "서버 이름");
    public static readonly Phrase Protocol = new("protocol", "프로토콜");
    public static readonly Phrase Session = new("session", "세션");
    public static readonly Phrase Resumed = new("resumed: no certificates were needed", "재개됨: 인증서가 필요하지 않았습니다");
    public static readonly Phrase New = new("new", "새 세션");
    public static readonly Phrase Connection = new("Connection {0}", "연결 {0}");
    public static readonly Phrase Unfinished = new(
        "The handshake was not completed, as far as can be seen here.", "여기서 볼 수 있는 한 핸드셰이크가 완료되지 않았습니다.");
    public static readonly Phrase MoreFields = new(
        "{0} more fields are not shown here; --json has them all.", "필드 {0}개는 여기에 보여 주지 않습니다. --json에는 모두 있습니다.");
    public static readonly Phrase PageWritten = new("The page is in {0}.", "페이지를 {0} 파일에 저장했습니다.");
}
