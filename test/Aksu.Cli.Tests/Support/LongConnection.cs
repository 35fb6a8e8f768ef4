using System.Net.Sockets;
using System.Text;
using Aksu.Pki;
using Aksu.Tls;

namespace Aksu.Cli.Tests.Support;

/// <summary>A connection to <c>aksu serve --echo</c> that stays open.</summary>
internal sealed class LongConnection : IAsyncDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly TlsStream _stream;

    private LongConnection(TlsStream stream) => _stream = stream;

    public static async Task<LongConnection> OpenAsync(ToolServer server, string root)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", server.Port);
        var client = new TlsClient(new TlsClientOptions { Trust = TrustStore.FromPemFile(root) });
        return new LongConnection(await client.AuthenticateAsync(new NetworkStream(socket, ownsSocket: true), "localhost"));
    }

    /// <summary>Sends a text and expects it back.</summary>
    public async Task EchoAsync(string text)
    {
        using var late = new CancellationTokenSource(TimeLimit);
        byte[] sent = Encoding.ASCII.GetBytes(text);
        await _stream.WriteAsync(sent, late.Token);
        byte[] received = new byte[sent.Length];
        await _stream.ReadExactlyAsync(received, late.Token);
        Assert.Equal(sent, received);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
