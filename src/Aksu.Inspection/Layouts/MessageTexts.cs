using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>What messages and their fields are for.</summary>
internal static class MessageTexts
{
    public static readonly Phrase MessageType = new("Which handshake message this is.", "핸드셰이크 메시지의 종류입니다.");

    public static readonly Phrase MessageLength = new("How many bytes of message follow.", "뒤따르는 메시지의 바이트 수입니다.");

    public static readonly Phrase LegacyVersion = new(
        "Frozen at TLS 1.2 for old boxes on the way; supported_versions says the truth in TLS 1.3.",
        "오래된 장비를 위해 TLS 1.2로 고정되어 있습니다. TLS 1.3에서 실제 버전은 supported_versions에 있습니다.");

    public static readonly Phrase ClientRandom = new(
        "32 fresh random bytes of the client: no two handshakes are alike.",
        "클라이언트가 새로 만든 32바이트 난수입니다. 그래서 같은 핸드셰이크는 두 번 없습니다.");

    public static readonly Phrase ServerRandom = new(
        "32 fresh random bytes of the server. If it knows TLS 1.3 and speaks an older version, the last eight say so.",
        "서버가 새로 만든 32바이트 난수입니다. TLS 1.3을 아는 서버가 더 낮은 버전을 쓰면 마지막 8바이트로 알립니다.");

    public static readonly Phrase RetryRandom = new(
        "A fixed value that marks a HelloRetryRequest: SHA-256 of that name.",
        "HelloRetryRequest임을 나타내는 고정값입니다(그 이름의 SHA-256).");

    public static readonly Phrase SessionId = new(
        "A session to resume in TLS 1.2; in TLS 1.3 only there to look familiar to old boxes.",
        "TLS 1.2에서는 재개할 세션의 ID입니다. TLS 1.3에서는 오래된 장비와의 호환을 위해서만 있습니다.");

    public static readonly Phrase Suites = new(
        "The ciphers that the client can use, most preferred first.",
        "클라이언트가 쓸 수 있는 암호 스위트입니다. 앞에 있을수록 선호합니다.");

    public static readonly Phrase Suite = new(
        "The cipher that the server chose: how data is encrypted and which hash derives the keys.",
        "서버가 고른 암호 스위트입니다. 데이터를 암호화하는 방식과 키를 유도할 해시를 정합니다.");

    public static readonly Phrase Compression = new(
        "Always null: compressing secrets gives them away.", "항상 null입니다. 압축하면 비밀이 새어 나갈 수 있습니다.");

    public static readonly Phrase Extensions = new(
        "Everything that was added to TLS since: each has a type, a length and a body.",
        "나중에 추가된 기능들입니다. 각각 종류, 길이, 내용으로 이루어집니다.");

    public static readonly Phrase CertificateContext = new("Empty during the handshake.", "핸드셰이크 중에는 비어 있습니다.");

    public static readonly Phrase CertificateList = new(
        "The certificates, the own one first, then that of whoever signed it, and so on.",
        "인증서 목록입니다. 자신의 인증서가 먼저 오고, 그것에 서명한 기관의 인증서가 차례로 옵니다.");

    public static readonly Phrase SignatureAlgorithm = new("How the signature was made.", "서명에 사용한 방식입니다.");

    public static readonly Phrase TranscriptSignature = new(
        "Made with the private key of the certificate, over every message so far. A copied certificate alone is worth nothing.",
        "인증서의 개인키로 지금까지의 모든 메시지에 대해 만든 서명입니다. 인증서만 복사해서는 아무 소용이 없습니다.");

    public static readonly Phrase ExchangeSignature = new(
        "Made with the private key of the certificate, over both randoms and the key exchange values.",
        "인증서의 개인키로 두 난수와 키 교환 값에 대해 만든 서명입니다.");

