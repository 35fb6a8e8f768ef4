using Aksu.Tls;

namespace Aksu.Cli.Serve;

/// <summary>Sends back what comes.</summary>
internal sealed class EchoService : IConnectionService
{
    private const int BufferSize = 64 * 1024;

    /// <summary>A person may type slowly; a connection that says nothing at all for this long is closed.</summary>
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);

    public IReadOnlyList<string> Protocols => [];

    public async Task ServeAsync(TlsStream connection, ConnectionLog log, StopSignal stop)
    {
        byte[] buffer = new byte[BufferSize];
        int count;
        while ((count = await ReadAsync(connection, buffer, stop)) > 0)
        {
            log.BytesIn += count;
            await connection.WriteAsync(buffer.AsMemory(0, count), stop.Abort);
            log.BytesOut += count;
        }

        await connection.ShutdownAsync(stop.Abort);
    }

    private static async Task<int> ReadAsync(TlsStream connection, byte[] buffer, StopSignal stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop.Finish, stop.Abort);
        end.CancelAfter(IdleTime);
        try
        {
            return await connection.ReadAsync(buffer, end.Token);
        }
        catch (OperationCanceledException)
        {
            stop.Abort.ThrowIfCancellationRequested();
            return 0;
        }
    }
}
