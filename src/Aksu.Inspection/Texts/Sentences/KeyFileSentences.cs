namespace Aksu.Inspection.Texts.Sentences;

/// <summary>What is wrong with files of certificates and keys, and what was repaired.</summary>
internal static class KeyFileSentences
{
    public static IEnumerable<Phrase> All => [.. Texts, .. Keys, .. Encryption, .. Pkcs12, .. Chains];

    private static readonly Phrase[] Texts =
    [
        new(
            "The text holds no certificate (no block BEGIN CERTIFICATE).", "파일에 인증서가 없습니다(BEGIN CERTIFICATE 블록이 없음)."),
        new(
            "The text holds no revocation list (no block BEGIN X509 CRL).", "파일에 폐기 목록이 없습니다(BEGIN X509 CRL 블록이 없음)."),
        new(
            "The text holds no private key (no block BEGIN PRIVATE KEY).", "파일에 개인키가 없습니다(BEGIN PRIVATE KEY 블록이 없음)."),
        new("The text holds several private keys; one is expected.", "파일에 개인키가 여러 개 있습니다. 하나만 있어야 합니다."),
        new(
            "A certificate is in OpenSSL's TRUSTED CERTIFICATE form; convert it: openssl x509 -in FILE -out NEW.",
            "인증서가 OpenSSL의 TRUSTED CERTIFICATE 형식입니다. 변환하세요: openssl x509 -in FILE -out NEW."),
        new("Block {0} of the PEM text is not base64.", "PEM 텍스트의 {0}번째 블록이 base64가 아닙니다."),
        new("The PEM text holds more than {0} blocks.", "PEM 텍스트에 블록이 {0}개를 넘습니다."),
        new(
            "Block {0} of the PEM text is cut off or broken: it begins and does not end.",
            "PEM 텍스트의 {0}번째 블록이 잘렸거나 깨졌습니다. 시작은 있으나 끝이 없습니다."),
        new(
            "No trusted root was found on this system: install its ca-certificates package, or give a file of roots.",
            "이 시스템에 신뢰하는 루트 인증서가 없습니다. ca-certificates 패키지를 설치하거나 루트 인증서 파일을 지정하세요."),
    ];

    private static readonly Phrase[] Keys =
    [
        new("The file holds a certificate and no private key.", "파일에 인증서만 있고 개인키가 없습니다."),
        new(
            "The private key is malformed or of a kind that is not supported (RSA, ECDSA P-256/384/521, Ed25519, Ed448 are).",
            "개인키의 형식이 잘못되었거나 지원하지 않는 종류입니다(RSA, ECDSA P-256/384/521, Ed25519, Ed448을 지원합니다)."),
        new("The private key is malformed.", "개인키의 형식이 잘못되었습니다."),
        new("The private key does not say on which curve it is.", "개인키에 어느 곡선의 키인지 적혀 있지 않습니다."),
        new("The public half of the key is malformed.", "키에서 공개키 부분의 형식이 잘못되었습니다."),
        new(
            "Private keys of the form {0} are not supported; convert it: openssl pkcs8 -topk8 -nocrypt.",
            "{0} 형식의 개인키는 지원하지 않습니다. 변환하세요: openssl pkcs8 -topk8 -nocrypt."),
    ];

