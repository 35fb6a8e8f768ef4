using Aksu.Tls.Tests.Support;
using Aksu.Tls.Transport;

namespace Aksu.Tls.Tests.Transport;

public sealed class WriteTurnTests
{
    [Fact]
    public async Task One_has_the_turn_and_others_get_it_in_the_order_of_coming()
    {
        var turn = new WriteTurn();
        Assert.True(turn.TryEnter());
        Assert.False(turn.TryEnter());
        Task second = turn.EnterAsync(CancellationToken.None).AsTask();
        Task third = turn.EnterAsync(CancellationToken.None).AsTask();
        Assert.False(second.IsCompleted);
        turn.Exit();
        await second.InTime();
        Assert.False(third.IsCompleted);
        Assert.False(turn.TryEnter());
        turn.Exit();
        await third.InTime();
        turn.Exit();
        Assert.True(turn.TryEnter());
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_passed_over()
    {
        var turn = new WriteTurn();
        Assert.True(turn.TryEnter());
        using var cancel = new CancellationTokenSource();
        Task impatient = turn.EnterAsync(cancel.Token).AsTask();
        Task patient = turn.EnterAsync(CancellationToken.None).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.InTime());
        turn.Exit();
        await patient.InTime();
        using var again = new CancellationTokenSource();
        Task alone = turn.EnterAsync(again.Token).AsTask();
        await again.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => alone.InTime());
        turn.Exit();
        Assert.True(turn.TryEnter());
    }

    [Fact]
    public async Task Many_at_once_never_have_it_together()
    {
        var turn = new WriteTurn();
        int inside = 0;
        int total = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (int i = 0; i < 2000; i++)
            {
                if (worker % 2 == 0 || !turn.TryEnter())
                {
                    await turn.EnterAsync(CancellationToken.None);
                }

                Assert.Equal(1, Interlocked.Increment(ref inside));
                total++;
                Interlocked.Decrement(ref inside);
                turn.Exit();
            }
        }))).InTime();
        Assert.Equal(16_000, total);
        Assert.True(turn.TryEnter());
    }
}
