using System.Net;
using System.Net.Sockets;
using Aksu.Tls.Tests.Support;
using Aksu.Tls.Transport;

namespace Aksu.Tls.Tests.Transport;

public sealed class CancellationSourcesTests
{
    private const int MoreThanAreKept = 200;

    [Fact]
    public void A_source_that_was_canceled_is_not_given_to_anybody_else()
    {
        CancellationTokenSource canceled = CancellationSources.Take();
        canceled.Cancel();
        CancellationSources.Return(canceled, isLent: false);
        Assert.All(TakeAll(), source => Assert.False(source.IsCancellationRequested));
    }

    [Fact]
    public void A_source_whose_token_was_lent_is_not_given_to_anybody_else()
    {
        CancellationTokenSource lent = CancellationSources.Take();
        CancellationSources.Return(lent, isLent: true);
        Assert.DoesNotContain(lent, TakeAll());
    }

    [Fact]
    public void The_time_of_one_user_does_not_end_the_next_one()
    {
        CancellationTokenSource timed = CancellationSources.Take(TimeSpan.FromDays(1), TimeProvider.System);
        CancellationToken before = timed.Token;
        CancellationSources.Return(timed, isLent: false);
        Assert.False(before.IsCancellationRequested);

        // No timer of the system's runs any more: what is set now is what counts.
        using CancellationTokenSource next = CancellationSources.Take(TimeSpan.Zero, TimeProvider.System);
        Assert.True(next.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
        Assert.All(TakeAll(), source => Assert.False(source.IsCancellationRequested));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hook_that_keeps_its_token_never_sees_it_canceled_by_another_connection(bool isOverOtherTransport)
    {
        CancellationToken kept = default;
        TlsClientOptions client = TestAuthority.ClientOptions with
        {
            VerifyPeer = (_, token) =>
            {
                kept = token;
                return ValueTask.FromResult(PeerDecision.FollowVerdict);
            },
        };
        await ConnectAsync(client, transport => isOverOtherTransport ? new SteppedTransport(transport) : transport);
        Assert.True(kept.CanBeCanceled);
        await CancelAllAsync();
        Assert.False(kept.IsCancellationRequested);
    }

    [Fact]
    public async Task A_transport_that_keeps_tokens_never_sees_them_canceled_by_another_connection()
    {
        var kept = new List<CancellationToken>();
        await ConnectAsync(TestAuthority.ClientOptions, transport => new SteppedTransport(transport)
        {
            Before = (_, _, token) =>
            {
                kept.Add(token);
                return ValueTask.CompletedTask;
            },
        });
        Assert.Contains(kept, static token => token.CanBeCanceled);
        await CancelAllAsync();
        Assert.All(kept, static token => Assert.False(token.IsCancellationRequested));
    }

    /// <summary>A connection over sockets from beginning to end, whose client's transport may be something else.</summary>
    private static async Task ConnectAsync(TlsClientOptions options, Func<NetworkStream, Stream> transport)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using TcpClient server = await listener.AcceptTcpClientAsync();
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(server.GetStream()).AsTask();
        await using TlsStream connected =
            await new TlsClient(options).AuthenticateAsync(transport(client.GetStream()), TestAuthority.Host).InTime();
        await using TlsStream accepted = await accepting.InTime();
    }

    private static Task CancelAllAsync() => Task.WhenAll(TakeAll().Select(static source => source.CancelAsync()));

    /// <summary>All that are kept, and new ones.</summary>
    private static CancellationTokenSource[] TakeAll() =>
        [.. Enumerable.Range(0, MoreThanAreKept).Select(static _ => CancellationSources.Take())];
}
