using Aksu.Inspection.Texts;

namespace Aksu.Cli.Demo;

/// <summary>The words around the messages of the demonstration.</summary>
internal static class DemoTexts
{
    public static readonly Phrase Title = new("a TLS handshake, step by step", "TLS 핸드셰이크 따라가기");
    public static readonly Phrase Opening = new(
        "A client and a server, both in this process, meet over a real socket ({0}). Everything below is told by the two as it happens.",
        "이 프로세스 안의 클라이언트와 서버가 실제 소켓({0})으로 만납니다. 아래 내용은 모두 양쪽에서 실제로 일어나는 일입니다.");
    public static readonly Phrase Handshake = new("The handshake", "핸드셰이크");
    public static readonly Phrase SecureData = new("Secure data", "안전한 데이터");
    public static readonly Phrase HandshakeDone = new(
        "The handshake is done. What follows is what it was for:", "핸드셰이크가 끝났습니다. 이제 목적이었던 데이터를 주고받습니다.");
    public static readonly Phrase NobodyNoticed = new(
        "Nobody noticed. That is a fault of this software.", "아무도 알아차리지 못했습니다. 이 소프트웨어의 결함입니다.");

    public static readonly Phrase RefusedBy = new("refused by", "거부한 쪽");
    public static readonly Phrase FailedCheck = new("failed check", "실패한 검사");
    public static readonly Phrase Because = new("because", "이유");
    public static readonly Phrase Alert = new("alert", "경고");
    public static readonly Phrase DataSent = new("data sent", "보낸 데이터");
    public static readonly Phrase NoData = new(
        "none: not a byte of the application left either side", "없음: 애플리케이션 데이터는 한 바이트도 나가지 않았습니다");
    public static readonly Phrase RefusedNext = new(
        "Refused, as it must be. Next: aksu verify FILE shows every check of a certificate of your own.",
        "거부해야 할 것을 거부했습니다. 다음으로 aksu verify FILE을 써 보세요. 인증서의 모든 검사를 보여 줍니다.");
    public static readonly Phrase NotKnown = new("not known", "알 수 없음");
    public static readonly Phrase TheClient = new("the client", "클라이언트");
    public static readonly Phrase TheServer = new("the server", "서버");

    public static readonly Phrase KeyOfBefore = new("the key of before", "미리 공유한 키");
    public static readonly Phrase KeyTransport = new("RSA key transport", "RSA 키 전송");
    public static readonly Phrase ServerIs = new("server is", "서버의 신원");
    public static readonly Phrase ClientIs = new("client is", "클라이언트");
    public static readonly Phrase Took = new("took", "걸린 시간");
    public static readonly Phrase Duration = new("{0:0.0} ms, telling included", "{0:0.0} ms(설명 출력 포함)");
    public static readonly Phrase Next = new(
        "Next: aksu connect example.com, or aksu serve --www DIR. Each has --help.",
        "다음으로 aksu connect example.com이나 aksu serve --www DIR을 써 보세요. 모두 --help가 있습니다.");
    public static readonly Phrase VouchedFor = new("{0}, vouched for by {1}", "{0}, 보증한 기관: {1}");
    public static readonly Phrase Anonymous = new(
        "anonymous; with --mutual it proves who it is, too", "익명. --mutual을 쓰면 클라이언트도 신원을 증명합니다");
    public static readonly Phrase HasKey = new("somebody who has the key \"{0}\"", "키 \"{0}\"을(를) 가진 상대");

    public static readonly Phrase BeforeKey = new("Before: a key that both have", "준비: 양쪽이 가진 키");
    public static readonly Phrase BeforeKeyText = new(
        "There are no certificates here. Client and server were given the same {0} random bytes beforehand, under the name \"{1}\". "
            + "Whoever has them is the right one.",
        "여기에는 인증서가 없습니다. 클라이언트와 서버가 같은 난수 {0}바이트를 \"{1}\"라는 이름으로 미리 받았습니다. 그것을 가진 쪽이 진짜입니다.");
    public static readonly Phrase Before = new("Before: somebody to vouch", "준비: 보증하는 기관");
    public static readonly Phrase BeforeText = new(
        "Anybody can say \"I am localhost\". So a certificate authority vouches for names with its signature. This one was made a "
            + "moment ago and lives in memory only.",
        "“나는 localhost입니다”라는 말은 누구나 할 수 있습니다. 그래서 인증 기관이 서명으로 이름을 보증합니다. 이 인증 기관은 방금 만들었으며 메모리에만 있습니다.");
    public static readonly Phrase Root = new("root", "루트");
    public static readonly Phrase Intermediate = new("intermediate", "중간 기관");
    public static readonly Phrase Server = new("server", "서버");
    public static readonly Phrase Client = new("client", "클라이언트");
    public static readonly Phrase SignsItself = new("signs itself", "스스로 서명함");
    public static readonly Phrase SignedByRoot = new("signed by the root", "루트가 서명함");
    public static readonly Phrase Issued = new("issued by {0} for {1}; valid to {2}", "{0} 발급, 이름: {1}, {2}까지 유효");
    public static readonly Phrase BothHaveRoot = new(
        "Client and server are given the root, and so they can check each other.",
        "클라이언트와 서버에 루트 인증서를 주었으므로 서로 확인할 수 있습니다.");
    public static readonly Phrase ClientHasRoot = new(
        "The client is given the root: that is all it needs to check the server.",
        "클라이언트에 루트 인증서를 주었습니다. 서버를 확인하는 데 필요한 것은 이것뿐입니다.");
    public static readonly Phrase ClientShouldNotice = new("{0} The client should notice.", "{0} 클라이언트가 알아차려야 합니다.");
    public static readonly Phrase ServerShouldNotice = new("{0} The server should notice.", "{0} 서버가 알아차려야 합니다.");

    public static readonly Phrase OnTheWire = new("on the wire", "전송된 값");
    public static readonly Phrase Issuer = new("issued by", "발급 기관");
    public static readonly Phrase SignatureIsRight = new(
        "the signature is right: the {0} holds the private key ({1})", "서명이 올바릅니다. {0}가 개인키를 가지고 있습니다({1})");
    public static readonly Phrase SealFits = new("the seal fits: both sides saw the same handshake", "봉인이 맞습니다. 양쪽이 같은 핸드셰이크를 보았습니다");
    public static readonly Phrase ChecksFollow = new(
        "Then the {0} checks the certificates, up to one that it trusts:", "이제 {0}가 신뢰하는 인증서에 이를 때까지 인증서를 검사합니다.");
    public static readonly Phrase IsAccepted = new("the certificate is accepted", "인증서를 받아들입니다");
    public static readonly Phrase Trusted = new("trusted", "신뢰함");
}
