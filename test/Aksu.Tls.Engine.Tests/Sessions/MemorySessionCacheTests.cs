using Aksu.Cryptography;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Tests.Sessions;

public sealed class MemorySessionCacheTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly MemorySessionCache _cache = new(capacity: 3);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void Finds_what_was_stored_as_often_as_it_is_asked()
    {
        _cache.Store(Id(1), [1, 2, 3], Noon, Hour);
        for (int i = 0; i < 3; i++)
        {
            using Secret? found = _cache.Find(Id(1), Noon);
            Assert.Equal([1, 2, 3], found!.Span.ToArray());
        }
    }

    [Fact]
    public void Does_not_find_what_was_not_stored()
    {
        _cache.Store(Id(1), [1], Noon, Hour);

        Assert.Null(_cache.Find(Id(2), Noon));
        Assert.Null(_cache.Find([1], Noon));
        Assert.Null(_cache.Find([], Noon));
    }

    [Fact]
    public void Forgets_the_oldest_when_it_is_full()
    {
        for (byte i = 1; i <= 4; i++)
        {
            _cache.Store(Id(i), [i], Noon, Hour);
        }

        Assert.Equal(3, _cache.Count);
        Assert.Null(_cache.Find(Id(1), Noon));
        Assert.NotNull(_cache.Find(Id(2), Noon));
        Assert.NotNull(_cache.Find(Id(4), Noon));
    }

    [Theory]
    [InlineData(59 * 60 + 59, true)]
    [InlineData(60 * 60, false)]
    public void Forgets_when_the_time_is_over(int seconds, bool isFound)
    {
        _cache.Store(Id(1), [1], Noon, Hour);

        Assert.Equal(isFound, _cache.Find(Id(1), Noon + TimeSpan.FromSeconds(seconds)) is not null);
        Assert.Equal(isFound ? 1 : 0, _cache.Count);
    }

    [Fact]
    public void Makes_room_by_what_is_over()
    {
        _cache.Store(Id(1), [1], Noon, Hour);
        _cache.Store(Id(2), [2], Noon, Hour);
        _cache.Store(Id(3), [3], Noon + Hour, Hour);

        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Replaces_a_session_of_the_same_identifier()
    {
        _cache.Store(Id(1), [1], Noon, Hour);
        _cache.Store(Id(1), [2], Noon, Hour);

        using Secret? found = _cache.Find(Id(1), Noon);
        Assert.Equal([2], found!.Span.ToArray());
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public void Removes()
    {
        _cache.Store(Id(1), [1], Noon, Hour);
        _cache.Remove(Id(2));
        _cache.Remove([]);
        Assert.Equal(1, _cache.Count);
        _cache.Remove(Id(1));

        Assert.Equal(0, _cache.Count);
        Assert.Null(_cache.Find(Id(1), Noon));
    }

    [Fact]
    public void Holds_nothing_once_disposed_of()
    {
        _cache.Store(Id(1), [1], Noon, Hour);
        _cache.Dispose();

        Assert.Equal(0, _cache.Count);
        Assert.Throws<ObjectDisposedException>(() => _cache.Store(Id(1), [1], Noon, Hour));
    }

    [Fact]
    public void Serves_many_threads_within_its_bound()
    {
        Parallel.For(0, 1000, i =>
        {
            byte[] id = Id((byte)(i % 7));
            _cache.Store(id, [1, 2], Noon, Hour);
            _cache.Find(id, Noon)?.Dispose();
            _cache.Remove(Id((byte)(i % 5)));
            Assert.InRange(_cache.Count, 0, 3);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void Refuses_a_capacity_out_of_bounds(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemorySessionCache(capacity));

    private static byte[] Id(byte number) => [.. Enumerable.Repeat(number, 32)];
}
