using System.Net.Sockets;

namespace Aksu.Cli.Failures;

/// <summary>What a socket's error means and what to do about it.</summary>
internal static class NetworkFailureText
{
    public static string Of(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "connection refused: nothing listens on this port. Check host and port, and that the server runs.",
        SocketError.HostNotFound or SocketError.NoData => "there is no such host. Check the spelling of the name, and the name "
            + "service (DNS) of this machine.",
        SocketError.TryAgain => "the name service (DNS) does not answer. Check the network of this machine.",
        SocketError.TimedOut => "no answer. Check host and port, and whether a firewall lies between.",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "there is no way to this host from here. Check the "
            + "network of this machine.",
        SocketError.ConnectionReset or SocketError.ConnectionAborted => "the peer cut the connection. Its own log may say why.",
        SocketError.Shutdown => "the peer closed the connection before everything was sent. Its own log may say why.",
        SocketError.AddressAlreadyInUse => "another program listens there already. Stop it, or take another port (port 0 takes "
            + "a free one).",
        SocketError.AddressNotAvailable => "this is no address of this machine. Take 127.0.0.1, or * for all addresses.",
        SocketError.AccessDenied => "this user may not do that (ports below 1024 need rights). Take another port.",
        _ => $"{exception.Message} ({exception.SocketErrorCode}).",
    };
}
