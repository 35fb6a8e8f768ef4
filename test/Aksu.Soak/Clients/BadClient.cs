using System.Net;
using System.Net.Sockets;
using Aksu.Soak.Transports;
using Aksu.Tls;
using Aksu.Tls.Tests.Support;

namespace Aksu.Soak.Clients;

/// <summary>One connection of a client that misbehaves. It ends by itself, or when the server ends it.</summary>
internal sealed class BadClient(IPEndPoint server)
{
    // More than a ClientHello and less than what follows it and a record of data.
    private const long BytesBeforeData = 700;

    private static readonly byte[] HalfHello = [22, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, 1, 2, 3, 4];
    private static readonly TlsClient Trusting = new(SoakAuthority.ClientOptions);
    private static readonly TlsClient Distrusting = new(SoakAuthority.ClientOptions with { Trust = Pki.TrustStore.Empty });

    public async Task Run(Misbehaviour how)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server).WaitAsync(TestTime.Limit);
        try
        {
            await Misbehave(socket, how).WaitAsync(TestTime.Limit);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server ends the connection, which is its right.
        }
    }

    private static Task Misbehave(Socket socket, Misbehaviour how) => how switch
    {
        Misbehaviour.SaysNothing => Task.CompletedTask,
        Misbehaviour.SendsGarbage => SendAndWait(socket, [.. Enumerable.Range(0, 512).Select(static i => (byte)(i * 31))]),
        Misbehaviour.SpeaksHttp => SendAndWait(socket, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray()),
        Misbehaviour.LeavesHalfway => Send(socket, HalfHello),
        Misbehaviour.Stalls => SendAndWait(socket, HalfHello),
        Misbehaviour.Dribbles => Dribble(socket),
        Misbehaviour.SendsEmptyRecords => Flood(socket),
        Misbehaviour.TrustsNobody => Shake(Distrusting, new NetworkStream(socket)),
        Misbehaviour.Truncates => AfterHandshake(socket, static stream => stream.WriteAsync(new byte[100]).AsTask()),
        Misbehaviour.Resets => AfterHandshake(socket, stream => Reset(socket, stream)),
        Misbehaviour.Corrupts => Corrupt(socket),
        Misbehaviour.NeverReads => AfterHandshake(socket, SendMuch),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private static async Task Send(Socket socket, byte[] bytes) => await socket.SendAsync(bytes);

    private static async Task SendAndWait(Socket socket, byte[] bytes)
    {
        await Send(socket, bytes);
        await WaitForEnd(socket);
    }

    private static async Task WaitForEnd(Socket socket)
    {
        byte[] buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer) > 0)
        {
        }
    }

    private static async Task Dribble(Socket socket)
    {
        for (int i = 0; ; i++)
        {
            await socket.SendAsync(new byte[] { i < HalfHello.Length ? HalfHello[i] : (byte)i });
            await Task.Delay(50);
        }
    }

    private static async Task Flood(Socket socket)
    {
        byte[] records = [.. Enumerable.Repeat((byte[])[22, 3, 1, 0, 0], 100).SelectMany(static record => record)];
        while (true)
        {
            await socket.SendAsync(records);
        }
    }

    private static async Task Shake(TlsClient client, Stream transport)
    {
        await using TlsStream stream = await client.AuthenticateAsync(transport, SoakAuthority.Host);
    }

    private static async Task AfterHandshake(Socket socket, Func<TlsStream, Task> then)
    {
        // The stream is left as it is: disposing would say goodbye.
        TlsStream stream = await Trusting.AuthenticateAsync(new NetworkStream(socket), SoakAuthority.Host);
        try
        {
            await then(stream);
        }
        finally
        {
            socket.Dispose();
            await stream.DisposeAsync();
        }
    }

    private static async Task Reset(Socket socket, TlsStream stream)
    {
        await stream.WriteAsync(new byte[20_000]);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
    }

    private static async Task Corrupt(Socket socket)
    {
        var transport = new FaultyTransport(new NetworkStream(socket), Fault.Corrupt, BytesBeforeData);
        await using TlsStream stream = await Trusting.AuthenticateAsync(transport, SoakAuthority.Host);
        await stream.WriteAsync(new byte[2000]);
        await stream.ReadExactlyAsync(new byte[1]);
    }

    private static async Task SendMuch(TlsStream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            while (true)
            {
                await stream.WriteAsync(new byte[16_384], patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
