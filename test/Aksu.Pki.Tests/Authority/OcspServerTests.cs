using System.Net.Sockets;
using Aksu.Ca.Ocsp;

namespace Aksu.Pki.Tests.Authority;

public sealed class OcspServerTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Stops_at_once_whenever_a_client_comes()
    {
        for (int i = 0; i < 50; i++)
        {
            var server = OcspServer.Start(0, static _ => []);
            using var client = new TcpClient();
            Task connecting = client.ConnectAsync("127.0.0.1", server.Address.Port);
            if (i % 2 == 0)
            {
                await connecting;
            }

            await server.DisposeAsync().AsTask().WaitAsync(TimeLimit);
            await connecting.ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    [Fact]
    public async Task Answers_although_others_say_nothing()
    {
        await using var server = OcspServer.Start(0, static _ => [1, 2, 3]);
        TcpClient[] silent = [.. Enumerable.Range(0, 20).Select(_ => new TcpClient("127.0.0.1", server.Address.Port))];
        try
        {
            using var http = new HttpClient { Timeout = TimeLimit };
            using var request = new ByteArrayContent([4, 5, 6]);
            request.Headers.ContentType = new("application/ocsp-request");
            HttpResponseMessage response = await http.PostAsync(server.Address, request);
            Assert.Equal([1, 2, 3], await response.Content.ReadAsByteArrayAsync());
        }
        finally
        {
            Array.ForEach(silent, static client => client.Dispose());
        }
    }
}