    public static readonly Phrase VerifyData = new(
        "A seal over the whole handshake (a MAC under a derived key). Had anybody changed one bit on the way, it would not fit.",
        "핸드셰이크 전체에 대한 봉인입니다(유도된 키로 계산한 MAC). 도중에 한 비트라도 바뀌었다면 맞지 않습니다.");

    public static readonly Phrase CurveType = new("The curve is named, not described.", "곡선을 이름으로 지정합니다.");

    public static readonly Phrase NamedCurve = new("The group that the server chose.", "서버가 고른 그룹입니다.");

    public static readonly Phrase ServerPublic = new(
        "The server's half of the key exchange: the public value of a key made for this connection alone.",
        "서버 쪽 키 교환 값입니다. 이 연결만을 위해 만든 키의 공개값입니다.");

    public static readonly Phrase ClientPublic = new(
        "The client's half of the key exchange. Both sides can now compute the same pre-master secret.",
        "클라이언트 쪽 키 교환 값입니다. 이제 양쪽이 같은 사전 마스터 시크릿을 계산할 수 있습니다.");

    public static readonly Phrase Prime = new("The prime that defines the finite field.", "유한체를 정의하는 소수입니다.");

    public static readonly Phrase Generator = new("The generator of the group.", "그룹의 생성원입니다.");

    public static readonly Phrase IdentityHint = new("Helps the client to find the right key.", "클라이언트가 알맞은 키를 찾도록 돕습니다.");

    public static readonly Phrase PskIdentity = new("The name of the key that both have.", "양쪽이 공유한 키의 이름입니다.");

    public static readonly Phrase EncryptedPreMaster = new(
        "The pre-master secret, encrypted with the public key of the server's certificate (RSA). Only the holder of the private "
            + "key can read it.",
        "서버 인증서의 공개키로 암호화한 사전 마스터 시크릿입니다(RSA). 개인키를 가진 쪽만 읽을 수 있습니다.");

    public static readonly Phrase CertificateTypes = new("The kinds of certificate that the server takes.", "서버가 받아들이는 인증서의 종류입니다.");

    public static readonly Phrase TicketLifetime = new("How many seconds the ticket is good for.", "티켓을 쓸 수 있는 시간(초)입니다.");

    public static readonly Phrase TicketAgeAdd = new(
        "A random number that masks the ticket's age when it is used.", "티켓을 사용할 때 나이를 가리는 난수입니다.");

    public static readonly Phrase TicketNonce = new("Gives every ticket of a connection another key.", "한 연결의 티켓마다 다른 키를 갖게 합니다.");

    public static readonly Phrase Ticket = new(
        "The ticket itself: usually encrypted by the server for itself. With it the client comes back without certificates.",
        "티켓 자체입니다. 보통 서버가 자신만 열 수 있게 암호화합니다. 클라이언트는 이것으로 인증서 없이 다시 접속합니다.");

    public static readonly Phrase KeyUpdate = new("Whether the peer shall change its key, too.", "상대에게도 키 교체를 요구하는지를 나타냅니다.");

    public static readonly Phrase AlertLevel = new(
        "In TLS 1.3 the level says nothing any more; the description does.", "TLS 1.3에서는 수준이 의미가 없고 설명만 의미가 있습니다.");

    public static readonly Phrase AlertDescription = new("What happened.", "무슨 일이 일어났는지를 나타냅니다.");

    public static readonly Phrase ChangeCipherSpec = new(
        "TLS 1.2: from here on I encrypt. TLS 1.3: without meaning, for old boxes on the way.",
        "TLS 1.2에서는 이제부터 암호화한다는 뜻입니다. TLS 1.3에서는 오래된 장비를 위한 의미 없는 레코드입니다.");

    public static readonly Phrase ApplicationData = new("What the connection is for.", "이 연결의 목적인 데이터입니다.");

    public static readonly Phrase CompressedLength = new("How long the certificates are when unpacked.", "압축을 풀었을 때의 길이입니다.");
}
