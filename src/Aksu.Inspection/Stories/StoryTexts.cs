using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Stories;

/// <summary>What each message means, for somebody who sees it for the first time.</summary>
internal static class StoryTexts
{
    public static readonly Phrase ClientHello = new(
        "The client says hello: what it can do, a fresh random number, and (TLS 1.3) right away its half of a key exchange, made "
            + "for this connection alone. Anybody on the way can read it.",
        "클라이언트가 먼저 인사합니다. 지원하는 기능과 새 난수를 보내고, TLS 1.3에서는 이 연결만을 위해 만든 키 교환 값도 바로 보냅니다. 평문이라 도중에 누구나 읽을 수 있습니다.");

    public static readonly Phrase RetriedHello = new(
        "The client says hello once more, now with the key share that the server asked for.",
        "서버가 요청한 키 공유값을 담아 클라이언트가 다시 인사합니다.");

    public static readonly Phrase HelloRetryRequest = new(
        "The server could go on, but with another group: it asks for a key share of that.",
        "서버가 계속하려면 다른 그룹이 필요합니다. 그 그룹의 키 공유값을 요청합니다.");

    public static readonly Phrase ServerHello13 = new(
        "The server chooses the version and the cipher suite, and sends its own half of the key exchange. From here on everything "
            + "is encrypted.",
        "서버가 버전과 암호 스위트를 고르고 자신의 키 교환 값을 보냅니다. 이제부터 모두 암호화됩니다.");

    public static readonly Phrase ServerHello12 = new(
        "The server chooses the version and the cipher suite, and sends a random number of its own.",
        "서버가 버전과 암호 스위트를 고르고 자신의 난수를 보냅니다.");

    public static readonly Phrase EncryptedExtensions = new(
        "What else the server agrees to. It is the first message that nobody but the client can read.",
        "서버가 추가로 동의하는 내용입니다. 클라이언트만 읽을 수 있는 첫 번째 메시지입니다.");

    public static readonly Phrase CertificateRequest = new(
        "The server wants to know who the client is, too.", "서버도 클라이언트가 누구인지 확인하려고 인증서를 요청합니다.");

    public static readonly Phrase ServerCertificate = new(
        "Who the server is: its certificate with its public key, and the certificates of those who vouch for it.",
        "서버가 누구인지 밝힙니다. 공개키가 든 인증서와 그것을 보증하는 기관의 인증서입니다.");

    public static readonly Phrase ClientCertificate = new("Who the client is: its certificate.", "클라이언트가 누구인지 밝히는 인증서입니다.");

    public static readonly Phrase CertificateVerify = new(
        "The proof. Anybody can copy a certificate; only its owner has the private key. The signature covers every message so far "
            + "(asymmetric cryptography: signed with the private key, checked with the public key).",
        "증명입니다. 인증서는 누구나 복사할 수 있지만 개인키는 소유자만 가지고 있습니다. 서명은 지금까지의 모든 메시지에 대해 만듭니다(비대칭 암호: 개인키로 서명하고 공개키로 검증합니다).");

    public static readonly Phrase CertificateStatus = new(
        "A fresh word of the authority: the certificate is not revoked.", "인증서가 폐기되지 않았다는 인증 기관의 최신 확인서입니다.");

    public static readonly Phrase ServerKeyExchange = new(
        "The server's half of a fresh key exchange, signed with the private key of its certificate so that nobody can put another "
            + "in its place.",
        "서버 쪽 키 교환 값입니다. 다른 값으로 바꿔치기하지 못하도록 인증서의 개인키로 서명합니다.");

    public static readonly Phrase ServerHelloDone = new(
        "The server has said what it has to say; it is the client's turn.", "서버가 할 말을 마쳤습니다. 이제 클라이언트 차례입니다.");

    public static readonly Phrase ClientKeyExchange = new(
        "The client's half of the key exchange. Now both sides can compute the same pre-master secret, and nobody else can.",
        "클라이언트 쪽 키 교환 값입니다. 이제 양쪽은 같은 사전 마스터 시크릿을 계산할 수 있고 다른 사람은 계산할 수 없습니다.");

    public static readonly Phrase ClientKeyExchangeRsa = new(
        "The client makes up a pre-master secret and encrypts it with the public key of the server's certificate. Only the holder "
            + "of the private key can read it.",
        "클라이언트가 사전 마스터 시크릿을 만들어 서버 인증서의 공개키로 암호화합니다. 개인키를 가진 쪽만 읽을 수 있습니다.");

    public static readonly Phrase ChangeCipherSpec12 = new("\"From here on I encrypt.\"", "“이제부터 암호화합니다.”라는 뜻입니다.");

    public static readonly Phrase ChangeCipherSpec13 = new(
        "A record without meaning, for old boxes on the way that expect one.", "아무 의미가 없는 레코드입니다. 오래된 네트워크 장비와의 호환을 위해 보냅니다.");

