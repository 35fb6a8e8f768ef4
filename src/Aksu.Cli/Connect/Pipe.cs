using Aksu.Tls;

namespace Aksu.Cli.Connect;

/// <summary>Input to the connection and the connection to output, byte for byte, both at once.</summary>
internal static class Pipe
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// Ends when the peer says that nothing more comes, or when nobody takes the output any more. The end of the input is told to the
    /// peer, and
    /// what it still has to say is awaited.
    /// </summary>
    public static async Task RunAsync(TlsStream connection, Stream input, Stream output, CancellationToken stop)
    {
        // Reading the input may block for ever: it runs aside, and nobody waits for it after the peer has closed.
        Task sending = Task.Run(() => SendAsync(connection, input, stop), stop);
        bool isTaken = await ReceiveAsync(connection, output, stop);
        if (sending.IsFaulted && isTaken)
        {
            await sending;
        }
    }

    private static async Task SendAsync(TlsStream connection, Stream input, CancellationToken stop)
    {
        byte[] buffer = new byte[BufferSize];
        int count;
        while ((count = await input.ReadAsync(buffer, stop)) > 0)
        {
            await connection.WriteAsync(buffer.AsMemory(0, count), stop);
        }

        await connection.ShutdownAsync(stop);
    }

    /// <summary>Whether all that came could be put out.</summary>
    private static async Task<bool> ReceiveAsync(TlsStream connection, Stream output, CancellationToken stop)
    {
        byte[] buffer = new byte[BufferSize];
        int count;
        while ((count = await connection.ReadAsync(buffer, stop)) > 0)
        {
            try
            {
                await output.WriteAsync(buffer.AsMemory(0, count), stop);
                await output.FlushAsync(stop);
            }
            catch (IOException)
            {
                // The reader of a pipe (head, less) has had enough.
                return false;
            }
        }

        return true;
    }
}
