using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// A key pair of X25519 for one exchange, as the offer of it. Eight share one piece of pinned memory; each wipes its own part.
/// </summary>
internal sealed class KeyPair25519 : KeyExchangeOffer
{
    public const int Size = 32;

    private const int Keys = BasePointMultiple25519.Keys;

    private readonly byte[] _batch;
    private readonly int _index;
    private bool _isDisposed;

    private KeyPair25519(byte[] batch, int index)
    {
        _batch = batch;
        _index = index;
    }

    /// <exception cref="ObjectDisposedException">The pair was disposed of.</exception>
    public override ReadOnlySpan<byte> PublicValue
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _batch.AsSpan((Keys + _index) * Size, Size);
        }
    }

    private Span<byte> PrivateKey => _batch.AsSpan(_index * Size, Size);

    /// <summary>Fresh pairs from one call for random bytes.</summary>
    public static KeyPair25519[] MakeBatch()
    {
        byte[] batch = GC.AllocateUninitializedArray<byte>(2 * Keys * Size, pinned: true);
        RandomNumberGenerator.Fill(batch.AsSpan(0, Keys * Size));
        BasePointMultiple25519.Multiply(batch.AsSpan(0, Keys * Size), batch.AsSpan(Keys * Size));
        var pairs = new KeyPair25519[Keys];
        for (int i = 0; i < Keys; i++)
        {
            pairs[i] = new KeyPair25519(batch, i);
        }
        return pairs;
    }

    public override Secret? Complete(ReadOnlySpan<byte> answer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (answer.Length != Size)
        {
            return null;
        }
        var secret = new Secret(Size);
        Ladder25519.Multiply(PrivateKey, answer, secret.Span);
        int all = 0;
        foreach (byte part in secret.Span)
        {
            all |= part; // every byte is looked at, whatever the first ones are
        }
        if (all != 0)
        {
            return secret;
        }
        secret.Dispose();
        return null;
    }

    public override void Dispose()
    {
        _isDisposed = true;
        CryptographicOperations.ZeroMemory(PrivateKey);
    }
}
