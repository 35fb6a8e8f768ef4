namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What the checks of a path find.</summary>
internal static class CheckSentences
{
    public static IEnumerable<Phrase> All => [.. Paths, .. Keys, .. Authorities, .. Names, .. Peers, .. Rfc5280, .. WebPki];

    private static readonly Phrase[] Paths =
    [
        new("a trusted authority", "신뢰하는 인증 기관임"),
        new("made with the key of the certificate above", "상위 인증서의 키로 서명됨"),
        new(
            "the signature was not made with the key of {0}: the certificate was altered, or another authority of that name issued it",
            "서명이 {0}의 키로 만든 것이 아님: 인증서가 변조되었거나 같은 이름의 다른 기관이 발급함"),
        new("the path would need more than {0} intermediate certificates", "중간 인증서가 {0}개를 넘게 필요함"),
        new("is self-signed and not among the trusted authorities", "자체 서명 인증서이며 신뢰하는 인증 기관에 없음"),
        new(
            "its issuer {0} is neither trusted nor among the certificates sent",
            "발급자가 신뢰하는 인증 기관에도, 보낸 인증서에도 없음: {0}"),
        new("within the validity period", "유효 기간 안에 있음"),
        new("not valid before {0}, and it is {1}", "{0}부터 유효하며 지금은 {1}임"),
        new("expired at {0}, and it is {1}", "{0}에 만료되었으며 지금은 {1}임"),
        new("this key is pinned", "고정(pin)된 키임"),
        new("none of the pinned keys is in the path", "고정(pin)된 키가 인증 경로에 하나도 없음"),
        new("logged publicly: {0}", "공개 로그에 기록됨: {0}"),
        new(
            "timestamps of {0} known logs are needed, and there are right ones of {1} ({2})",
            "알려진 로그 {0}곳의 타임스탬프가 필요하지만 올바른 것은 {1}곳뿐임({2})"),
        new("more than {0} {1} would be needed", "{1}: {0}회가 넘게 필요함"),
        new("signature checks", "서명 검사"),
        new("candidates for issuers", "발급자 후보 검토"),
        new("complete paths", "인증 경로 검토"),
        new("comparisons of names with constraints", "이름 제약 비교"),
        new("a valid policy remains, as an authority demands", "상위 기관이 요구하는 대로 유효한 정책이 남아 있음"),
        new(
            "an authority above demands a certificate policy (policyConstraints), and none is valid along the whole path",
            "상위 기관이 인증서 정책을 요구하지만(policyConstraints) 경로 전체에 걸쳐 유효한 정책이 없음"),
        new(
            "maps the special policy anyPolicy, which is forbidden (RFC 5280 §6.1.4 a)",
            "특수 정책 anyPolicy를 매핑하며 이는 금지되어 있음(RFC 5280 §6.1.4 a)"),
    ];

    private static readonly Phrase[] Keys =
    [
        new("strong enough", "충분히 강함"),
        new("{0} is broken: anyone with enough money can forge it", "{0}: 깨진 알고리즘이며 비용만 들이면 누구나 위조할 수 있음"),
        new("{0} is not supported", "{0}: 지원하지 않음"),
        new("keys of this kind are not accepted ({0})", "이런 종류의 키는 받아들이지 않음({0})"),
        new("the RSA key has {0} bits, and {1} are demanded", "RSA 키가 {0}비트이며 {1}비트 이상이어야 함"),
        new("the RSA key has {0} bits, and more than {1} are refused", "RSA 키가 {0}비트이며 {1}비트를 넘으면 거부함"),
        new("the length of the RSA key ({0} bits) is not a multiple of 8", "RSA 키의 길이({0}비트)가 8의 배수가 아님"),
        new("all understood", "모두 해석할 수 있음"),
        new("the extension {0} is critical and not understood", "확장 {0}: 중요(critical)로 표시되었으나 해석할 수 없음"),
        new("this is a precertificate, made for transparency logs only", "투명성 로그용 사전 인증서(precertificate)임"),
    ];

    private static readonly Phrase[] Authorities =
    [
        new("an authority", "인증 기관임"),
        new("does not say that it is an authority, but is trusted as one", "인증 기관이라는 표시는 없으나 그렇게 신뢰하고 있음"),
        new(
            "signed the certificate below without being an authority (basicConstraints)",
            "인증 기관이 아니면서 하위 인증서에 서명함(basicConstraints)"),
        new("no limit on authorities below", "하위 인증 기관 수에 제한이 없음"),
        new("{0} of at most {1} authorities below", "하위 인증 기관 {0}개(최대 {1}개)"),
        new(
            "allows {0} authorities below itself (pathLenConstraint), and there are {1}",
            "하위 인증 기관을 {0}개까지 허용하나(pathLenConstraint) {1}개가 있음"),
        new("its key may not sign certificates (keyUsage without keyCertSign)", "키를 인증서 서명에 쓸 수 없음(keyUsage에 keyCertSign이 없음)"),
        new("may sign certificates", "인증서에 서명할 수 있음"),
        new("not limited to other purposes", "다른 용도로 제한되어 있지 않음"),
        new(
            "this authority is limited to other purposes ({0}), and {1} is needed",
            "이 인증 기관은 다른 용도({0})로 제한되어 있으며 {1} 용도가 필요함"),
    ];

