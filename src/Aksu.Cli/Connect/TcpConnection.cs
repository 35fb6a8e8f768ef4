using System.Net.Sockets;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;

namespace Aksu.Cli.Connect;

/// <summary>Opens the connection below TLS, within a time.</summary>
internal static class TcpConnection
{
    /// <param name="target">Where to.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="open">Makes the stream over the connected socket.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="CommandFailure">The server cannot be reached; the message says why.</exception>
    public static async Task<T> OpenAsync<T>(HostAndPort target, TimeSpan timeout, Func<Socket, T> open, CancellationToken stop)
        where T : NetworkStream
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(timeout);
        try
        {
            await socket.ConnectAsync(target.Host, target.Port, late.Token);
            return open(socket);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            socket.Dispose();
            throw new CommandFailure(
                ExitCode.Network, FailureText.At(target.ToString(), ConnectTexts.NoAnswer.With(timeout.TotalSeconds)), e);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw FailureText.Describe(target.ToString(), e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
