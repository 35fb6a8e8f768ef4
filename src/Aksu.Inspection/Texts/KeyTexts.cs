using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Texts;

/// <summary>What each secret of the key schedules is for.</summary>
internal static class KeyTexts
{
    public static readonly Phrase EarlyFromZero = new(
        "The first rung. There is no key of before: zeros go in.", "첫 단계입니다. 미리 공유한 키가 없어 0을 넣습니다.");
    public static readonly Phrase EarlyFromKey = new(
        "The first rung: it comes from a key that both had already.", "첫 단계입니다. 양쪽이 이미 가지고 있던 키에서 나옵니다.");
    public static readonly Phrase Early = new("Protects data that is sent before the handshake is done.", "핸드셰이크가 끝나기 전에 보내는 데이터를 보호합니다.");
    public static readonly Phrase Shared = new(
        "Each side joins its own private half with the other's public half, and both come to the same value. It never crosses the network.",
        "각자 자신의 개인값과 상대의 공개값을 결합하면 같은 값이 나옵니다. 이 값은 네트워크를 지나지 않습니다.");
    public static readonly Phrase Handshake = new("Joins what came before with the shared secret.", "앞 단계와 공유 시크릿을 결합합니다.");
    public static readonly Phrase Main = new(
        "The last extract: everything for application data comes from it.", "마지막 추출 단계입니다. 애플리케이션 데이터의 모든 키가 여기서 나옵니다.");
    public static readonly Phrase Exporter = new(
        "For other protocols that need keys of this connection.", "이 연결의 키가 필요한 다른 프로토콜을 위한 것입니다.");
    public static readonly Phrase Resumption = new("For the tickets with which the client comes back.", "클라이언트가 다시 접속할 때 쓸 티켓을 위한 것입니다.");
    public static readonly Phrase Ticket = new("The key that this ticket stands for.", "이 티켓이 가리키는 키입니다.");
    public static readonly Phrase Update = new("The next generation: the one before can be forgotten.", "다음 세대의 키입니다. 이전 키는 버려도 됩니다.");
    public static readonly Phrase WriteKey = new("The symmetric key that encrypts the records.", "레코드를 암호화하는 대칭키입니다.");
    public static readonly Phrase WriteIv = new(
        "Joined with the record's number it gives the nonce, so that no two records are encrypted alike.",
        "레코드 번호와 결합해 논스를 만듭니다. 그래서 똑같이 암호화되는 레코드가 없습니다.");
    public static readonly Phrase PreMaster = new(
        "What the key exchange comes to: both sides have it, and nobody who only listened.",
        "키 교환의 결과입니다. 양쪽만 알고 엿들은 사람은 알 수 없습니다.");
    public static readonly Phrase PreMasterRsa = new(
        "48 bytes that the client made up and sent encrypted with the server's public key.",
        "클라이언트가 만들어 서버의 공개키로 암호화해 보낸 48바이트입니다.");
    public static readonly Phrase PreMasterPsk = new("Made from the key that both had beforehand.", "미리 공유한 키에서 만들어집니다.");
    public static readonly Phrase Master = new(
        "From the pre-master secret and the random numbers of both hellos.", "사전 마스터 시크릿과 양쪽 난수로 만듭니다.");
    public static readonly Phrase MasterExtended = new(
        "From the pre-master secret and the hash of the whole handshake so far.",
        "사전 마스터 시크릿과 지금까지의 핸드셰이크 전체의 해시로 만듭니다.");
    public static readonly Phrase MasterResumed = new("The master secret of the session that is resumed.", "재개하는 세션의 마스터 시크릿입니다.");
    public static readonly Phrase KeyBlock = new("Long enough to be cut into all keys of both directions.", "양방향의 모든 키로 나눌 만큼 긴 바이트열입니다.");
    public static readonly Phrase MacKey = new("Authenticates the records.", "레코드를 인증하는 키입니다.");

    public static readonly Phrase ClientHandshake = new("Protects the rest of the client's handshake.", "클라이언트가 보내는 나머지 핸드셰이크를 보호합니다.");
    public static readonly Phrase ServerHandshake = new("Protects the rest of the server's handshake.", "서버가 보내는 나머지 핸드셰이크를 보호합니다.");
    public static readonly Phrase ClientApplication = new("Protects the client's application data.", "클라이언트가 보내는 애플리케이션 데이터를 보호합니다.");
    public static readonly Phrase ServerApplication = new("Protects the server's application data.", "서버가 보내는 애플리케이션 데이터를 보호합니다.");

    public static Phrase HandshakeTraffic(TlsSide side) => side == TlsSide.Client ? ClientHandshake : ServerHandshake;

    public static Phrase ApplicationTraffic(TlsSide side) => side == TlsSide.Client ? ClientApplication : ServerApplication;
}
