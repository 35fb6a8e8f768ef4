using System.Collections.Concurrent;

namespace Aksu.Tls.Tests.Support;

/// <summary>A store that several servers share, and that answers later, as one over a network does.</summary>
internal sealed class SharedStore : ITlsSessionStore
{
    public ConcurrentDictionary<string, byte[]> Entries { get; } = new();

    public ConcurrentQueue<TimeSpan> Lifetimes { get; } = new();

    public int Lookups { get; private set; }

    public Exception? Failure { get; set; }

    public async ValueTask StoreAsync(
        ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> session, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        await Later(cancellationToken);
        Lifetimes.Enqueue(lifetime);
        Assert.True(Entries.TryAdd(Convert.ToHexString(key.Span), session.ToArray()));
    }

    public async ValueTask<ReadOnlyMemory<byte>> FindAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        Lookups++;
        await Later(cancellationToken);
        return Entries.TryGetValue(Convert.ToHexString(key.Span), out byte[]? session) ? session : default;
    }

    public async ValueTask RemoveAsync(ReadOnlyMemory<byte> key)
    {
        await Later(CancellationToken.None);
        Entries.TryRemove(Convert.ToHexString(key.Span), out _);
    }

    private async Task Later(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
