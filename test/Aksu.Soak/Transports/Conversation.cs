using Aksu.Tls;
using Aksu.Tls.Tests.Support;

namespace Aksu.Soak.Transports;

/// <summary>
/// A question and an answer between a client and a server in memory, each side over a transport that may fail. A side is done when it has
/// read to the end, or has failed.
/// </summary>
internal static class Conversation
{
    private static readonly byte[] Question = [.. Enumerable.Range(0, 200).Select(static i => (byte)i)];
    private static readonly byte[] Answer = [.. Enumerable.Range(0, 3000).Select(static i => (byte)(i * 7))];

    /// <summary>Talks to the end.</summary>
    /// <param name="client">The client's options.</param>
    /// <param name="server">The server's options.</param>
    /// <param name="wrapClient">Puts something in front of the client's end; null for nothing.</param>
    /// <param name="wrapServer">The same for the server's end.</param>
    public static async Task<Outcome> Run(
        TlsClient client, TlsServer server, Func<Stream, Stream>? wrapClient = null, Func<Stream, Stream>? wrapServer = null)
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair(capacity: 32 * 1024);
        Task<SideOutcome> asking = Ask(client, wrapClient?.Invoke(a) ?? a, a.Outgoing.End).WaitAsync(TestTime.Limit);
        Task<SideOutcome> answering = Reply(server, wrapServer?.Invoke(b) ?? b).WaitAsync(TestTime.Limit);
        return new Outcome(await asking, await answering);
    }

    private static Task<SideOutcome> Ask(TlsClient client, Stream transport, Action end) => Side(
        transport,
        () => client.AuthenticateAsync(transport, SoakAuthority.Host),
        async stream =>
        {
            await stream.WriteAsync(Question);
            await stream.ShutdownAsync();

            // As TCP would say it: a record that was made longer on the way waits for bytes that nobody sends.
            end();
            return await ReadAll(stream, Answer);
        });

    private static Task<SideOutcome> Reply(TlsServer server, Stream transport) => Side(
        transport,
        () => server.AuthenticateAsync(transport),
        async stream =>
        {
            bool isRight = await ReadAll(stream, Question);
            await stream.WriteAsync(Answer);
            await stream.ShutdownAsync();
            return isRight;
        });

    private static async Task<SideOutcome> Side(Stream transport, Func<ValueTask<TlsStream>> shake, Func<TlsStream, Task<bool>> talk)
    {
        try
        {
            await using TlsStream stream = await shake();
            return new SideOutcome(null, await talk(stream));
        }
        catch (IOException e)
        {
            return new SideOutcome(e, false);
        }
        finally
        {
            await transport.DisposeAsync();
        }
    }

    /// <summary>Reads to the proper end; whether it was exactly this. Anything else than a beginning of it is thrown.</summary>
    private static async Task<bool> ReadAll(TlsStream stream, byte[] expected)
    {
        byte[] buffer = new byte[expected.Length + 1];
        int count = 0;
        while (true)
        {
            int read = await stream.ReadAsync(buffer.AsMemory(count));
            if (read == 0)
            {
                return count == expected.Length;
            }

            count += read;
            if (!expected.AsSpan().StartsWith(buffer.AsSpan(0, count)))
            {
                throw new InvalidDataException("Something else arrived than was sent.");
            }
        }
    }
}
