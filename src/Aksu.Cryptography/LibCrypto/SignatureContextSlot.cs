namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// Keeps one context of a key between signatures: to make one costs a fifth of signing with ECDSA. Whoever finds the slot empty, because
/// another thread has the context, makes its own. Thread-safe.
/// </summary>
internal sealed class SignatureContextSlot : IDisposable
{
    private SignatureContext? _kept;
    private volatile bool _isDisposed;

    /// <summary>The context, now the caller's; null when another has it.</summary>
    public SignatureContext? TryTake() => Interlocked.Exchange(ref _kept, null);

    /// <summary>Takes a context over, for the next one or to free it.</summary>
    public void Return(SignatureContext context)
    {
        if (_isDisposed || Interlocked.CompareExchange(ref _kept, context, null) is not null)
        {
            context.Dispose();
        }
        else if (_isDisposed)
        {
            Dispose(); // it was disposed of meanwhile
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        TryTake()?.Dispose();
    }
}
