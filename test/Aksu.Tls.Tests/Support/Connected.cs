using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Tests.Support;

/// <summary>A client and a server that are connected in memory.</summary>
internal sealed class Connected : IAsyncDisposable
{
    private Connected(TlsStream client, TlsStream server, MemoryTransport clientTransport, MemoryTransport serverTransport)
    {
        Client = client;
        Server = server;
        ClientTransport = clientTransport;
        ServerTransport = serverTransport;
    }

    public TlsStream Client { get; }

    public TlsStream Server { get; }

    public MemoryTransport ClientTransport { get; }

    public MemoryTransport ServerTransport { get; }

    public static Task<Connected> Make(
        TlsClientOptions? client = null, TlsServerOptions? server = null, int capacity = 256 * 1024, int largestRead = int.MaxValue) =>
        Make(
            new TlsClient(client ?? TestAuthority.ClientOptions),
            new TlsServer(server ?? TestAuthority.ServerOptions),
            TestAuthority.Host,
            capacity,
            largestRead);

    public static async Task<Connected> Make(
        TlsClient client, TlsServer server, string host = TestAuthority.Host, int capacity = 256 * 1024, int largestRead = int.MaxValue)
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair(capacity, largestRead);
        Task<TlsStream> accepting = server.AuthenticateAsync(b).AsTask();
        TlsStream connected;
        try
        {
            connected = await client.AuthenticateAsync(a, host).InTime();
        }
        catch (TlsException e) when (e.SentByPeer)
        {
            // The side that found the fault says more about it.
            await accepting.InTime();
            throw;
        }

        return new Connected(connected, await accepting.InTime(), a, b);
    }

    /// <summary>Both sides of a handshake that at least one side is to fail.</summary>
    public static async Task<(TlsException? Client, TlsException? Server)> Fail(
        TlsClientOptions? client = null, TlsServerOptions? server = null, string host = TestAuthority.Host)
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsException?> accepting = Outcome(new TlsServer(server ?? TestAuthority.ServerOptions).AuthenticateAsync(b));
        Task<TlsException?> connecting = Outcome(new TlsClient(client ?? TestAuthority.ClientOptions).AuthenticateAsync(a, host));
        return (await connecting.InTime(), await accepting.InTime());
    }

    /// <summary>Sends a byte each way, so that what the server sends after the handshake has been read.</summary>
    public async Task Exchange()
    {
        byte[] buffer = new byte[1];
        await Client.WriteAsync(new byte[] { 1 }).InTime();
        await Server.ReadExactlyAsync(buffer).InTime();
        await Server.WriteAsync(new byte[] { 2 }).InTime();
        await Client.ReadExactlyAsync(buffer).InTime();
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>With TLS 1.3 a client is done before the server judges its certificate: reading shows how it went.</summary>
    private static async Task<TlsException?> Outcome(ValueTask<TlsStream> handshake)
    {
        try
        {
            await using TlsStream stream = await handshake.InTime();
            if (stream.Side == TlsSide.Client)
            {
                await stream.ReadAsync(new byte[1]).InTime();
            }

            return null;
        }
        catch (TlsException e)
        {
            return e;
        }
    }
}
