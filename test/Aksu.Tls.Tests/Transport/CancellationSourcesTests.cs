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
        CancellationSources.Return(canceled);
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
        CancellationSources.Return(timed);
        Assert.False(before.IsCancellationRequested);

        // No timer of the system's runs any more: what is set now is what counts.
        using CancellationTokenSource next = CancellationSources.Take(TimeSpan.Zero, TimeProvider.System);
        Assert.True(next.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
        Assert.All(TakeAll(), source => Assert.False(source.IsCancellationRequested));
    }

    [Fact]
    public async Task A_hook_that_keeps_its_token_never_sees_it_canceled_by_another_connection()
    {
        CancellationToken kept = default;
        var client = new TlsClient(TestAuthority.ClientOptions with
        {
            VerifyPeer = (_, token) =>
            {
                kept = token;
                return ValueTask.FromResult(PeerDecision.FollowVerdict);
            },
        });
        await using (await Connected.Make(client, new TlsServer(TestAuthority.ServerOptions)))
        {
            Assert.True(kept.CanBeCanceled);
        }

        CancellationTokenSource[] all = TakeAll();
        await Task.WhenAll(all.Select(static source => source.CancelAsync()));
        Assert.False(kept.IsCancellationRequested);
    }

    /// <summary>All that are kept, and new ones.</summary>
    private static CancellationTokenSource[] TakeAll() =>
        [.. Enumerable.Range(0, MoreThanAreKept).Select(static _ => CancellationSources.Take())];
}
