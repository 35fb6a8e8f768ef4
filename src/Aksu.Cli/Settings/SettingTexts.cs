using Aksu.Inspection.Texts;

namespace Aksu.Cli.Settings;

/// <summary>What does not fit together in a command line, and what is wrong with the files that it names.</summary>
internal static class SettingTexts
{
    public static readonly Phrase KeyNeedsCertificate = new(
        "--key needs --cert: give the certificate that the key belongs to.", "--key에는 --cert가 필요합니다. 키에 맞는 인증서를 지정하세요.");
    public static readonly Phrase KeyIsMissing = new(
        "--key is missing, and the file of --cert holds no key that fits ({0}). Give the file of the private key with --key.",
        "--key가 없고 --cert 파일에도 맞는 키가 없습니다({0}). --key로 개인키 파일을 지정하세요.");
    public static readonly Phrase PassphraseOf = new("Passphrase of {0}", "{0}의 암호");
    public static readonly Phrase PassphraseAdvice = new(
        "Give its passphrase with {0} FILE, or in the environment variable {1}.",
        "암호는 {0} FILE로 지정하거나 환경 변수 {1}에 넣으세요.");
    public static readonly Phrase EmptyPassphrase = new(
        "{0} {1}: its first line is empty, and the passphrase should stand there.",
        "{0} {1}: 첫 줄에 암호가 있어야 하는데 비어 있습니다.");
    public static readonly Phrase Note = new("note:", "참고:");

    public static readonly Phrase PskNeedsFile = new(
        "--key-exchange psk needs {0}: give the file with the keys.", "--key-exchange psk에는 {0}가 필요합니다. 키 파일을 지정하세요.");
    public static readonly Phrase LongPskFile = new(
        "{0} {1}: the file is longer than {2} bytes.", "{0} {1}: 파일이 {2}바이트를 넘습니다.");
    public static readonly Phrase PskLine = new(
        "{0} {1}: line {2} is not IDENTITY:KEY with a key of at least 16 bytes in hexadecimal.",
        "{0} {1}: {2}번째 줄이 IDENTITY:KEY 형식이 아닙니다(키는 16진수로 16바이트 이상).");
    public static readonly Phrase NoPsk = new("{0} {1}: the file holds no key.", "{0} {1}: 파일에 키가 없습니다.");

    public static readonly Phrase NoRsaInTls13 = new(
        "--key-exchange: TLS 1.3 has no RSA key transport; add --tls 1.2, or ask for ecdhe.",
        "--key-exchange: TLS 1.3에는 RSA 키 전송이 없습니다. --tls 1.2를 더하거나 ecdhe를 쓰세요.");
    public static readonly Phrase Legacy = new(
        "--tls: TLS 1.0 and 1.1 are deprecated (RFC 8996); --allow-legacy allows them all the same.",
        "--tls: TLS 1.0과 1.1은 폐기된 버전입니다(RFC 8996). 그래도 쓰려면 --allow-legacy로 허용하세요.");
    public static readonly Phrase KeyTransport = new(
        "--suite: suites with RSA key transport have no forward secrecy; --key-exchange rsa allows them all the same.",
        "--suite: RSA 키 전송을 쓰는 암호 스위트에는 순방향 비밀성이 없습니다. 그래도 쓰려면 --key-exchange rsa로 허용하세요.");

    public static readonly Phrase SecretsNeedShow = new(
        "--show-secrets belongs to --explain or --html: add one of them.",
        "--show-secrets는 --explain이나 --html과 함께 씁니다. 둘 중 하나를 더하세요.");
    public static readonly Phrase NoCertificateWithPsk = new(
        "{0} is about certificates, and with --key-exchange psk there are none: choose one.",
        "{0}는 인증서에 관한 것인데 --key-exchange psk에는 인증서가 없습니다. 하나만 고르세요.");
    public static readonly Phrase WrongNameOfClient = new(
        "--break wrong-name does not go with --mutual: a server expects no particular name of its clients.",
        "--break wrong-name은 --mutual과 함께 쓸 수 없습니다. 서버는 클라이언트에게 특정한 이름을 기대하지 않습니다.");
    public static readonly Phrase NoHost = new(
        "--host: '{0}' is neither a host name nor an IP address.", "--host: '{0}'은(는) 호스트 이름도 IP 주소도 아닙니다.");

    public static readonly Phrase OneService = new(
        "--www and --echo do not go together: choose one.", "--www와 --echo는 함께 쓸 수 없습니다. 하나만 고르세요.");
    public static readonly Phrase StapleNeedsCertificate = new(
        "--staple needs --cert: give the certificate that the response is about.",
        "--staple에는 --cert가 필요합니다. 응답이 다루는 인증서를 지정하세요.");
    public static readonly Phrase FreshAuthority = new(
        "--write-ca and --name belong to a fresh authority: leave out --cert, or leave out these.",
        "--write-ca와 --name은 새 인증 기관을 만들 때만 씁니다. --cert를 빼거나 이 옵션들을 빼세요.");
    public static readonly Phrase NotASession = new(
        "{0} {1}: it holds no session that this version of aksu stored. Name another file, or delete it.",
        "{0} {1}: 이 버전의 aksu가 저장한 세션이 아닙니다. 다른 파일을 지정하거나 지우세요.");
}
