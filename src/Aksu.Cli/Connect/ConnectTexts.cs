using Aksu.Inspection.Texts;

namespace Aksu.Cli.Connect;

/// <summary>The words of <c>aksu connect</c>.</summary>
internal static class ConnectTexts
{
    private static readonly Phrase BrokeAt = new("broke at step {0} of {1}: {2}", "{1}단계 중 {0}단계에서 끊김: {2}");

    private static readonly Dictionary<ConnectStep, Phrase> Steps = new()
    {
        [ConnectStep.Tcp] = new("the TCP connection", "TCP 연결"),
        [ConnectStep.Hello] = new(
            "the hellos, in which the server chooses version and cipher suite", "헬로 교환(서버가 버전과 암호 스위트를 고르는 단계)"),
        [ConnectStep.Identity] = new("who the server is: its certificate or key, and its proof", "서버가 누구인지 확인(인증서나 키와 그 증명)"),
        [ConnectStep.Finished] = new("Finished, which closes the handshake on both sides", "양쪽이 핸드셰이크를 끝맺는 Finished"),
        [ConnectStep.Data] = new("secure data", "보호된 데이터"),
    };

    public static readonly Phrase Connected = new("connected to {0}", "{0}에 연결됨");
    public static readonly Phrase Version = new("version", "버전");
    public static readonly Phrase Suite = new("cipher suite", "암호 스위트");
    public static readonly Phrase Group = new("group", "그룹");
    public static readonly Phrase Signature = new("signature", "서명");
    public static readonly Phrase ServerName = new("server name", "서버 이름");
    public static readonly Phrase Protocol = new("protocol", "프로토콜");
    public static readonly Phrase Session = new("session", "세션");
    public static readonly Phrase Resumed = new("resumed", "재개됨");
    public static readonly Phrase New = new("new", "새 세션");
    public static readonly Phrase None = new("none", "없음");
    public static readonly Phrase NoneResumed = new("none (resumed)", "없음(재개됨)");
    public static readonly Phrase NotSent = new("not sent", "보내지 않음");
    public static readonly Phrase Presented = new("presented", "제시함");
    public static readonly Phrase OwnCertificate = new("own certificate ({0})", "자신의 인증서({0})");
    public static readonly Phrase Certificate = new("certificate {0}", "인증서 {0}");
    public static readonly Phrase Names = new("names", "이름");
    public static readonly Phrase More = new("{0} and {1} more", "{0} 외 {1}개");
    public static readonly Phrase Issuer = new("issuer", "발급자");
    public static readonly Phrase Key = new("key", "키");
    public static readonly Phrase SignedWith = new("{0}, signed with {1}", "{0}, 서명: {1}");
    public static readonly Phrase Valid = new("valid", "유효 기간");
    public static readonly Phrase FromTo = new("{0} to {1}", "{0}부터 {1}까지");
    public static readonly Phrase Verdict = new("verdict", "판정");
    public static readonly Phrase KeyOfBoth = new(
        "a key that both sides have stands in for certificates", "양쪽이 가진 키가 인증서를 대신합니다");
    public static readonly Phrase NoCertificate = new("no certificate was shown", "인증서를 제시하지 않음");
    public static readonly Phrase Accepted = new("accepted: {0}", "신뢰함: {0}");
    public static readonly Phrase AcceptedBefore = new(
        "accepted: {0} (verified when the session was made)", "신뢰함: {0}(세션을 만들 때 검증함)");
    public static readonly Phrase Unverified = new("NOT VERIFIED (--insecure); {0}", "검증하지 않음(--insecure). {0}");
    public static readonly Phrase WouldBeAccepted = new("it would be accepted", "검증했다면 신뢰했을 인증서임");
    public static readonly Phrase WouldBeRefused = new("it would be refused: {0}", "검증했다면 거부했을 인증서임: {0}");
    public static readonly Phrase Type = new("Type to send; Ctrl-D ends.", "입력하면 전송됩니다. Ctrl-D로 끝냅니다.");
    public static readonly Phrase Warning = new("warning:", "주의:");

    public static readonly Phrase Closed = new(
        "the server closed the connection in the middle of the handshake. Its own log may say why; or it does not speak TLS on this port.",
        "핸드셰이크 도중에 서버가 연결을 닫았습니다. 이유는 서버의 로그에 있을 수 있고, 이 포트에서 TLS로 말하지 않는 것일 수도 있습니다.");

    public static readonly Phrase Silent = new(
        "the server took the connection, and then said nothing in time. Perhaps it does not speak TLS on this port; --timeout waits "
            + "longer.",
        "서버가 연결은 받았지만 제한 시간 안에 아무 말도 하지 않았습니다. 이 포트에서 TLS로 말하지 않는 것일 수 있습니다. --timeout으로 더 기다릴 수 있습니다.");

    public static readonly Phrase NoAnswer = new(
        "no answer within {0:0.#} seconds. Check host and port, and whether a firewall lies between; --timeout waits longer.",
        "{0:0.#}초 안에 응답이 없습니다. 호스트와 포트가 맞는지, 중간에 방화벽이 있는지 확인하세요. --timeout으로 더 기다릴 수 있습니다.");

    public static readonly Phrase ExpiredSince = new(
        "the server's certificate has expired since this session was made. Connect without --session.",
        "이 세션을 만든 뒤에 서버의 인증서가 만료되었습니다. --session 없이 연결하세요.");

    /// <summary>Where a connection broke.</summary>
    public static Phrase Broke(ConnectStep step) => BrokeAt.With((int)step + 1, Steps.Count, Steps[step]);
}
