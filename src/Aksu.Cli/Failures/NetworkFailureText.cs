using System.Net.Sockets;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Failures;

/// <summary>What a socket's error means and what to do about it.</summary>
internal static class NetworkFailureText
{
    private static readonly Phrase Refused = new(
        "connection refused: nothing listens on this port. Check host and port, and that the server runs.",
        "연결이 거부되었습니다. 이 포트에서 기다리는 프로그램이 없습니다. 호스트와 포트가 맞는지, 서버가 실행 중인지 확인하세요.");

    private static readonly Phrase NoHost = new(
        "there is no such host. Check the spelling of the name, and the name service (DNS) of this machine.",
        "그런 호스트가 없습니다. 이름의 철자와 이 컴퓨터의 이름 서비스(DNS)를 확인하세요.");

    private static readonly Phrase NoNameService = new(
        "the name service (DNS) does not answer. Check the network of this machine.",
        "이름 서비스(DNS)가 응답하지 않습니다. 이 컴퓨터의 네트워크를 확인하세요.");

    private static readonly Phrase NoAnswer = new(
        "no answer. Check host and port, and whether a firewall lies between.",
        "응답이 없습니다. 호스트와 포트가 맞는지, 중간에 방화벽이 있는지 확인하세요.");

    private static readonly Phrase NoWay = new(
        "there is no way to this host from here. Check the network of this machine.",
        "여기서 이 호스트로 가는 경로가 없습니다. 이 컴퓨터의 네트워크를 확인하세요.");

    private static readonly Phrase Cut = new(
        "the peer cut the connection. Its own log may say why.", "상대가 연결을 끊었습니다. 이유는 상대의 로그에 있을 수 있습니다.");

    private static readonly Phrase Closed = new(
        "the peer closed the connection before everything was sent. Its own log may say why.",
        "다 보내기 전에 상대가 연결을 닫았습니다. 이유는 상대의 로그에 있을 수 있습니다.");

    private static readonly Phrase PortTaken = new(
        "another program listens there already. Stop it, or take another port (port 0 takes a free one).",
        "다른 프로그램이 이미 그 포트를 쓰고 있습니다. 그 프로그램을 멈추거나 다른 포트를 쓰세요(포트 0은 빈 포트를 고릅니다).");

    private static readonly Phrase NoAddress = new(
        "this is no address of this machine. Take 127.0.0.1, or * for all addresses.",
        "이 컴퓨터의 주소가 아닙니다. 127.0.0.1을 쓰거나, 모든 주소를 뜻하는 *를 쓰세요.");

    private static readonly Phrase NotAllowed = new(
        "this user may not do that (ports below 1024 need rights). Take another port.",
        "이 사용자에게 권한이 없습니다(1024보다 작은 포트에는 권한이 필요합니다). 다른 포트를 쓰세요.");

    private static readonly Phrase Other = new("{0} ({1}).", "네트워크 오류입니다. 시스템의 설명: {0}({1}).");

    private static readonly Phrase System = new("{0}", "읽거나 쓰지 못했습니다. 시스템의 설명: {0}");

    public static Phrase Of(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => Refused,
        SocketError.HostNotFound or SocketError.NoData => NoHost,
        SocketError.TryAgain => NoNameService,
        SocketError.TimedOut => NoAnswer,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => NoWay,
        SocketError.ConnectionReset or SocketError.ConnectionAborted => Cut,
        SocketError.Shutdown => Closed,
        SocketError.AddressAlreadyInUse => PortTaken,
        SocketError.AddressNotAvailable => NoAddress,
        SocketError.AccessDenied => NotAllowed,
        _ => Other.With(exception.Message, exception.SocketErrorCode),
    };

    /// <summary>Input or output that failed for a reason that only the system knows.</summary>
    public static Phrase Of(IOException exception) => System.With(exception.Message);
}
