namespace Aksu.Inspection.Texts;

/// <summary>Why an input cannot be shown, as a part of a sentence.</summary>
internal static class InputTexts
{
    public static readonly Phrase TooLong = new("it is longer than {0} MiB", "{0}MiB를 넘습니다");
    public static readonly Phrase Empty = new("it is empty", "비어 있습니다");
    public static readonly Phrase Unknown = new(
        "it is no capture (pcap, pcapng), no TLS record or handshake message, and no certificate, neither as bytes nor in hexadecimal",
        "캡처(pcap, pcapng)도, TLS 레코드나 핸드셰이크 메시지도, 인증서도 아닙니다(바이트로도 16진수로도 해석할 수 없음)");

    public static readonly Phrase OnlyPrivateKey = new(
        "it holds a private key and nothing else, and private keys are not shown", "개인키만 들어 있으며 개인키는 보여 주지 않습니다");
    public static readonly Phrase DamagedPem = new("its PEM block is damaged", "PEM 블록이 손상되었습니다");

    public static readonly Phrase NoPackets = new("the capture has no packets", "캡처에 패킷이 없습니다");
    public static readonly Phrase LinkType = new(
        "the capture's link type {0} is not understood; Ethernet, loopback, raw IP and Linux cooked are",
        "캡처의 링크 종류 {0}은(는) 지원하지 않습니다. 이더넷, 루프백, raw IP, Linux cooked를 지원합니다");
    public static readonly Phrase NoConnection = new(
        "the capture has no TCP connection with data", "캡처에 데이터가 오간 TCP 연결이 없습니다");
    public static readonly Phrase NoTls = new(
        "none of the capture's TCP connections is TLS", "캡처의 TCP 연결 가운데 TLS가 없습니다");

    public static readonly Phrase PcapHeader = new("the pcap file ends in its header", "pcap 파일이 헤더 도중에 끝납니다");
    public static readonly Phrase PcapDamaged = new(
        "the pcap file is damaged, or has more packets than are read", "pcap 파일이 손상되었거나 패킷 수가 한도를 넘습니다");
    public static readonly Phrase PcapNgBlock = new(
        "the pcapng file is damaged: a block has no valid length", "pcapng 파일이 손상되었습니다(길이가 올바르지 않은 블록이 있음)");
    public static readonly Phrase PcapNgOrder = new(
        "the pcapng file is damaged: its byte order is not told", "pcapng 파일이 손상되었습니다(바이트 순서를 알 수 없음)");
    public static readonly Phrase PcapNgInterfaces = new(
        "the pcapng file has more interfaces than are read", "pcapng 파일의 인터페이스 수가 한도를 넘습니다");
    public static readonly Phrase PcapNgDamaged = new(
        "the pcapng file is damaged, or has more packets than are read", "pcapng 파일이 손상되었거나 패킷 수가 한도를 넘습니다");

    public static readonly Phrase LongKeyLog = new("the key log is longer than {0} MiB", "키 로그가 {0}MiB를 넘습니다");
    public static readonly Phrase KeyLogLine = new(
        "line {0} is not of the form LABEL CLIENT_RANDOM SECRET (RFC 9850)",
        "{0}번째 줄이 LABEL CLIENT_RANDOM SECRET 형식(RFC 9850)이 아닙니다");
}
