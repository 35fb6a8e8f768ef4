namespace Aksu.Inspection.Texts.Sentences;

/// <summary>Why a connection ends: every cause that the engine knows.</summary>
internal static class FaultSentences
{
    public static IEnumerable<Phrase> All =>
        [.. Decoding, .. Records, .. Order, .. Negotiation, .. OlderVersions, .. Hellos, .. Authentication, .. Afterwards];

    private static readonly Phrase[] Decoding =
    [
        new("{0} from the peer ends before its last field.", "상대가 보낸 {0}: 마지막 필드에 이르기 전에 끝납니다."),
        new("{0} from the peer has bytes left over after its last field.", "상대가 보낸 {0}: 마지막 필드 뒤에 바이트가 남습니다."),
        new("A length in {0} from the peer is outside what the standard allows.", "상대가 보낸 {0}: 길이가 표준의 허용 범위를 벗어납니다."),
        new("{0} from the peer has the extension {1} twice.", "상대가 보낸 {0}: 같은 확장이 두 번 들어 있습니다({1})."),
        new("The extension {0} must not stand in {1}.", "{1} 메시지에 들어갈 수 없는 확장입니다: {0}."),
        new(
            "The peer answered with the extension {0} in {1}, which this side never offered.",
            "상대가 {1} 메시지에 이쪽이 제안한 적 없는 확장을 담아 보냈습니다: {0}."),
        new("{0} from the peer lacks the extension {1}, which it must have here.", "상대가 보낸 {0}: 필수 확장이 없습니다({1})."),
        new("{0} from the peer has more than {1} entries, the limit of this side.", "상대가 보낸 {0}: 항목이 이쪽 한도인 {1}개를 넘습니다."),
        new("{0} from the peer has a value that the standard forbids.", "상대가 보낸 {0}: 표준이 금지하는 값이 들어 있습니다."),
        new("The peer's key_share has two values for {0}.", "상대의 key_share에 {0} 그룹의 값이 두 개 있습니다."),
        new("The peer's pre_shared_key has not one binder for each identity.", "상대의 pre_shared_key에서 식별자와 바인더의 수가 다릅니다."),
        new(
            "The peer's ClientHello has pre_shared_key in a place other than last.",
            "상대의 ClientHello에서 pre_shared_key가 마지막 자리에 있지 않습니다."),
    ];