    private static readonly Phrase[] Names =
    [
        new("its name constraint {0} is malformed", "이름 제약 {0}의 형식이 잘못됨"),
        new("all names below lie where this authority may certify", "하위의 모든 이름이 이 기관에 허용된 범위에 있음"),
        new("{0} of {1} could not be compared", "{1}의 이름 {0}: 비교할 수 없음"),
        new("{0} of {1} is constrained and can't be judged", "{1}의 이름 {0}: 제약 대상이지만 판단할 수 없음"),
        new(
            "{0} of {1} lies where this authority may not certify (excluded name constraint)",
            "{1}의 이름 {0}: 이 기관에 금지된 범위에 있음(excluded 이름 제약)"),
        new(
            "{0} of {1} does not lie where this authority may certify (permitted name constraint)",
            "{1}의 이름 {0}: 이 기관에 허용된 범위에 없음(permitted 이름 제약)"),
    ];

    private static readonly Phrase[] Peers =
    [
        new("may be a TLS server", "TLS 서버로 쓸 수 있음"),
        new("may be a TLS client", "TLS 클라이언트로 쓸 수 있음"),
        new("the certificate is for other purposes ({0}), and {1} is needed", "다른 용도({0})의 인증서이며 {1} 용도가 필요함"),
        new("not limited", "제한 없음"),
        new("its key may not be used for {0} (keyUsage)", "키를 {0} 용도로 쓸 수 없음(keyUsage)"),
        new("its key may not be used in TLS (keyUsage: {0})", "키를 TLS에 쓸 수 없음(keyUsage: {0})"),
        new("may be used in TLS", "TLS에 쓸 수 있음"),
        new("is for {0}", "{0}의 인증서임"),
        new(
            "has no subject alternative name, so it is not for {0} (the common name does not count)",
            "주체 대체 이름이 없어 {0}의 인증서가 아님(일반 이름(CN)은 인정하지 않음)"),
        new("is not for {0} but for {1}", "{0}의 인증서가 아니라 {1}의 인증서임"),
        new("{0} and {1} more", "{0} 외 {1}개"),
        new("nobody", "아무 이름도 없음"),
    ];

    private static readonly Phrase[] Rfc5280 =
    [
        new("keeps RFC 5280 and the baseline requirements", "RFC 5280과 기본 요구 사항(BR)을 지킴"),
        new("keeps RFC 5280", "RFC 5280을 지킴"),
        new("has an empty issuer (RFC 5280 §4.1.2.4)", "발급자가 비어 있음(RFC 5280 §4.1.2.4)"),
        new("is an authority with an empty subject (RFC 5280 §4.1.2.6)", "주체가 비어 있는 인증 기관임(RFC 5280 §4.1.2.6)"),
        new("has name constraints but is no authority (RFC 5280 §4.2.1.10)", "인증 기관이 아니면서 이름 제약이 있음(RFC 5280 §4.2.1.10)"),
        new("has a serial number of more than 20 octets (RFC 5280 §4.1.2.2)", "일련번호가 20옥텟을 넘음(RFC 5280 §4.1.2.2)"),
        new("has a serial number that is not positive (RFC 5280 §4.1.2.2)", "일련번호가 양수가 아님(RFC 5280 §4.1.2.2)"),
        new(
            "writes a date before 2050 as GeneralizedTime (RFC 5280 §4.1.2.5)",
            "2050년 이전의 날짜를 GeneralizedTime으로 적음(RFC 5280 §4.1.2.5)"),
        new("has a unique identifier (RFC 5280 §4.1.2.8)", "고유 식별자가 있음(RFC 5280 §4.1.2.8)"),
        new("authorityKeyIdentifier is critical (RFC 5280 §4.2.1.1)", "authorityKeyIdentifier가 중요(critical)로 표시됨(RFC 5280 §4.2.1.1)"),
        new("subjectKeyIdentifier is critical (RFC 5280 §4.2.1.2)", "subjectKeyIdentifier가 중요(critical)로 표시됨(RFC 5280 §4.2.1.2)"),
        new("freshestCRL is critical (RFC 5280 §4.2.1.15)", "freshestCRL이 중요(critical)로 표시됨(RFC 5280 §4.2.1.15)"),
        new("authorityInfoAccess is critical (RFC 5280 §4.2.2.1)", "authorityInfoAccess가 중요(critical)로 표시됨(RFC 5280 §4.2.2.1)"),
        new("subjectInfoAccess is critical (RFC 5280 §4.2.2.2)", "subjectInfoAccess가 중요(critical)로 표시됨(RFC 5280 §4.2.2.2)"),
        new("nameConstraints is not critical (RFC 5280 §4.2.1.10)", "nameConstraints에 중요(critical) 표시가 없음(RFC 5280 §4.2.1.10)"),
        new("policyConstraints is not critical (RFC 5280 §4.2.1.11)", "policyConstraints에 중요(critical) 표시가 없음(RFC 5280 §4.2.1.11)"),
        new("inhibitAnyPolicy is not critical (RFC 5280 §4.2.1.14)", "inhibitAnyPolicy에 중요(critical) 표시가 없음(RFC 5280 §4.2.1.14)"),
        new(
            "has no authorityKeyIdentifier with a key identifier (RFC 5280 §4.2.1.1)",
            "키 식별자를 담은 authorityKeyIdentifier가 없음(RFC 5280 §4.2.1.1)"),
        new(
            "has an authorityKeyIdentifier that is not its issuer's subjectKeyIdentifier (RFC 5280 §4.2.1.2)",
            "authorityKeyIdentifier가 발급자의 subjectKeyIdentifier와 다름(RFC 5280 §4.2.1.2)"),
        new("is an authority without a subjectKeyIdentifier (RFC 5280 §4.2.1.2)", "subjectKeyIdentifier가 없는 인증 기관임(RFC 5280 §4.2.1.2)"),
        new(
            "is an authority whose basicConstraints is not critical (RFC 5280 §4.2.1.9)",
            "basicConstraints에 중요(critical) 표시가 없는 인증 기관임(RFC 5280 §4.2.1.9)"),
        new(
            "may sign certificates (keyCertSign) without being an authority (RFC 5280 §4.2.1.3)",
            "인증 기관이 아니면서 인증서에 서명할 수 있음(keyCertSign, RFC 5280 §4.2.1.3)"),
        new(
            "limits the path length without being an authority that may sign certificates (RFC 5280 §4.2.1.9)",
            "인증서에 서명할 수 있는 인증 기관이 아니면서 경로 길이를 제한함(RFC 5280 §4.2.1.9)"),
        new(
            "has an empty subject and no critical subjectAltName (RFC 5280 §4.2.1.6)",
            "주체가 비어 있고 중요(critical) subjectAltName도 없음(RFC 5280 §4.2.1.6)"),
        new("has a malformed subject alternative name, {0} (RFC 5280 §4.2.1.6)", "주체 대체 이름의 형식이 잘못됨: {0}(RFC 5280 §4.2.1.6)"),
    ];

