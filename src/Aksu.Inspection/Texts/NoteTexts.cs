namespace Aksu.Inspection.Texts;

/// <summary>What is to be said about a trace as a whole.</summary>
internal static class NoteTexts
{
    public static readonly Phrase NoKeys = new(
        "{0} encrypted records were not opened: their keys are not known. A key log file (--keylog) opens them.",
        "암호화된 레코드 {0}개를 열지 못했습니다. 키를 모르기 때문이며, 키 로그 파일(--keylog)이 있으면 열 수 있습니다.");

    public static readonly Phrase WrongKeys = new(
        "{0} encrypted records were not opened: the key log has no secret of this connection that fits.",
        "암호화된 레코드 {0}개를 열지 못했습니다. 키 로그에 이 연결에 맞는 시크릿이 없습니다.");

    public static readonly Phrase Gap = new(
        "Bytes in the middle were never captured; nothing after them can be shown.",
        "중간의 바이트가 캡처되지 않아 그 뒤는 보여 줄 수 없습니다.");

    public static readonly Phrase CutOff = new(
        "The connection was longer than what is kept; its end is not shown.",
        "연결이 보관 한도보다 길어 끝부분은 보여 주지 않습니다.");

    public static readonly Phrase MoreData = new(
        "{0} more records of application data ({1} bytes) are not shown one by one.",
        "애플리케이션 데이터 레코드 {0}개({1}바이트)는 하나씩 보여 주지 않습니다.");

    public static readonly Phrase NotTls = new(
        "The {0} says something that is not TLS.",
        "{0} 쪽 데이터가 TLS가 아닙니다.");

    public static readonly Phrase TooMuch = new(
        "The {0} sends more than is shown; what follows is left out ({1}).",
        "{0} 쪽 데이터가 표시 한도를 넘어 그 뒤는 생략합니다({1}).");

    public static readonly Phrase ManySteps = new("more than {0} steps", "단계 {0}개 초과");

    public static readonly Phrase ManyRecords = new("more than {0} records", "레코드 {0}개 초과");

    public static readonly Phrase LongMessage = new(
        "a handshake message of {0} bytes, where {1} are the limit", "{0}바이트 핸드셰이크 메시지, 한도는 {1}바이트");

    public static readonly Phrase Incomplete = new(
        "The {0} ends in the middle of a record.",
        "{0} 쪽 데이터가 레코드 중간에서 끝납니다.");

    public static readonly Phrase Client = new("client", "클라이언트");

    public static readonly Phrase Server = new("server", "서버");
}