    private static readonly Phrase[] Records =
    [
        new(
            "The peer does not speak TLS on this port: its first bytes are no TLS record. Check the host and the port, and whether the "
                + "service expects plain text first.",
            "상대가 이 포트에서 TLS로 말하지 않습니다. 처음 받은 바이트가 TLS 레코드가 아닙니다. 호스트와 포트가 맞는지, 평문으로 시작하는 서비스인지 확인하세요."),
        new(
            "The peer speaks plain HTTP on this port, not TLS. Use https:// with a TLS port, or connect without TLS.",
            "상대가 이 포트에서 TLS가 아닌 평문 HTTP로 말합니다. https://와 TLS 포트를 쓰거나 TLS 없이 연결하세요."),
        new(
            "The peer opened with an SSL 2.0 hello. SSL 2.0 is broken and refused (RFC 6176); the peer must use TLS 1.2 or newer.",
            "상대가 SSL 2.0으로 시작했습니다. SSL 2.0은 깨진 프로토콜이라 거부합니다(RFC 6176). 상대가 TLS 1.2 이상을 써야 합니다."),
        new("The peer sent a record that is longer than the limit.", "상대가 한도보다 긴 레코드를 보냈습니다."),
        new(
            "A record from the peer did not authenticate: it was changed on the way, or the two sides hold different keys.",
            "상대가 보낸 레코드를 인증하지 못했습니다. 도중에 바뀌었거나 양쪽의 키가 다릅니다."),
        new("A protected record from the peer holds only padding.", "상대가 보낸 보호된 레코드에 패딩만 들어 있습니다."),
        new("The peer sent a record of type {0} where none may come.", "상대가 {0} 레코드를 올 수 없는 때에 보냈습니다."),
        new(
            "The peer sent an unprotected record of type {0} after protection began.",
            "보호가 시작된 뒤에 상대가 보호되지 않은 {0} 레코드를 보냈습니다."),
        new("The peer sent an empty record of type {0}.", "상대가 빈 {0} 레코드를 보냈습니다."),
        new("The peer sent too many empty records in a row.", "상대가 빈 레코드를 너무 많이 이어서 보냈습니다."),
        new("The peer sent more early data than this side skips.", "상대가 이쪽이 건너뛰는 한도보다 많은 조기 데이터를 보냈습니다."),
        new(
            "The peer sent a change_cipher_spec record that is malformed or comes at a moment when none may come.",
            "상대가 보낸 change_cipher_spec 레코드의 형식이 잘못되었거나 올 수 없는 때에 왔습니다."),
        new("The peer sent too many change_cipher_spec records.", "상대가 change_cipher_spec 레코드를 너무 많이 보냈습니다."),
        new(
            "The peer put another record between the pieces of one handshake message.",
            "상대가 한 핸드셰이크 메시지의 조각 사이에 다른 레코드를 끼워 넣었습니다."),
        new(
            "The peer sent handshake bytes past a message that changes the keys or hands over to this side.",
            "키를 바꾸거나 차례를 넘기는 메시지 뒤에 상대가 핸드셰이크 바이트를 더 보냈습니다."),
        new(
            "The peer protected more records under one key than its cipher allows.",
            "상대가 한 키로 암호의 한도보다 많은 레코드를 보호했습니다."),
        new(
            "This side has protected as many records under one key as its cipher allows, and it cannot change keys: the protocol version "
                + "has no way, or they were changed too often. Open a new connection.",
            "이쪽이 한 키로 암호의 한도만큼 레코드를 보호했고 키를 더 바꿀 수 없습니다. 이 버전에는 방법이 없거나 이미 너무 자주 바꾸었습니다. 새로 연결하세요."),
    ];

    private static readonly Phrase[] Order =
    [
        new("The peer sent an alert that is not two bytes long.", "상대가 보낸 경고의 길이가 2바이트가 아닙니다."),
        new("The peer sent too many warning alerts in a row.", "상대가 경고(warning)를 너무 많이 이어서 보냈습니다."),
        new("The peer closed the connection before the handshake was complete.", "핸드셰이크가 끝나기 전에 상대가 연결을 닫았습니다."),
        new(
            "The transport ended without close_notify: what was received may be incomplete (RFC 9846 §6.1).",
            "close_notify 없이 전송이 끊겼습니다. 받은 내용이 완전하지 않을 수 있습니다(RFC 9846 §6.1)."),
        new("The peer sent {0} while {1} was awaited.", "상대가 {1} 차례에 다른 메시지를 보냈습니다: {0}."),
        new(
            "The peer announced a {0} message longer than {1} bytes, the limit of this side.",
            "상대가 예고한 {0} 메시지가 이쪽 한도인 {1}바이트를 넘습니다."),
    ];

