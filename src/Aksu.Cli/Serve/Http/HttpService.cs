using System.Buffers;
using Aksu.Tls;

namespace Aksu.Cli.Serve.Http;

/// <summary>HTTP/1.1 for GET and HEAD, one request after the other (RFC 9112).</summary>
internal sealed class HttpService(IHttpSite site) : IConnectionService
{
    private const int PieceSize = 64 * 1024;

    public IReadOnlyList<string> Protocols => ["http/1.1"];

    public async Task ServeAsync(TlsStream connection, ConnectionLog log, StopSignal stop)
    {
        log.Requests = 0;
        var reader = new HttpHeadReader(connection);
        bool keepsAlive = true;
        while (keepsAlive)
        {
            keepsAlive = await ServeOneAsync(connection, reader, log, stop);
            log.BytesIn = reader.BytesRead;
        }

        await connection.ShutdownAsync(stop.Abort);
        await DropRestAsync(connection, stop.Abort);
    }

    /// <summary>
    /// Closing while bytes of the client are unread resets the connection, and the reset can overtake the response. So what still comes
    /// is read
    /// and dropped, within bounds.
    /// </summary>
    private static async Task DropRestAsync(TlsStream connection, CancellationToken abort)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(abort);
        enough.CancelAfter(HttpLimits.DropTime);
        byte[] dropped = new byte[HttpLimits.MaxHead];
        try
        {
            int count = 1;
            for (long total = 0; total < HttpLimits.MaxDropped && count > 0; total += count)
            {
                count = await connection.ReadAsync(dropped, enough.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The response is out; how the client leaves does not matter.
        }
    }

    private async Task<bool> ServeOneAsync(TlsStream connection, HttpHeadReader reader, ConnectionLog log, StopSignal stop)
    {
        HttpRequest? request = null;
        HttpResponse response;
        try
        {
            ReadOnlyMemory<byte> head = await reader.ReadAsync(stop);
            if (head.IsEmpty)
            {
                return false;
            }

            request = HttpRequest.Parse(head.Span);
            response = site.Respond(request, connection.Info);
        }
        catch (HttpRefusal refusal)
        {
            response = HttpResponse.Notice(refusal.Status);
        }

        using (response)
        {
            log.Requests++;
            bool keepsAlive =
                request is { KeepsAlive: true } && log.Requests < HttpLimits.MaxRequests && !stop.Finish.IsCancellationRequested;
            await SendAsync(connection, response, isHead: request is { IsHead: true }, keepsAlive, log, stop.Abort);
            return keepsAlive;
        }
    }

    /// <summary>Head and content together, so that a small response is one record.</summary>
    private static async Task SendAsync(
        TlsStream connection, HttpResponse response, bool isHead, bool keepsAlive, ConnectionLog log, CancellationToken abort)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            byte[] head = response.EncodeHead(keepsAlive);
            head.CopyTo(piece, 0);
            int filled = head.Length;
            long left = isHead ? 0 : response.Length;
            do
            {
                int wanted = (int)Math.Min(left, piece.Length - filled);
                if (wanted > 0)
                {
                    await response.Content.ReadExactlyAsync(piece.AsMemory(filled, wanted), abort);
                }

                left -= wanted;
                await WriteAsync(connection, piece.AsMemory(0, filled + wanted), abort);
                log.BytesOut += filled + wanted;
                filled = 0;
            }
            while (left > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static async Task WriteAsync(TlsStream connection, ReadOnlyMemory<byte> piece, CancellationToken abort)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(abort);
        late.CancelAfter(HttpLimits.WriteTime);
        try
        {
            await connection.WriteAsync(piece, late.Token);
        }
        catch (OperationCanceledException e) when (!abort.IsCancellationRequested)
        {
            throw new IOException("The client takes the response too slowly.", e);
        }
    }
}
