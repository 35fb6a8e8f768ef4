using System.Buffers;
using System.Net.Sockets;

namespace Aksu.Tls.Transport;

/// <summary>
/// Closing a socket while bytes of the peer are unread resets the connection, and a reset can overtake the alert that was sent before it.
/// So after an alert the sending side is closed, and what still comes is read and dropped until the peer closes too.
/// </summary>
internal static class LingeringClose
{
    private const int MostBytes = 256 * 1024;

    /// <summary>
    /// Waits until the peer closes, bounded in bytes and time; does nothing for a transport that stays open or is no socket.
    /// </summary>
    public static async ValueTask WaitForPeerAsync(Stream transport, TlsOptions options)
    {
        if (options.LeaveInnerStreamOpen || options.CloseTimeout == TimeSpan.Zero || transport is not NetworkStream { Socket: var socket })
        {
            return;
        }

        using var timeout = new CancellationTokenSource(options.CloseTimeout, options.Time);
        byte[] dropped = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            int count = 1;
            for (int total = 0; total < MostBytes && count > 0; total += count)
            {
                count = await socket.ReceiveAsync(dropped, SocketFlags.None, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer is gone or slow: either way the waiting is over.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(dropped);
        }
    }
}
