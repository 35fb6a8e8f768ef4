namespace Aksu.Tls.Transport;

/// <summary>
/// Lets one party at a time use the sending half: the writer, or whoever sends what the receiving half owes. Whoever waits is served in the
/// order of coming. Free of locks and allocations unless somebody has to wait. Thread-safe.
/// </summary>
internal sealed class WriteTurn
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int TakenWithWaiters = 2;

    /// <summary>Null unless somebody has waited. This object, which nobody else locks, guards it.</summary>
    private Queue<TaskCompletionSource>? _waiters;
    private int _state;

    /// <summary>Takes the turn if nobody has it.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _state, Taken, Free) == Free;

    /// <summary>Takes the turn as soon as it is this caller's.</summary>
    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        return TryEnter() ? default : WaitAsync(cancellationToken);
    }

    /// <summary>Gives the turn to the next one.</summary>
    public void Exit()
    {
        if (Interlocked.CompareExchange(ref _state, Free, Taken) == Taken)
        {
            return;
        }

        lock (this)
        {
            while (_waiters!.TryDequeue(out TaskCompletionSource? next))
            {
                Volatile.Write(ref _state, _waiters.Count > 0 ? TakenWithWaiters : Taken);
                if (next.TrySetResult())
                {
                    return;
                }
            }

            Volatile.Write(ref _state, Free);
        }
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (this)
        {
            // Whoever gives the turn to one that waits finds a queue.
            _waiters ??= new Queue<TaskCompletionSource>();
            do
            {
                if (TryEnter())
                {
                    return;
                }
            }
            while (Interlocked.CompareExchange(ref _state, TakenWithWaiters, Taken) == Free);

            _waiters.Enqueue(waiter);
        }

        using (cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), waiter))
        {
            await waiter.Task.ConfigureAwait(false);
        }
    }
}
