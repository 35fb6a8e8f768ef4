using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Failures;

/// <summary>What a TLS failure means, with what this tool can do about it.</summary>
internal static class TlsFailureText
{
    private const string ClientPrefix = "TLS client: ";
    private const string ServerPrefix = "TLS server: ";

    private static readonly Phrase UnknownAuthority = new(
        "the server's certificate was not accepted: {0}. If you know its authority, trust it with --ca FILE; to see the connection all "
            + "the same, use --insecure.",
        "서버의 인증서를 받아들이지 않았습니다: {0}. 발급 기관을 안다면 --ca FILE로 신뢰하고, 그래도 연결을 보려면 --insecure를 쓰세요.");

    private static readonly Phrase NameMismatch = new(
        "the server's certificate was not accepted: {0}. Check the host name and who answers there; --sni NAME asks and checks for another "
            + "name.",
        "서버의 인증서를 받아들이지 않았습니다: {0}. 호스트 이름과 응답하는 서버가 맞는지 확인하세요. --sni NAME은 다른 이름으로 요청하고 확인합니다.");

    private static readonly Phrase Expired = new(
        "the server's certificate was not accepted: {0}. The server needs a new one, or the clock of this machine is wrong.",
        "서버의 인증서를 받아들이지 않았습니다: {0}. 서버에 새 인증서가 필요하거나 이 컴퓨터의 시계가 틀립니다.");

    private static readonly Phrase NotYetValid = new(
        "the server's certificate was not accepted: {0}. Check the clock of this machine.",
        "서버의 인증서를 받아들이지 않았습니다: {0}. 이 컴퓨터의 시계를 확인하세요.");

    private static readonly Phrase Refused = new(
        "the server's certificate was not accepted: {0}. 'aksu connect --insecure' shows the connection all the same.",
        "서버의 인증서를 받아들이지 않았습니다: {0}. 그래도 연결을 보려면 'aksu connect --insecure'를 쓰세요.");

    /// <summary>What this tool can offer a server that refuses.</summary>
    private static readonly Dictionary<AlertDescription, Phrase> Advice = new()
    {
        [AlertDescription.ProtocolVersion] = new(
            "Offer others with --tls, e.g. --tls 1.3,1.2; --allow-legacy allows 1.1 and 1.0.",
            "--tls로 다른 버전을 제안하세요(예: --tls 1.3,1.2). 1.1과 1.0은 --allow-legacy로 허용합니다."),
        [AlertDescription.UnrecognizedName] = new("--sni NAME asks for another one.", "--sni NAME으로 다른 이름을 요청할 수 있습니다."),
        [AlertDescription.NoApplicationProtocol] = new("--alpn offers others.", "--alpn으로 다른 프로토콜을 제안하세요."),
        [AlertDescription.CertificateRequired] = new("--cert and --key name it.", "--cert와 --key로 지정합니다."),
    };

    /// <summary>All advice, for tests that walk it.</summary>
    public static IEnumerable<Phrase> AllAdvice => Advice.Values;

    /// <summary>The failure in words, without the side's name in front.</summary>
    public static Phrase Of(TlsException exception)
    {
        string message = exception.Message;
        foreach (string prefix in (ReadOnlySpan<string>)[ClientPrefix, ServerPrefix])
        {
            message = message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message;
        }

        return exception is { Side: TlsSide.Client, Verdict: { Failure: not VerificationFailure.None } verdict }
            ? OfServerCertificate(verdict).With(LibrarySentences.Of(verdict.Reason))
            : WithAdvice(LibrarySentences.Of(message), exception);
    }

    private static Phrase WithAdvice(Phrase failure, TlsException exception) =>
        exception is { Side: TlsSide.Client, SentByPeer: true } && Advice.TryGetValue(exception.Alert, out Phrase? advice)
            ? new Phrase($"{failure.English} {advice.English}", $"{failure.Korean} {advice.Korean}")
            : failure;

    private static Phrase OfServerCertificate(Verdict verdict) => verdict.Failure switch
    {
        VerificationFailure.UnknownAuthority => UnknownAuthority,
        VerificationFailure.NameMismatch => NameMismatch,
        VerificationFailure.Expired => Expired,
        VerificationFailure.NotYetValid => NotYetValid,
        _ => Refused,
    };
}