    private static readonly Phrase[] Encryption =
    [
        new("The private key is encrypted: a passphrase is needed.", "개인키가 암호화되어 있어 암호가 필요합니다."),
        new(
            "The private key is encrypted in OpenSSL's old format, which is weak; convert it: openssl pkcs8 -topk8 -in FILE -out NEW.",
            "개인키가 OpenSSL의 오래되고 약한 형식으로 암호화되어 있습니다. 변환하세요: openssl pkcs8 -topk8 -in FILE -out NEW."),
        new("The encrypted private key is malformed.", "암호화된 개인키의 형식이 잘못되었습니다."),
        new(
            "The file is encrypted in a way that is not supported ({0}); encrypt it anew with AES (PBES2).",
            "지원하지 않는 방식으로 암호화된 파일입니다({0}). AES(PBES2)로 다시 암호화하세요."),
        new(
            "The key is encrypted with a key derivation that is not supported; PBKDF2 is.",
            "지원하지 않는 키 유도 방식으로 암호화된 키입니다. PBKDF2를 지원합니다."),
        new(
            "The key is encrypted with a cipher that is not supported ({0}); AES-CBC is.",
            "지원하지 않는 암호로 암호화된 키입니다({0}). AES-CBC를 지원합니다."),
        new("The key derivation uses a function that is not supported ({0}).", "키 유도에 지원하지 않는 함수를 씁니다({0})."),
        new("The encrypted data could not be decrypted.", "암호화된 데이터를 복호화하지 못했습니다."),
        new("The passphrase is wrong, or the encrypted data is damaged.", "암호가 틀렸거나 암호화된 데이터가 손상되었습니다."),
        new(
            "The encryption asks for {0} iterations; 1 to {1} are accepted.",
            "암호화에 반복 {0}회를 요구합니다. 1회부터 {1}회까지 받아들입니다."),
    ];

    private static readonly Phrase[] Pkcs12 =
    [
        new(
            "This is a PKCS#12 file, which brings its key along: leave out {0}.",
            "PKCS#12 파일에는 키가 함께 들어 있습니다. 다음 파일은 빼세요: {0}."),
        new("The PKCS#12 file is encrypted: a passphrase is needed.", "PKCS#12 파일이 암호화되어 있어 암호가 필요합니다."),
        new("The PKCS#12 file has no integrity check (MAC).", "PKCS#12 파일에 무결성 검사(MAC)가 없습니다."),
        new(
            "The PKCS#12 file is malformed, or not written in DER.", "PKCS#12 파일의 형식이 잘못되었거나 DER이 아닙니다."),
        new("The PKCS#12 file holds no private key.", "PKCS#12 파일에 개인키가 없습니다."),
        new(
            "The PKCS#12 file holds several private keys; one is expected.",
            "PKCS#12 파일에 개인키가 여러 개 있습니다. 하나만 있어야 합니다."),
        new(
            "The PKCS#12 file is protected by a public key, which is not supported; protect it by a passphrase.",
            "공개키로 보호된 PKCS#12 파일은 지원하지 않습니다. 암호로 보호하세요."),
        new(
            "The PKCS#12 file is encrypted for a public key, which is not supported.",
            "공개키로 암호화된 PKCS#12 파일은 지원하지 않습니다."),
        new(
            "The PKCS#12 file's integrity check uses a hash that is not supported ({0}).",
            "PKCS#12 파일의 무결성 검사에 지원하지 않는 해시를 씁니다({0})."),
        new(
            "The PKCS#12 file's integrity check has parameters that are not supported.",
            "PKCS#12 파일의 무결성 검사에 지원하지 않는 매개변수가 있습니다."),
        new(
            "The passphrase of the PKCS#12 file is wrong, or the file is damaged.", "PKCS#12 파일의 암호가 틀렸거나 파일이 손상되었습니다."),
        new(
            "The private key in the PKCS#12 file is of a kind that is not supported.",
            "PKCS#12 파일의 개인키가 지원하지 않는 종류입니다."),
    ];

    private static readonly Phrase[] Chains =
    [
        new("There is no certificate.", "인증서가 없습니다."),
        new(
            "The private key does not belong to the certificate of {0} nor to any of the {1} others.",
            "개인키가 {0}의 인증서에도, 나머지 {1}개의 인증서에도 맞지 않습니다."),
        new("The private key does not belong to the certificate of {0}.", "개인키가 {0}의 인증서에 맞지 않습니다."),
        new(
            "{0} of the given certificates do not belong to the chain of {1} and are not sent.",
            "지정한 인증서 가운데 {0}개는 {1}의 체인에 속하지 않아 보내지 않습니다."),
        new(
            "The certificates were not in order, each certified by the next; the order was repaired.",
            "인증서가 발급 순서대로 놓여 있지 않아 순서를 바로잡았습니다."),
        new("The OCSP response is not about the certificate of {0}.", "OCSP 응답이 {0}의 인증서에 대한 것이 아닙니다."),
    ];
}
