namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What does not fit together in the options of a connection.</summary>
internal static class OptionSentences
{
    public static readonly Phrase[] All =
    [
        new("{0} is not a version that can be enabled here.", "{0}: 여기서 쓸 수 없는 버전입니다."),
        new(
            "TLS 1.0 and 1.1 are deprecated (RFC 8996); set DangerousLegacyVersions to have them all the same.",
            "TLS 1.0과 1.1은 폐기된 버전입니다(RFC 8996). 그래도 쓰려면 DangerousLegacyVersions를 켜세요."),
        new(
            "A cipher suite with RSA key transport has no forward secrecy; set DangerousRsaKeyTransport to have it all the same.",
            "RSA 키 전송을 쓰는 암호 스위트에는 순방향 비밀성이 없습니다. 그래도 쓰려면 DangerousRsaKeyTransport를 켜세요."),
        new(
            "A cipher suite with DHE needs one of the groups ffdhe2048 to ffdhe8192 (RFC 7919) in Groups.",
            "DHE를 쓰는 암호 스위트에는 ffdhe2048부터 ffdhe8192까지(RFC 7919) 가운데 한 그룹이 필요합니다."),
        new(
            "Versions must be a range: a peer cannot be told that a version in the middle is left out, and takes it for a downgrade "
                + "(RFC 9846 §4.2.3).",
            "버전은 이어져 있어야 합니다. 중간 버전이 빠졌다고 상대에게 알릴 방법이 없어 상대가 다운그레이드로 여깁니다(RFC 9846 §4.2.3)."),
        new(
            "No cipher suite fits any of the versions (suites of pre-shared keys count only where there is a pre-shared key).",
            "어느 버전에도 맞는 암호 스위트가 없습니다(사전 공유 키 스위트는 사전 공유 키가 있을 때만 씁니다)."),
        new(
            "TLS 1.3 needs a key exchange group, and the provider has none of those that are given.",
            "TLS 1.3에는 키 교환 그룹이 필요한데 지정한 그룹을 하나도 쓸 수 없습니다."),
        new("Every key share group must stand in the groups as well.", "키 공유 그룹은 모두 그룹 목록에도 있어야 합니다."),
        new("The list must not be empty.", "목록이 비어 있으면 안 됩니다."),
        new("A group stands twice in the list.", "목록에 같은 그룹이 두 번 있습니다."),
        new("{0} is no signature scheme that this library has.", "{0}: 지원하지 않는 서명 방식입니다."),
        new("A record size limit lies between 64 and 16,385 bytes.", "레코드 크기 한도는 64~16,385바이트입니다."),
        new("At least 16 records.", "레코드 16개 이상이어야 합니다."),
        new("More than nothing and at most seven days.", "0보다 길고 7일을 넘지 않아야 합니다."),
        new("At most 64 bytes.", "64바이트까지 쓸 수 있습니다."),
        new("Between {0} and {1}.", "{0}부터 {1}까지 쓸 수 있습니다."),
        new("Certificate types are X.509 and raw public key, each once.", "인증서 종류는 X.509와 공개키이며 각각 한 번씩만 쓸 수 있습니다."),
        new("An application protocol has 1 to 255 bytes (RFC 7301 §3.1).", "애플리케이션 프로토콜은 1~255바이트입니다(RFC 7301 §3.1)."),
        new("Too many application protocols.", "애플리케이션 프로토콜이 너무 많습니다."),
        new(
            "A server name is a host name in ASCII or an address; write international names as A-labels (xn--…).",
            "서버 이름은 ASCII 호스트 이름이나 주소입니다. 국제화 도메인 이름은 A-label(xn--…)로 적으세요."),
        new("The identity of a pre-shared key has 1 to 65,535 bytes.", "사전 공유 키의 식별자는 1~65,535바이트입니다."),
        new("A pre-shared key has at least {0} bytes.", "사전 공유 키는 {0}바이트 이상이어야 합니다."),
        new("A pre-shared key is bound to SHA-256 or SHA-384.", "사전 공유 키에는 SHA-256이나 SHA-384를 씁니다."),
    ];
}
