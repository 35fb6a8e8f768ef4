namespace Aksu.Tls.Engine.Suspensions;

/// <summary>
/// A decision that the engine needs from the application before it goes on. It is answered exactly once, from any thread; then the engine
/// is called again.
/// </summary>
public abstract class SuspendedRequest
{
    private int _answered;

    private protected SuspendedRequest()
    {
    }

    /// <summary>Whether the answer was given.</summary>
    public bool IsAnswered => Volatile.Read(ref _answered) == 2;

    /// <summary>The alert and reason of a refusal; null when the answer is none.</summary>
    internal Errors.TlsException? Refusal { get; private set; }

    /// <summary>Lets one answer in: what it says is stored before <see cref="EndAnswer"/>.</summary>
    /// <exception cref="InvalidOperationException">There was one before.</exception>
    private protected void BeginAnswer()
    {
        if (Interlocked.CompareExchange(ref _answered, 1, 0) != 0)
        {
            throw new InvalidOperationException("This request was answered before.");
        }
    }

    private protected void EndAnswer() => Volatile.Write(ref _answered, 2);

    private protected void AnswerWith(Errors.TlsException refusal)
    {
        BeginAnswer();
        Refusal = refusal;
        EndAnswer();
    }
}
