namespace Aksu.Inspection.Texts;

/// <summary>What was checked about a step, in words.</summary>
internal static class FindingTexts
{
    public static readonly Phrase SuiteOffered = new(
        "The chosen cipher suite is one that the client offered.", "선택된 암호 스위트는 클라이언트가 제안한 것 중 하나입니다.");
    public static readonly Phrase SuiteNotOffered = new(
        "The chosen cipher suite was never offered by the client.", "선택된 암호 스위트는 클라이언트가 제안한 적이 없습니다.");
    public static readonly Phrase VersionOffered = new(
        "The chosen version is one that the client offered.", "선택된 버전은 클라이언트가 제안한 것 중 하나입니다.");
    public static readonly Phrase VersionNotOffered = new(
        "The chosen version was never offered by the client.", "선택된 버전은 클라이언트가 제안한 적이 없습니다.");
    public static readonly Phrase ShareOffered = new(
        "The server's key share is for a group of which the client sent a share.",
        "서버의 키 공유값은 클라이언트가 값을 보낸 그룹에 속합니다.");
    public static readonly Phrase ShareNotOffered = new(
        "The server's key share is for a group of which the client sent no share.",
        "서버의 키 공유값이 클라이언트가 값을 보내지 않은 그룹에 속합니다.");
    public static readonly Phrase SessionEchoed = new("The session ID comes back as it was sent.", "세션 ID가 보낸 그대로 돌아왔습니다.");
    public static readonly Phrase SessionNotEchoed = new("The session ID does not come back as it was sent.", "세션 ID가 보낸 것과 다르게 돌아왔습니다.");
    public static readonly Phrase NoDowngrade = new("The server's random carries no mark of a downgrade.", "서버 난수에 다운그레이드 표시가 없습니다.");
    public static readonly Phrase Downgrade = new(
        "The server's random carries the mark of a downgrade: both sides could do better, and somebody may have kept them from it.",
        "서버 난수에 다운그레이드 표시가 있습니다. 양쪽 모두 더 높은 버전을 쓸 수 있는데 누군가 방해했을 수 있습니다.");
    public static readonly Phrase SignatureGood = new(
        "The signature is right: the sender holds the private key of the certificate ({0}).",
        "서명이 올바릅니다. 보낸 쪽이 인증서의 개인키를 가지고 있습니다({0}).");
    public static readonly Phrase SignatureBad = new(
        "The signature is wrong: the sender does not hold the private key, or something was changed on the way ({0}).",
        "서명이 틀립니다. 보낸 쪽이 개인키를 가지고 있지 않거나 도중에 내용이 바뀌었습니다({0}).");
    public static readonly Phrase SignatureUnchecked = new("The signature could not be checked here ({0}).", "여기서는 서명을 검증할 수 없습니다({0}).");
    public static readonly Phrase FinishedGood = new(
        "The seal fits: computed again from the key and the transcript, it comes to the same bytes.",
        "봉인이 맞습니다. 키와 핸드셰이크 기록으로 다시 계산해도 같은 값이 나옵니다.");
    public static readonly Phrase FinishedBad = new(
        "The seal does not fit: the two sides did not see the same handshake.", "봉인이 맞지 않습니다. 양쪽이 본 핸드셰이크가 서로 다릅니다.");
    public static readonly Phrase RecordOpened = new(
        "The record's tag is right: nobody changed it on the way (key: {0}, record number {1}).",
        "레코드의 인증 태그가 올바릅니다. 도중에 바뀌지 않았습니다(키: {0}, 레코드 번호 {1}).");
    public static readonly Phrase Refused = new("Aksu itself would refuse this message: {0}", "Aksu라면 이 메시지를 거부합니다: {0}");
    public static readonly Phrase Malformed = new(
        "Bytes of this message do not follow the standard: {0}.", "이 메시지에 표준을 따르지 않는 바이트가 있습니다({0}).");
    public static readonly Phrase CertificateUnreadable = new("A certificate cannot be read: {0}", "읽을 수 없는 인증서가 있습니다: {0}");
    public static readonly Phrase BareKey = new(
        "A bare public key, without a certificate around it: nobody vouches for it, and the peer has to know it.",
        "인증서 없이 공개키만 보냈습니다. 보증하는 기관이 없으므로 상대가 미리 알고 있어야 합니다.");

    public static readonly Phrase Retry = new(
        "The server wants a key share for another group: the client has to say hello once more.",
        "서버가 다른 그룹의 키 공유값을 원합니다. 클라이언트가 ClientHello를 다시 보내야 합니다.");
    public static readonly Phrase PostQuantum = new(
        "The key exchange is hybrid: it holds against quantum computers, too.", "하이브리드 키 교환입니다. 양자 컴퓨터에도 안전합니다.");
    public static readonly Phrase NoForwardSecrecy = new(
        "No forward secrecy: whoever gets the server's private key later can read this connection.",
        "순방향 비밀성이 없습니다. 나중에 서버의 개인키를 얻은 사람은 이 연결을 해독할 수 있습니다.");
    public static readonly Phrase ForwardSecrecy = new(
        "Forward secrecy: the keys of this connection cannot be found out later, not even with the server's private key.",
        "순방향 비밀성이 있습니다. 나중에 서버의 개인키가 유출되어도 이 연결의 키는 알아낼 수 없습니다.");
    public static readonly Phrase Certificates = new("The client accepts the certificates: {0}", "클라이언트가 인증서를 받아들입니다: {0}");
    public static readonly Phrase CertificatesRefused = new("The certificates are refused: {0}", "인증서를 거부합니다: {0}");
    public static readonly Phrase FatalAlert = new("This side ends the connection.", "이쪽에서 연결을 끊습니다.");
}