    private static readonly Phrase[] WebPki =
    [
        new("authorityKeyIdentifier has no key identifier (BR §7.1.2.11.1)", "authorityKeyIdentifier에 키 식별자가 없음(BR §7.1.2.11.1)"),
        new(
            "authorityKeyIdentifier names the issuer or its serial number (BR §7.1.2.11.1)",
            "authorityKeyIdentifier에 발급자나 그 일련번호가 들어 있음(BR §7.1.2.11.1)"),
        new(
            "is a root whose authorityKeyIdentifier is not its subjectKeyIdentifier (BR §7.1.2.1.3)",
            "authorityKeyIdentifier가 subjectKeyIdentifier와 다른 루트임(BR §7.1.2.1.3)"),
        new("is a root with extKeyUsage (BR §7.1.2.1.2)", "extKeyUsage가 있는 루트임(BR §7.1.2.1.2)"),
        new("is not of version 3 (BR §7.1.1)", "버전 3 인증서가 아님(BR §7.1.1)"),
        new(
            "is an authority, where a subscriber's certificate must stand (BR §7.1.2.7.8)",
            "최종 사용자 인증서 자리에 인증 기관 인증서가 있음(BR §7.1.2.7.8)"),
        new("may sign certificates or revocation lists (BR §7.1.2.7.11)", "인증서나 폐기 목록에 서명할 수 있음(BR §7.1.2.7.11)"),
        new("has no extKeyUsage (BR §7.1.2.7.6)", "extKeyUsage가 없음(BR §7.1.2.7.6)"),
        new("has an extKeyUsage that is not for TLS, {0} (BR §7.1.2.7.10)", "TLS용이 아닌 extKeyUsage가 있음: {0}(BR §7.1.2.7.10)"),
        new("extKeyUsage is critical (BR §7.1.2.7.6)", "extKeyUsage가 중요(critical)로 표시됨(BR §7.1.2.7.6)"),
        new("has no subjectAltName (BR §7.1.2.7.12)", "subjectAltName이 없음(BR §7.1.2.7.12)"),
        new(
            "subjectAltName is critical though there is a subject (BR §7.1.2.7.12)",
            "주체가 있는데 subjectAltName이 중요(critical)로 표시됨(BR §7.1.2.7.12)"),
        new(
            "has a subject alternative name that is neither DNS name nor address, {0} (BR §7.1.2.7.12)",
            "DNS 이름도 주소도 아닌 주체 대체 이름이 있음: {0}(BR §7.1.2.7.12)"),
        new("has several common names (BR §7.1.4.3)", "일반 이름(CN)이 여럿임(BR §7.1.4.3)"),
        new(
            "has a common name that is not a copy of one of its subject alternative names (BR §7.1.4.3)",
            "일반 이름(CN)이 주체 대체 이름 가운데 하나와 같지 않음(BR §7.1.4.3)"),
    ];
}
