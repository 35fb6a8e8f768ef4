using Aksu.Inspection.Texts;

namespace Aksu.Cli.Serve;

/// <summary>What <c>aksu serve</c> says to a person; its log is for programs too, and stays English.</summary>
internal static class ServeTexts
{
    public static readonly Phrase RootWritten = new(
        "A fresh authority issued the certificate; its root is in {0}.", "새로 만든 인증 기관이 인증서를 발급했습니다. 루트 인증서는 {0} 파일에 있습니다.");

    public static readonly Phrase RootNotWritten = new(
        "A fresh authority issued the certificate; --write-ca FILE writes its root, for clients to trust.",
        "새로 만든 인증 기관이 인증서를 발급했습니다. --write-ca FILE로 클라이언트가 신뢰할 루트 인증서를 저장할 수 있습니다.");

    public static readonly Phrase CannotListen = new("cannot listen on {0}", "{0}에서 연결을 기다릴 수 없습니다");

    public static readonly Phrase Stops = new("Ctrl-C stops.", "Ctrl-C로 멈춥니다.");
}
