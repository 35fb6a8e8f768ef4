namespace Aksu.Inspection.Texts.Sentences;

/// <summary>Why a certificate, a key, a revocation list or an OCSP response cannot be read.</summary>
internal static class CertificateSentences
{
    public static IEnumerable<Phrase> All => [.. Kinds, .. Wholes, .. Values, .. Structures, .. Extensions, .. Names, .. Responses];

    /// <summary>Kinds of keys. What has a name alone is called by it in every language.</summary>
    private static readonly Phrase[] Kinds =
    [
        new("RSA {0} bits", "RSA {0}비트"),
        new("RSA-PSS {0} bits", "RSA-PSS {0}비트"),
        new("elliptic curve that is not supported", "지원하지 않는 타원곡선"),
        new("unknown kind of key", "알 수 없는 종류의 키"),
    ];

    private static readonly Phrase[] Wholes =
    [
        new("The certificate cannot be used.", "인증서를 쓸 수 없음."),
        new("The certificate is malformed: {0}.", "인증서의 형식이 잘못됨({0})."),
        new("The certificate is longer than {0} bytes.", "인증서가 {0}바이트를 넘음."),
        new("The certificate is too long for a transparency log.", "투명성 로그에 기록하기에는 인증서가 너무 김."),
        new("The directory name is malformed: {0}.", "디렉터리 이름의 형식이 잘못됨({0})."),
        new("The public key is malformed: {0}.", "공개키의 형식이 잘못됨({0})."),
        new("The OCSP response is malformed: {0}.", "OCSP 응답의 형식이 잘못됨({0})."),
        new("The OCSP response is longer than {0} bytes.", "OCSP 응답이 {0}바이트를 넘음."),
        new("The OCSP responder answered with an error: {0}.", "OCSP 응답자가 오류로 답함({0})."),
        new("The OCSP response is of an unknown type.", "알 수 없는 종류의 OCSP 응답임."),
        new("The revocation list is malformed: {0}.", "폐기 목록의 형식이 잘못됨({0})."),
        new("The revocation list is longer than {0} bytes.", "폐기 목록이 {0}바이트를 넘음."),
        new("Certificate {0} of the text: {1}", "텍스트의 {0}번째 인증서: {1}"),
    ];

    private static readonly Phrase[] Values =
    [
        new(
            "a value is cut off, not in DER, or of another type than the structure demands",
            "값이 잘렸거나, DER이 아니거나, 구조에서 요구하는 형식이 아님"),
        new("a value has another type than the structure demands", "값이 구조에서 요구하는 형식이 아님"),
        new("a number that must not be negative is negative", "음수일 수 없는 값이 음수임"),
        new("an enumerated value is out of range", "열거형 값이 범위를 벗어남"),
        new("a bit string is not in primitive form", "비트열이 기본(primitive) 형식이 아님"),
        new("a bit string has unused bits where whole octets are needed", "옥텟 단위여야 하는 비트열에 쓰지 않는 비트가 있음"),
        new("an octet string is not in primitive form", "옥텟열이 기본(primitive) 형식이 아님"),
        new("a time has fractions of a second", "시각에 소수점 이하의 초가 있음"),
        new("bytes follow where the structure ends", "구조가 끝난 뒤에 바이트가 남음"),
        new("an object identifier is padded", "객체 식별자(OID)에 불필요한 바이트가 붙어 있음"),
        new("an object identifier is empty or cut off", "객체 식별자(OID)가 비어 있거나 잘림"),
        new("an RSA key has an impossible modulus or exponent", "RSA 키의 모듈러스나 지수가 있을 수 없는 값임"),
    ];

    private static readonly Phrase[] Structures =
    [
        new("the certificate has an unknown version", "알 수 없는 버전의 인증서임"),
        new("the list has an unknown version", "알 수 없는 버전의 목록임"),
        new(
            "the two signature algorithm fields differ (RFC 5280 §4.1.1.2)",
            "서명 알고리즘을 적은 두 필드가 서로 다름(RFC 5280 §4.1.1.2)"),
        new(
            "the two signature algorithm fields differ (RFC 5280 §5.1.1.2)",
            "서명 알고리즘을 적은 두 필드가 서로 다름(RFC 5280 §5.1.1.2)"),
        new("signature algorithm {0}", "서명 알고리즘 {0}"),
        new("RSA-PSS with parameters that are not supported", "지원하지 않는 매개변수를 쓰는 RSA-PSS"),
    ];

    private static readonly Phrase[] Extensions =
    [
        new("the extension {0} occurs twice", "같은 확장이 두 번 들어 있음({0})"),
        new("there are too many extensions", "확장이 너무 많음"),
        new("the list of extensions is empty", "확장 목록이 비어 있음"),
        new("a key identifier is empty", "키 식별자가 비어 있음"),
        new("keyUsage has unknown bits", "keyUsage에 알 수 없는 비트가 있음"),
        new("keyUsage allows nothing", "keyUsage가 아무 용도도 허용하지 않음"),
        new("extKeyUsage is empty", "extKeyUsage가 비어 있음"),
        new("nameConstraints is empty", "nameConstraints가 비어 있음"),
        new("a name constraint has a minimum", "이름 제약에 minimum이 있음"),
        new("a list of name constraints is empty", "이름 제약 목록이 비어 있음"),
        new("cRLDistributionPoints is empty", "cRLDistributionPoints가 비어 있음"),
        new("authorityInfoAccess is empty", "authorityInfoAccess가 비어 있음"),
        new("a certificate policy occurs twice", "같은 인증서 정책이 두 번 들어 있음"),
        new("certificatePolicies is empty", "certificatePolicies가 비어 있음"),
        new("policyMappings is empty", "policyMappings가 비어 있음"),
        new("policyConstraints is empty", "policyConstraints가 비어 있음"),
        new("there are too many certificate policies", "인증서 정책이 너무 많음"),
    ];

    private static readonly Phrase[] Names =
    [
        new("a list of names is empty", "이름 목록이 비어 있음"),
        new("a general name has an unknown kind", "알 수 없는 종류의 이름(GeneralName)이 있음"),
        new("a name holds characters other than ASCII", "이름에 ASCII가 아닌 문자가 있음"),
        new("an IP address has an impossible length", "IP 주소의 길이가 맞지 않음"),
        new("the mask of an IP address constraint has holes", "IP 주소 제약의 마스크가 연속되지 않음"),
        new("The host is neither a DNS name nor an IP address.", "호스트가 DNS 이름도 IP 주소도 아님."),
    ];

    private static readonly Phrase[] Responses =
    [
        new("there are too many certificates", "인증서가 너무 많음"),
        new("the response has an unknown version", "알 수 없는 버전의 응답임"),
        new("the status of a certificate is malformed", "인증서 상태의 형식이 잘못됨"),
        new("malformed request", "요청의 형식이 잘못됨"),
        new("internal error", "응답자 내부 오류"),
        new("try later", "나중에 다시 시도해야 함"),
        new("signature required", "서명한 요청이 필요함"),
        new("unauthorized", "권한 없음"),
        new("unknown status", "알 수 없는 상태"),
    ];
}