    private static readonly Phrase[] Negotiation =
    [
        new(
            "The two sides share no protocol version. Enable a version that the peer has, or update the peer.",
            "양쪽이 공통으로 지원하는 프로토콜 버전이 없습니다. 상대가 지원하는 버전을 켜거나 상대를 업데이트하세요."),
        new(
            "The peer offers no version after SSL 3.0. SSL 3.0 is broken and refused (RFC 7568); the peer must use TLS 1.2 or newer.",
            "상대가 SSL 3.0보다 새로운 버전을 제안하지 않습니다. SSL 3.0은 깨진 프로토콜이라 거부합니다(RFC 7568). 상대가 TLS 1.2 이상을 써야 합니다."),
        new("The server chose a protocol version that this side did not offer.", "서버가 이쪽이 제안하지 않은 프로토콜 버전을 골랐습니다."),
        new(
            "The server's hello of TLS 1.3 does not say TLS 1.2 in legacy_version (RFC 9846 §4.2.3).",
            "서버의 TLS 1.3 ServerHello에서 legacy_version이 TLS 1.2가 아닙니다(RFC 9846 §4.2.3)."),
        new(
            "The server's random says that it can do a newer version than was negotiated: somebody between the two sides changed the "
                + "hello (RFC 9846 §4.2.3).",
            "서버 난수에 따르면 서버는 더 새로운 버전을 쓸 수 있습니다. 중간의 누군가가 Hello를 바꾸었습니다(RFC 9846 §4.2.3)."),
        new(
            "The client fell back to an older version than both sides have (TLS_FALLBACK_SCSV, RFC 7507).",
            "클라이언트가 양쪽이 지원하는 것보다 낮은 버전으로 내려갔습니다(TLS_FALLBACK_SCSV, RFC 7507)."),
        new(
            "The two sides share no cipher suite that fits the version and the certificate.",
            "버전과 인증서에 맞는 공통 암호 스위트가 없습니다."),
        new(
            "The server chose a cipher suite that this side did not offer or that does not fit the version.",
            "서버가 고른 암호 스위트는 이쪽이 제안하지 않았거나 버전에 맞지 않습니다."),
        new(
            "The server chose another cipher suite in ServerHello than in its HelloRetryRequest.",
            "서버가 ServerHello에서 HelloRetryRequest와 다른 암호 스위트를 골랐습니다."),
        new("The two sides share no key exchange group.", "양쪽이 공통으로 지원하는 키 교환 그룹이 없습니다."),
        new(
            "The peer chose a key exchange group that this side did not offer, or one for which it already had a share.",
            "상대가 고른 키 교환 그룹은 이쪽이 제안하지 않았거나 이미 공유값을 보낸 그룹입니다."),
        new("The peer's public value for {0} is not a valid one.", "상대의 {0} 공개값이 올바르지 않습니다."),
        new("The peer's public value for {0} is not a valid one (RFC 7919 §3, §4).", "상대의 {0} 공개값이 올바르지 않습니다(RFC 7919 §3, §4)."),
        new(
            "The client wants a finite field (RFC 7919) that this side does not have, and the two sides share no other cipher suite.",
            "클라이언트가 이쪽에 없는 유한체(RFC 7919)를 원하고, 다른 공통 암호 스위트도 없습니다."),
        new(
            "The server chose a finite field that is none of those offered (RFC 7919); this side does not trust a prime that it does not "
                + "know.",
            "서버가 제안받지 않은 유한체를 골랐습니다(RFC 7919). 이쪽은 알지 못하는 소수를 신뢰하지 않습니다."),
        new(
            "No certificate of this side can be used with the signature schemes that the peer accepts.",
            "이쪽 인증서 가운데 상대가 받아들이는 서명 방식에 쓸 수 있는 것이 없습니다."),
        new(
            "The peer signed with {0}, which this side did not offer or which does not fit the peer's key.",
            "상대의 서명 방식({0})은 이쪽이 제안하지 않았거나 상대의 키에 맞지 않습니다."),
        new("The two sides share no application protocol (ALPN).", "양쪽이 공통으로 지원하는 애플리케이션 프로토콜(ALPN)이 없습니다."),
        new(
            "The server chose an application protocol (ALPN) that this side did not offer.",
            "서버가 이쪽이 제안하지 않은 애플리케이션 프로토콜(ALPN)을 골랐습니다."),
        new(
            "This server does not serve the name that the client asked for (SNI).",
            "클라이언트가 요청한 이름(SNI)은 이 서버가 제공하지 않습니다."),
    ];

