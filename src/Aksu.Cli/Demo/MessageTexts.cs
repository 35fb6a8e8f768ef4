using Aksu.Inspection.Texts;

namespace Aksu.Cli.Demo;

/// <summary>What each message of the demonstration means.</summary>
internal static class MessageTexts
{
    public static readonly Phrase KeysDerived13 = new(
        "Each side joins its own secret half with the other's public half. Both arrive at the same shared secret, and nobody who listened "
            + "can. From it they derive the keys: from here on everything is encrypted.",
        "각자 자신의 개인값과 상대의 공개값을 결합합니다. 양쪽은 같은 공유 시크릿을 얻지만 엿들은 사람은 얻을 수 없습니다. 여기서 키를 유도하며, 이제부터 모두 암호화됩니다.");

    public static readonly Phrase KeysDerived12 = new(
        "Both sides now have the same pre-master secret. With the two random numbers of the hellos they derive the master "
            + "secret from it, and from that the keys.",
        "이제 양쪽이 같은 사전 마스터 시크릿을 가지고 있습니다. 여기에 두 인사 메시지의 난수를 더해 마스터 시크릿을 유도하고, 거기서 키를 유도합니다.");

    public static readonly Phrase ChangeCipherSpec12 = new(
        "\"From here on I encrypt.\" What follows from this side is under the new keys.",
        "“이제부터 암호화합니다.”라는 뜻입니다. 이쪽에서 보내는 다음 내용은 새 키로 보호됩니다.");

    public static readonly Phrase ClientHello13 = new(
        "The client says what it can do, and sends its half of a key exchange along: the public part of a key that it has just "
            + "made for this connection alone.",
        "클라이언트가 지원하는 기능을 말하고 키 교환 값도 함께 보냅니다. 이 연결만을 위해 방금 만든 키의 공개값입니다.");

    public static readonly Phrase ClientHello13Psk = new(
        "The client says what it can do, and sends its half of a key exchange along: the public part of a key that it has just "
            + "made for this connection alone. It also names the key that both have, and proves that it has it.",
        "클라이언트가 지원하는 기능을 말하고 키 교환 값도 함께 보냅니다. 이 연결만을 위해 방금 만든 키의 공개값입니다. 양쪽이 가진 키의 이름도 말하고, 그 키를 가지고 있음을 증명합니다.");

    public static readonly Phrase ClientHello12 = new(
        "The client says which versions and ciphers it can do, and sends a random number.",
        "클라이언트가 지원하는 버전과 암호 스위트를 말하고 난수를 보냅니다.");

    public static readonly Phrase ServerHello13 = new(
        "The server chooses, and sends its own half of the key exchange.", "서버가 고르고 자신의 키 교환 값을 보냅니다.");

    public static readonly Phrase ServerHello12 = new(
        "The server chooses the version and the cipher, and sends a random number of its own.",
        "서버가 버전과 암호 스위트를 고르고 자신의 난수를 보냅니다.");

    public static readonly Phrase ServerCertificate13 = new(
        "Who the server is: its certificate, the certificate of the authority that issued it, and that authority's "
            + "signed word on whether it has revoked the first (OCSP).",
        "서버가 누구인지 밝힙니다. 서버의 인증서, 그것을 발급한 기관의 인증서, 그리고 폐기 여부에 대해 그 기관이 서명한 확인서(OCSP)입니다.");

    public static readonly Phrase ServerCertificate12 = new(
        "Who the server is: its certificate with its public key, and the certificate of the authority that issued it.",
        "서버가 누구인지 밝힙니다. 공개키가 든 인증서와 그것을 발급한 기관의 인증서입니다.");

    public static readonly Phrase ClientCertificate = new("Who the client is.", "클라이언트가 누구인지 밝힙니다.");

    public static readonly Phrase CertificateVerify13 = new(
        "The proof: a signature over every message so far, made with the private key of the certificate. A copied "
            + "certificate alone is worth nothing.",
        "증명입니다. 지금까지의 모든 메시지에 대해 인증서의 개인키로 만든 서명입니다. 복사한 인증서만으로는 아무것도 할 수 없습니다.");