    public static readonly Phrase Finished = new(
        "A seal over the whole handshake. Had anybody changed one bit on the way, it would not fit.",
        "핸드셰이크 전체에 대한 봉인입니다. 도중에 한 비트라도 바뀌었다면 맞지 않습니다.");

    public static readonly Phrase NewSessionTicket = new(
        "A ticket for the next time: with it the client comes back without certificates and signatures.",
        "다음 접속을 위한 티켓입니다. 이것이 있으면 인증서와 서명 없이 다시 접속할 수 있습니다.");

    public static readonly Phrase KeyUpdate = new("From here on this side uses the next key.", "이쪽은 이제부터 다음 키를 사용합니다.");

    public static readonly Phrase EndOfEarlyData = new("The early data ends here.", "조기 데이터가 여기서 끝납니다.");

    public static readonly Phrase HelloRequest = new("The server asks for a new handshake.", "서버가 새 핸드셰이크를 요청합니다.");

    public static readonly Phrase OtherMessage = new("A message of the handshake.", "핸드셰이크 메시지입니다.");

    public static readonly Phrase CloseNotify = new(
        "Goodbye: nothing more will come from this side. Without this, somebody on the way could cut off the end unseen.",
        "연결 종료 알림입니다. 이쪽에서는 더 보낼 것이 없습니다. 이 알림이 없으면 누군가 끝부분을 잘라내도 알 수 없습니다.");

    public static readonly Phrase Alert = new("Something is wrong, and this side says so.", "문제가 생겨 이쪽에서 알립니다.");

    public static readonly Phrase ApplicationData = new(
        "What the connection is for. The same symmetric key encrypts on one side and decrypts on the other; each record has its "
            + "own number, so that none can be left out, repeated or moved.",
        "이 연결의 목적인 데이터입니다. 같은 대칭키로 한쪽은 암호화하고 다른 쪽은 복호화합니다. 레코드마다 번호가 있어 빠뜨리거나 되풀이하거나 순서를 바꿀 수 없습니다.");

    public static readonly Phrase Encrypted = new("Encrypted: without the key nobody can tell what it is.", "암호화되어 있어 키 없이는 내용을 알 수 없습니다.");

    public static readonly Phrase ApplicationDataTitle = new("application data", "애플리케이션 데이터");

    public static readonly Phrase EncryptedTitle = new("encrypted record", "암호화된 레코드");

    public static readonly Phrase NotTlsTitle = new("not TLS", "TLS가 아님");

    public static readonly Phrase NotTls = new("These bytes are not TLS.", "이 바이트는 TLS가 아닙니다.");

    public static readonly Phrase Verification = new("Verification", "인증서 검증");

    public static readonly Phrase VerificationMeaning = new(
        "The {0} checks the certificates one by one, up to one that it trusts.",
        "{0}가 신뢰하는 인증서에 이를 때까지 인증서를 하나씩 검사합니다.");

    public static readonly Phrase Derivation = new("Key derivation", "키 유도");

    public static readonly Phrase DerivationMeaning = new(
        "Nobody sends keys. Both sides compute them, each for itself, from what they have exchanged:",
        "키 자체는 보내지 않습니다. 교환한 값으로 양쪽이 각자 계산합니다.");

    public static readonly Phrase Failure = new("It ends here", "여기서 실패했습니다");

    public static readonly Phrase Versions = new("versions", "버전");
    public static readonly Phrase Version = new("version", "버전");
    public static readonly Phrase Suites = new("ciphers", "암호 스위트");
    public static readonly Phrase Suite = new("cipher", "암호 스위트");
    public static readonly Phrase Groups = new("groups", "그룹");
    public static readonly Phrase Group = new("group", "그룹");
    public static readonly Phrase Name = new("server name", "서버 이름");
    public static readonly Phrase Protocols = new("protocols", "프로토콜");
    public static readonly Phrase Random = new("random", "난수");
    public static readonly Phrase PublicValue = new("public value", "공개값");
    public static readonly Phrase Scheme = new("signed with", "서명 방식");
    public static readonly Phrase Signature = new("signature", "서명");
    public static readonly Phrase Seal = new("seal", "봉인 값");
    public static readonly Phrase Lifetime = new("good for", "유효 시간(초)");
    public static readonly Phrase Certificate = new("certificate", "인증서");
    public static readonly Phrase IssuedBy = new("issued by", "발급자");
    public static readonly Phrase PublicKey = new("public key", "공개키");
    public static readonly Phrase Text = new("text", "내용");
    public static readonly Phrase Ciphertext = new("on the wire", "전송된 암호문");
    public static readonly Phrase Key = new("key", "키");
    public static readonly Phrase Nonce = new("nonce", "논스");
    public static readonly Phrase Level = new("level", "수준");
    public static readonly Phrase EncryptedSecret = new("encrypted", "암호화된 값");
    public static readonly Phrase Identity = new("key name", "키 이름");
}