    private static readonly Phrase[] OlderVersions =
    [
        new(
            "The peer does not bind the main secret to the handshake (extended_master_secret, RFC 7627). Update the peer, or allow it by "
                + "the option DangerousWithoutExtendedMainSecret.",
            "상대가 마스터 시크릿을 핸드셰이크에 묶지 않습니다(extended_master_secret, RFC 7627). "
                + "상대를 업데이트하거나 DangerousWithoutExtendedMainSecret 옵션으로 허용하세요."),
        new(
            "The peer resumes a session with another setting of extended_master_secret than it was made with (RFC 7627 §5.3).",
            "상대가 세션을 만들 때와 다른 extended_master_secret 설정으로 세션을 재개합니다(RFC 7627 §5.3)."),
        new(
            "The server does not have renegotiation_info (RFC 5746), so a renegotiation that this side never asks for could be slipped in. "
                + "Update the server.",
            "서버에 renegotiation_info(RFC 5746)가 없어 이쪽이 요청하지 않은 재협상이 끼어들 수 있습니다. 서버를 업데이트하세요."),
        new(
            "The peer's renegotiation_info belongs to an earlier handshake; this is the first one.",
            "상대의 renegotiation_info가 이전 핸드셰이크의 것입니다. 지금이 첫 핸드셰이크입니다."),
        new(
            "The server resumes a session that this side did not offer, or with other parameters than it was made with.",
            "서버가 이쪽이 제안하지 않은 세션을 재개하거나 만들 때와 다른 매개변수로 재개합니다."),
        new(
            "The server's certificate holds a key of another kind than its cipher suite calls for, or one on a curve that this side did "
                + "not offer.",
            "서버 인증서의 키가 암호 스위트에 맞는 종류가 아니거나 이쪽이 제안하지 않은 곡선의 키입니다."),
    ];

    private static readonly Phrase[] Hellos =
    [
        new("The server sent a second HelloRetryRequest.", "서버가 HelloRetryRequest를 두 번 보냈습니다."),
        new("The server's HelloRetryRequest asks for no change.", "서버의 HelloRetryRequest가 아무 변경도 요구하지 않습니다."),
        new(
            "The client's second ClientHello differs from the first in more than HelloRetryRequest allows.",
            "클라이언트의 두 번째 ClientHello가 HelloRetryRequest가 허용하는 것보다 많이 바뀌었습니다."),
        new(
            "The client's second ClientHello lacks the cookie of HelloRetryRequest or has another one.",
            "클라이언트의 두 번째 ClientHello에 HelloRetryRequest의 쿠키가 없거나 다른 쿠키가 있습니다."),
        new("The server did not echo the client's legacy_session_id.", "서버가 클라이언트의 legacy_session_id를 그대로 돌려주지 않았습니다."),
        new("The peer asks for compression, which TLS does not have any more.", "상대가 더 이상 TLS에 없는 압축을 요구합니다."),
        new(
            "The server chose a pre-shared key that this side did not offer, or one that does not fit the cipher suite.",
            "서버가 고른 사전 공유 키는 이쪽이 제안하지 않았거나 암호 스위트에 맞지 않습니다."),
        new(
            "The server took a pre-shared key without the key exchange that this side asks for with it.",
            "서버가 이쪽이 요구한 키 교환 없이 사전 공유 키만 받아들였습니다."),
        new(
            "The client's pre-shared key binder is wrong: it does not hold the key of the session it wants to resume, or its hello "
                + "was changed.",
            "클라이언트의 사전 공유 키 바인더가 틀립니다. 재개하려는 세션의 키를 가지고 있지 않거나 ClientHello가 바뀌었습니다."),
        new(
            "The peer's record_size_limit is below 64 bytes or over what the version allows.",
            "상대의 record_size_limit이 64바이트보다 작거나 이 버전의 한도를 넘습니다."),
    ];

