using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>What each extension is for.</summary>
internal static class ExtensionTexts
{
    public static readonly Phrase ServerName = new(
        "The name of the server that the client wants to reach (SNI). One machine may host many names; the name chooses the "
            + "certificate. It is readable on the way.",
        "클라이언트가 접속하려는 서버의 이름입니다(SNI). 한 대의 서버가 여러 도메인을 운영할 수 있어 이 이름으로 인증서를 고릅니다. 평문이라 도중에 읽을 수 있습니다.");

    public static readonly Phrase HostName = new(
        "A DNS name, without a dot at the end; never an IP address.", "DNS 이름입니다. 끝에 점이 없으며 IP 주소는 쓸 수 없습니다.");

    public static readonly Phrase ServerNameAnswer = new("The server used the name that the client sent.", "서버가 클라이언트가 보낸 이름을 사용했다는 뜻입니다.");

    public static readonly Phrase MaxFragmentLength = new("The client asks for smaller records.", "클라이언트가 더 작은 레코드를 요청합니다.");

    public static readonly Phrase StatusRequest = new(
        "The client asks the server to send along a fresh statement of the authority that the certificate is not revoked (OCSP stapling).",
        "인증서가 폐기되지 않았다는 인증 기관의 최신 확인서를 함께 보내 달라는 요청입니다(OCSP 스테이플링).");

    public static readonly Phrase StatusRequestAnswer = new("The server will send such a statement.", "서버가 그 확인서를 보내겠다는 뜻입니다.");

    public static readonly Phrase Staple = new(
        "The authority's statement about the certificate, signed and dated (OCSP response).",
        "인증 기관이 서명하고 날짜를 적은 인증서 상태 확인서입니다(OCSP 응답).");

    public static readonly Phrase SupportedGroups = new(
        "The groups (curves, and post-quantum ones) in which the client can exchange keys, most preferred first.",
        "클라이언트가 키 교환에 쓸 수 있는 그룹(타원곡선, 양자내성 그룹 등)입니다. 앞에 있을수록 선호합니다.");

    public static readonly Phrase EcPointFormats = new(
        "How points of curves are written; only uncompressed ones are left in use.",
        "타원곡선의 점을 표기하는 형식입니다. 지금은 비압축 형식만 쓰입니다.");

    public static readonly Phrase SignatureAlgorithms = new(
        "The signatures that this side can check, most preferred first.",
        "이쪽에서 검증할 수 있는 서명 방식입니다. 앞에 있을수록 선호합니다.");

    public static readonly Phrase SignatureAlgorithmsCert = new(
        "The same for signatures inside certificates, where it differs.",
        "인증서 안의 서명에 적용되는 목록입니다. 위 목록과 다를 때만 보냅니다.");

    public static readonly Phrase UseSrtp = new(
        "Keys of this handshake shall protect media streams.", "이 핸드셰이크의 키로 미디어 스트림(SRTP)을 보호하겠다는 뜻입니다.");

    public static readonly Phrase Heartbeat = new("Messages that only ask whether the peer is alive.", "상대가 살아 있는지만 묻는 메시지입니다.");

    public static readonly Phrase Alpn = new(
        "The protocols that may be spoken inside this connection, such as HTTP/2 (ALPN).",
        "이 연결 안에서 사용할 애플리케이션 프로토콜입니다. 예: HTTP/2 (ALPN).");

    public static readonly Phrase Timestamps = new(
        "Proof that the certificate was published in public logs (Certificate Transparency).",
        "인증서가 공개 로그에 등록되었다는 증거입니다(인증서 투명성).");

    public static readonly Phrase CertificateTypes = new(
        "Whether certificates are X.509 or bare public keys.",
        "X.509 인증서를 쓸지 공개키만 쓸지 정합니다.");

    public static readonly Phrase Padding = new(
        "Zeros that make the message longer, for old boxes on the way.", "메시지를 길게 만드는 0입니다. 도중의 오래된 장비 때문에 넣습니다.");

    public static readonly Phrase EncryptThenMac = new(
        "With CBC ciphers: first encrypt, then authenticate. The safe order.",
        "CBC 암호에서 먼저 암호화한 뒤 MAC을 계산합니다. 안전한 순서입니다.");

    public static readonly Phrase ExtendedMainSecret = new(
        "The master secret depends on the whole handshake, so that two connections can never share one.",
        "마스터 시크릿이 핸드셰이크 전체에 의존하게 하여 서로 다른 연결이 같은 시크릿을 갖지 못하게 합니다.");

    public static readonly Phrase CompressCertificate = new("Certificates may be sent compressed.", "인증서를 압축해서 보낼 수 있습니다.");

    public static readonly Phrase RecordSizeLimit = new(
        "The longest record that this side takes, in bytes.", "이쪽이 받을 수 있는 레코드의 최대 길이(바이트)입니다.");

    public static readonly Phrase DelegatedCredential = new(
        "The server may use a short-lived key that its certificate vouches for.",
        "서버가 인증서로 보증한 단기 키를 사용할 수 있습니다.");

    public static readonly Phrase SessionTicket = new(
        "A ticket from an earlier connection, or the wish for one (empty).",
        "이전 연결에서 받은 세션 티켓이거나, 비어 있으면 티켓을 원한다는 뜻입니다.");

