using Aksu.Tls.Transport;

namespace Aksu.Tls.Tests.Transport;

public sealed class InputBufferTests
{
    [Fact]
    public void Memory_is_held_only_while_something_is_in_it()
    {
        var buffer = new InputBuffer();
        Assert.False(buffer.IsRented);
        Assert.True(buffer.IsEmpty);
        new byte[] { 1, 2, 3 }.CopyTo(buffer.FreeSpace());
        buffer.Commit(3);
        Assert.Equal([1, 2, 3], buffer.Unread.ToArray());
        buffer.Consume(2);
        buffer.ReleaseIfEmpty();
        Assert.True(buffer.IsRented);
        Assert.Equal([3], buffer.Unread.ToArray());
        buffer.Consume(1);
        buffer.ReleaseIfEmptyUnless(isRead: true);
        Assert.True(buffer.IsRented);
        buffer.ReleaseIfEmptyUnless(isRead: false);
        Assert.False(buffer.IsRented);
    }

    [Fact]
    public void There_is_room_for_a_whole_record_wherever_it_begins()
    {
        var buffer = new InputBuffer();
        for (int consumed = 0; consumed < 200_000; consumed += 5_001)
        {
            while (buffer.Unread.Length < 5_001)
            {
                Memory<byte> free = buffer.FreeSpace();
                Assert.NotEqual(0, free.Length);
                buffer.Commit(Math.Min(free.Length, 1_000));
            }

            buffer.FreeSpace();
            Assert.True(buffer.Unread.Length + buffer.FreeSpace().Length >= 5 + 16_384 + 2048);
            buffer.Consume(5_001);
        }
    }

    [Fact]
    public void Bytes_survive_moving_and_growing()
    {
        var buffer = new InputBuffer();
        byte next = 0;
        byte expected = 0;
        for (int round = 0; round < 200; round++)
        {
            Memory<byte> free = buffer.FreeSpace();
            foreach (ref byte b in free.Span)
            {
                b = next++;
            }

            buffer.Commit(free.Length);
            int take = Math.Max(1, buffer.Unread.Length - (round % 7 * 100));
            foreach (byte b in buffer.Unread[..take])
            {
                Assert.Equal(expected++, b);
            }

            buffer.Consume(take);
            buffer.ReleaseIfEmpty();
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_transport_that_miscounts_is_found_out(int count)
    {
        var buffer = new InputBuffer();
        buffer.FreeSpace();
        Assert.Throws<IOException>(() => buffer.Commit(count));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Consume(1));
    }

    [Fact]
    public void After_a_failed_read_empty_memory_is_abandoned_and_full_memory_kept()
    {
        var buffer = new InputBuffer();
        buffer.FreeSpace();
        buffer.AbandonIfEmpty();
        Assert.False(buffer.IsRented);
        buffer.FreeSpace();
        buffer.Commit(1);
        buffer.AbandonIfEmpty();
        Assert.Equal(1, buffer.Unread.Length);
    }
}
