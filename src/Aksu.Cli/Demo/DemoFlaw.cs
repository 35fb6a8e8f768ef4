using Aksu.Inspection.Texts;
using Aksu.Pki;

namespace Aksu.Cli.Demo;

/// <summary>What is wrong with a certificate in the demonstration of a refusal. Immutable.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Failure">What the verification must find.</param>
/// <param name="Story">What happened to the certificate, in words; <c>{0}</c> is its owner's name.</param>
internal sealed record DemoFlaw(string Name, VerificationFailure Failure, Phrase Story)
{
    public static readonly DemoFlaw Expired = new(
        "expired", VerificationFailure.Expired, new(
        "The certificate of {0} was good until yesterday, and nobody has renewed it.",
        "{0}의 인증서는 어제까지 유효했는데 아무도 갱신하지 않았습니다."));

    public static readonly DemoFlaw WrongName = new(
        "wrong-name",
        VerificationFailure.NameMismatch,
        new(
            "Whoever answers has a certificate that is good in itself, and for another name than {0}.",
            "응답하는 쪽의 인증서 자체는 올바르지만 {0}이(가) 아닌 다른 이름의 인증서입니다."));

    public static readonly DemoFlaw UnknownAuthority = new(
        "unknown-ca",
        VerificationFailure.UnknownAuthority,
        new(
            "Somebody made an authority of his own and issued a certificate for {0} with it. Anybody can do that.",
            "누군가 인증 기관을 직접 만들어 {0}의 인증서를 발급했습니다. 누구나 할 수 있는 일입니다."));

    public static readonly DemoFlaw Revoked = new(
        "revoked",
        VerificationFailure.Revoked,
        new(
            "The private key of {0} was stolen, and the authority has revoked the certificate. All the rest of it is in order.",
            "{0}의 개인키를 도난당해 인증 기관이 인증서를 폐기했습니다. 그 밖에는 모두 정상입니다."));

    public static readonly DemoFlaw Tampered = new(
        "tampered",
        VerificationFailure.BadSignature,
        new(
            "The authority certified somebody else; he has written the name {0} over his own. The signature is still the old one.",
            "인증 기관은 다른 사람을 인증했는데 그 사람이 자기 이름을 {0}(으)로 바꿔 적었습니다. 서명은 예전 그대로입니다."));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoFlaw> All { get; } = [Expired, WrongName, UnknownAuthority, Revoked, Tampered];
}