    public static readonly Phrase PreSharedKey = new(
        "Keys that both sides may have already: tickets of earlier connections, or keys that were agreed beforehand. It is always "
            + "the last extension.",
        "양쪽이 이미 가지고 있을 수 있는 키입니다. 이전 연결의 티켓이나 미리 공유한 키(PSK)입니다. 항상 마지막 확장입니다.");

    public static readonly Phrase PskIdentity = new(
        "The key's name: a ticket that only the server can open, or a label.", "키의 이름입니다. 서버만 열 수 있는 티켓이거나 식별자입니다.");

    public static readonly Phrase TicketAge = new(
        "How old the ticket is, masked so that connections cannot be linked by it.",
        "티켓의 나이입니다. 연결끼리 연관 짓지 못하도록 값을 가립니다.");

    public static readonly Phrase PskBinder = new(
        "Proof that the client really has the key, bound to this very hello.",
        "클라이언트가 실제로 그 키를 가지고 있다는 증명입니다. 이 ClientHello에 묶여 있습니다.");

    public static readonly Phrase SelectedIdentity = new(
        "Which of the offered keys the server takes, counted from 0.", "제안된 키 가운데 서버가 고른 것입니다(0부터 셉니다).");

    public static readonly Phrase EarlyData = new(
        "Data is sent before the handshake is done (0-RTT). It can be replayed by somebody on the way.",
        "핸드셰이크가 끝나기 전에 데이터를 보냅니다(0-RTT). 재전송 공격에 노출될 수 있습니다.");

    public static readonly Phrase EarlyDataLimit = new(
        "How many bytes of early data this ticket allows.", "이 티켓으로 보낼 수 있는 조기 데이터의 최대 바이트 수입니다.");

    public static readonly Phrase SupportedVersions = new(
        "The versions of TLS that the client speaks, most preferred first. The version field of the hello itself is frozen for old "
            + "boxes on the way.",
        "클라이언트가 지원하는 TLS 버전입니다. 앞에 있을수록 선호합니다. 메시지 앞의 버전 필드는 오래된 장비 때문에 고정되어 있습니다.");

    public static readonly Phrase SelectedVersion = new(
        "The version that the server chose. From here on it counts.", "서버가 고른 버전입니다. 이제부터 이 버전을 사용합니다.");

    public static readonly Phrase Cookie = new(
        "Something that the server gave out and wants back, so that it need not remember.",
        "서버가 건네주고 돌려받는 값입니다. 서버가 상태를 기억하지 않아도 됩니다.");

    public static readonly Phrase PskModes = new(
        "How a key of before may be used: alone, or together with a fresh key exchange (psk_dhe_ke).",
        "기존 키를 어떻게 쓸지 정합니다. 단독으로 쓰거나 새 키 교환과 함께(psk_dhe_ke) 씁니다.");

    public static readonly Phrase CertificateAuthorities = new(
        "The authorities whose certificates this side accepts.",
        "이쪽에서 받아들이는 인증 기관의 목록입니다.");

    public static readonly Phrase OidFilters = new("What a client certificate must say to be accepted.", "클라이언트 인증서가 갖추어야 할 조건입니다.");

    public static readonly Phrase PostHandshakeAuth = new(
        "The client may be asked for a certificate later, too.",
        "핸드셰이크가 끝난 뒤에도 클라이언트 인증서를 요청할 수 있습니다.");

    public static readonly Phrase KeyShare = new(
        "The client's half of the key exchange, for one or more groups: public values of keys that were made for this connection alone.",
        "클라이언트 쪽 키 교환 값입니다. 이 연결만을 위해 방금 만든 키의 공개값이며 그룹별로 보냅니다.");

    public static readonly Phrase KeyShareAnswer = new(
        "The server's half of the key exchange. Both sides can now compute the same shared secret; who only listens cannot.",
        "서버 쪽 키 교환 값입니다. 이제 양쪽은 같은 공유 시크릿을 계산할 수 있고, 엿듣기만 하는 사람은 계산할 수 없습니다.");

    public static readonly Phrase KeyShareRetry = new("The group for which the server wants a key share.", "서버가 키 공유값을 원하는 그룹입니다.");

    public static readonly Phrase KeyExchange = new(
        "The public value. The private half never leaves the machine that made it.",
        "공개값입니다. 짝이 되는 개인값은 만든 쪽을 절대 떠나지 않습니다.");

    public static readonly Phrase Quic = new(
        "Settings of QUIC, the transport that carries this handshake.", "이 핸드셰이크를 나르는 전송 계층인 QUIC의 설정입니다.");

    public static readonly Phrase EncryptedClientHello = new(
        "The true hello, encrypted to the server's key, so that the name stays secret (ECH).",
        "서버의 키로 암호화한 진짜 ClientHello입니다. 접속하려는 이름을 숨깁니다(ECH).");

    public static readonly Phrase RenegotiationInfo = new(
        "Binds a second handshake on the same connection to the first; empty in the first.",
        "같은 연결에서 다시 하는 핸드셰이크를 첫 번째에 묶습니다. 처음에는 비어 있습니다.");
}