    private static readonly Phrase[] Authentication =
    [
        new("The server sent no certificate.", "서버가 인증서를 보내지 않았습니다."),
        new(
            "The two sides share no type of certificate (X.509 or raw public key, RFC 7250): one presents what the other does not take.",
            "양쪽이 공통으로 쓰는 인증서 종류(X.509 또는 공개키, RFC 7250)가 없습니다. 한쪽이 보낸 종류를 다른 쪽이 받지 않습니다."),
        new(
            "The server chose a type of certificate (RFC 7250) that this side did not offer.",
            "서버가 이쪽이 제안하지 않은 인증서 종류(RFC 7250)를 골랐습니다."),
        new(
            "The peer's certificate holds a public key of a kind that this side does not support.",
            "상대의 인증서에 이쪽이 지원하지 않는 종류의 공개키가 들어 있습니다."),
        new("The peer's certificate cannot be read.", "상대의 인증서를 읽을 수 없습니다."),
        new("The peer sent more than {0} certificates, the limit of this side.", "상대가 이쪽 한도인 {0}개를 넘는 인증서를 보냈습니다."),
        new(
            "The peer could not prove that it holds its certificate's private key: the handshake signature is wrong.",
            "상대가 인증서의 개인키를 가지고 있음을 증명하지 못했습니다. 핸드셰이크 서명이 틀립니다."),
        new(
            "The peer's Finished message is wrong: the two sides saw different handshakes, so somebody between them changed something.",
            "상대의 Finished 메시지가 틀립니다. 양쪽이 본 핸드셰이크가 서로 다르므로 중간의 누군가가 내용을 바꾸었습니다."),
        new(
            "This server demands a client certificate, and the client sent none.",
            "이 서버는 클라이언트 인증서를 요구하지만 클라이언트가 보내지 않았습니다."),
        new(
            "The peer's certificate_request_context is not the one that was sent, or was used before.",
            "상대의 certificate_request_context가 보낸 것과 다르거나 이미 쓰인 것입니다."),
        new(
            "The server asked for a client certificate after the handshake, which this side did not offer.",
            "서버가 핸드셰이크 뒤에 클라이언트 인증서를 요구했습니다. 이쪽은 이를 제안하지 않았습니다."),
        new("The server asked too often for a client certificate.", "서버가 클라이언트 인증서를 너무 자주 요구했습니다."),
        new("The peer's certificate was not accepted: {0}", "상대의 인증서를 받아들이지 않았습니다: {0}"),
    ];

    private static readonly Phrase[] Afterwards =
    [
        new("The peer changed its keys too often without sending data.", "상대가 데이터 없이 키를 너무 자주 바꾸었습니다."),
        new("The server sent too many session tickets.", "서버가 세션 티켓을 너무 많이 보냈습니다."),
        new("The peer wants to renegotiate, which this side never does.", "상대가 재협상을 원하지만 이쪽은 재협상하지 않습니다."),
        new("This side's key could not sign the handshake.", "이쪽 키로 핸드셰이크에 서명하지 못했습니다."),
        new(
            "This side's key could not sign the handshake. The inner exception says why.",
            "이쪽 키로 핸드셰이크에 서명하지 못했습니다. 내부 예외에 이유가 있습니다."),
        new("The application ended the handshake: {0}", "애플리케이션이 핸드셰이크를 중단했습니다: {0}"),
        new("The application ended the handshake before it was complete.", "애플리케이션이 핸드셰이크가 끝나기 전에 중단했습니다."),
        new(
            "The handshake was not complete within its time. The peer is slow, or it does not speak TLS on this port.",
            "제한 시간 안에 핸드셰이크가 끝나지 않았습니다. 상대가 느리거나 이 포트에서 TLS로 말하지 않습니다."),
        new("A callback of the application failed. The inner exception says why.", "애플리케이션의 콜백이 실패했습니다. 내부 예외에 이유가 있습니다."),
        new("A fault inside the TLS library; please report it.", "TLS 라이브러리 내부의 결함입니다. 알려 주세요."),
    ];
}