    public static readonly Phrase CertificateVerify12 = new(
        "The proof: a signature over every message so far, made with the private key of the client's certificate.",
        "증명입니다. 지금까지의 모든 메시지에 대해 클라이언트 인증서의 개인키로 만든 서명입니다.");

    public static readonly Phrase ServerFinished13 = new(
        "A seal over the whole handshake, made with the shared secret. Had anybody changed one bit on the way, it would not fit.",
        "핸드셰이크 전체에 대해 공유 시크릿으로 만든 봉인입니다. 도중에 한 비트라도 바뀌었다면 맞지 않습니다.");

    public static readonly Phrase ClientFinished13 = new(
        "The same seal from the client. The handshake is complete after one round trip.",
        "클라이언트가 보내는 같은 봉인입니다. 핸드셰이크가 한 번의 왕복으로 끝났습니다.");

    public static readonly Phrase Finished12 = new(
        "A seal over the whole handshake, made with the master secret. Had anybody changed one bit on the way, it would not fit.",
        "핸드셰이크 전체에 대해 마스터 시크릿으로 만든 봉인입니다. 도중에 한 비트라도 바뀌었다면 맞지 않습니다.");

    public static readonly Phrase CertificateStatus = new(
        "The word of the authority, a few minutes old and signed, on whether it has revoked the certificate (OCSP).",
        "인증서의 폐기 여부에 대해 인증 기관이 몇 분 전에 서명한 확인서(OCSP)입니다.");

    public static readonly Phrase ServerKeyExchange = new(
        "The server's half of a fresh key exchange, signed with the private key of its certificate.",
        "서버 쪽 키 교환 값입니다. 인증서의 개인키로 서명합니다.");

    public static readonly Phrase ServerKeyExchangePsk = new(
        "The server's half of a fresh key exchange, which is joined with the key that both have.",
        "서버 쪽 키 교환 값입니다. 양쪽이 가진 키와 결합합니다.");

    public static readonly Phrase ClientKeyExchange = new("The client's half of the key exchange.", "클라이언트 쪽 키 교환 값입니다.");

    public static readonly Phrase ClientKeyExchangePsk = new(
        "The name of the key, and the client's half of the key exchange if there is one.",
        "키의 이름입니다. 키 교환이 있으면 클라이언트 쪽 값도 들어 있습니다.");

    public static readonly Phrase ClientKeyExchangeRsa = new(
        "The client makes up a pre-master secret and encrypts it with the public key of the server's certificate. "
            + "Only the holder of the private key can read it: that is the server's proof.",
        "클라이언트가 사전 마스터 시크릿을 만들어 서버 인증서의 공개키로 암호화합니다. 개인키를 가진 쪽만 읽을 수 있으며, 그것이 서버의 증명입니다.");

    public static readonly Phrase Ticket12 = new(
        "A ticket for the next time: with it the client comes back without certificates and key exchange.",
        "다음 접속을 위한 티켓입니다. 이것이 있으면 인증서와 키 교환 없이 다시 접속할 수 있습니다.");

    public static readonly Phrase Goodbye = new("Goodbye.", "연결 종료 알림입니다.");

    public static readonly Phrase EndsConnection = new("This side ends the connection.", "이쪽에서 연결을 끊습니다.");
    public static readonly Phrase BadCertificate = new(
        "\"Your certificate is not in order.\" This side ends the connection.", "“당신의 인증서에 문제가 있습니다.” 이쪽에서 연결을 끊습니다.");
    public static readonly Phrase CertificateExpired = new(
        "\"Your certificate has expired.\" This side ends the connection.", "“당신의 인증서가 만료되었습니다.” 이쪽에서 연결을 끊습니다.");
    public static readonly Phrase CertificateRevoked = new(
        "\"Your certificate was revoked.\" This side ends the connection.", "“당신의 인증서가 폐기되었습니다.” 이쪽에서 연결을 끊습니다.");
    public static readonly Phrase UnknownCa = new(
        "\"I do not know the authority that issued your certificate.\" This side ends the connection.",
        "“당신의 인증서를 발급한 기관을 모릅니다.” 이쪽에서 연결을 끊습니다.");
}
