#pragma warning disable CA1835 // The overloads with arrays are among what is tested.

using System.Security.Cryptography;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>What every stream promises, in every way there is to read and write.</summary>
public sealed class StreamConformanceTests
{
    public enum Way
    {
        Array,
        Span,
        ArrayAsync,
        MemoryAsync,
        BeginEnd,
        SingleByte,
    }

    public static TheoryData<Way, Way> AllWays
    {
        get
        {
            var data = new TheoryData<Way, Way>();
            foreach (Way read in Enum.GetValues<Way>())
            {
                foreach (Way write in Enum.GetValues<Way>())
                {
                    data.Add(read, write);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Bytes_arrive_in_order_by_every_way_of_reading_and_writing(Way read, Way write)
    {
        await using Connected pair = await Connected.Make();
        byte[] sent = RandomNumberGenerator.GetBytes(40_000);
        byte[] received = new byte[sent.Length];
        Task writing = Task.Run(() => WriteAll(pair.Client, write, sent));
        await ReadAll(pair.Server, read, received).InTime();
        await writing.InTime();
        Assert.Equal(sent, received);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(16_384)]
    [InlineData(16_406)]
    [InlineData(20_000)]
    public async Task Any_chunking_of_the_transport_gives_the_same(int largestRead)
    {
        await using Connected pair = await Connected.Make(largestRead: largestRead);
        byte[] sent = RandomNumberGenerator.GetBytes(100_000);
        byte[] received = new byte[sent.Length];
        Task writing = pair.Server.WriteAsync(sent).AsTask();
        await pair.Client.ReadExactlyAsync(received).InTime();
        await writing.InTime();
        Assert.Equal(sent, received);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(1_000_000)]
    public async Task Writes_of_any_length_arrive_whole(int length)
    {
        await using Connected pair = await Connected.Make();
        byte[] sent = RandomNumberGenerator.GetBytes(length);
        byte[] received = new byte[length];
        Task writing = pair.Client.WriteAsync(sent).AsTask();
        await pair.Server.ReadExactlyAsync(received).InTime();
        await writing.InTime();
        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task A_read_gives_what_is_there_and_leaves_the_rest()
    {
        await using Connected pair = await Connected.Make();
        await pair.Client.WriteAsync(new byte[] { 1, 2, 3, 4, 5 }).InTime();
        byte[] buffer = new byte[10];
        Assert.Equal(2, await pair.Server.ReadAsync(buffer.AsMemory(0, 2)).InTime());
        Assert.Equal([1, 2], buffer[..2]);
        Assert.Equal(3, await pair.Server.ReadAsync(buffer).InTime());
        Assert.Equal([3, 4, 5], buffer[..3]);
    }

    [Fact]
    public async Task A_read_takes_several_records_that_have_come()
    {
        await using Connected pair = await Connected.Make();
        for (byte i = 0; i < 10; i++)
        {
            await pair.Client.WriteAsync(new[] { i }).InTime();
        }

        byte[] buffer = new byte[100];
        Assert.Equal(10, await pair.Server.ReadAsync(buffer).InTime());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], buffer[..10]);
    }

    [Fact]
    public async Task A_read_of_zero_bytes_waits_for_data_and_takes_none()
    {
        await using Connected pair = await Connected.Make();
        Task<int> waiting = pair.Server.ReadAsync(Memory<byte>.Empty).AsTask();
        Assert.False(waiting.IsCompleted);
        await pair.Client.WriteAsync(new byte[] { 7 }).InTime();
        Assert.Equal(0, await waiting.InTime());
        Assert.Equal(0, await pair.Server.ReadAsync(Memory<byte>.Empty).InTime());
        Assert.Equal(7, pair.Server.ReadByte());
    }

    [Fact]
    public async Task A_read_of_zero_bytes_sees_the_end()
    {
        await using Connected pair = await Connected.Make();
        Task<int> waiting = pair.Server.ReadAsync(Memory<byte>.Empty).AsTask();
        await pair.Client.ShutdownAsync().InTime();
        Assert.Equal(0, await waiting.InTime());
        Assert.Equal(-1, pair.Server.ReadByte());
    }

    [Fact]
    public async Task A_write_of_zero_bytes_sends_no_record()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        long before = pair.ClientTransport.Outgoing.TotalWritten;
        await pair.Client.WriteAsync(ReadOnlyMemory<byte>.Empty).InTime();
        pair.Client.Write([]);
        Assert.Equal(before, pair.ClientTransport.Outgoing.TotalWritten);
    }

    [Fact]
    public async Task The_end_is_read_again_and_again()
    {
        await using Connected pair = await Connected.Make();
        await pair.Client.ShutdownAsync().InTime();
        byte[] buffer = new byte[4];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, await pair.Server.ReadAsync(buffer).InTime());
            Assert.Equal(0, pair.Server.Read(buffer));
        }
    }

    [Fact]
    public async Task Wrong_arguments_are_refused()
    {
        await using Connected pair = await Connected.Make();
        byte[] buffer = new byte[4];
        TlsStream stream = pair.Client;
        Assert.Throws<ArgumentNullException>(() => stream.Read(null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => stream.Write(null!, 0, 1));
        Assert.Throws<ArgumentNullException>(() => { _ = stream.ReadAsync(null!, 0, 1); });
        Assert.Throws<ArgumentNullException>(() => { _ = stream.WriteAsync(null!, 0, 1); });
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Read(buffer, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Read(buffer, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Read(buffer, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Write(buffer, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.Write(buffer, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = stream.ReadAsync(buffer, 5, 0); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = stream.WriteAsync(buffer, 0, 5); });
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.BeginRead(buffer, 5, 0, null, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.BeginWrite(buffer, 0, 5, null, null));
        await pair.Exchange();
    }

    [Fact]
    public async Task It_reads_and_writes_but_does_not_seek()
    {
        await using Connected pair = await Connected.Make();
        Assert.True(pair.Client.CanRead);
        Assert.True(pair.Client.CanWrite);
        Assert.False(pair.Client.CanSeek);
        Assert.Throws<NotSupportedException>(() => pair.Client.Length);
        Assert.Throws<NotSupportedException>(() => pair.Client.Position);
        Assert.Throws<NotSupportedException>(() => pair.Client.Position = 0);
        Assert.Throws<NotSupportedException>(() => pair.Client.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => pair.Client.SetLength(0));
    }

    [Fact]
    public async Task After_disposing_every_operation_says_so()
    {
        await using Connected pair = await Connected.Make();
        TlsStream stream = pair.Client;
        await stream.DisposeAsync().InTime();
        await stream.DisposeAsync().InTime();
        stream.Dispose();
        byte[] buffer = new byte[1];
        Assert.False(stream.CanRead);
        Assert.False(stream.CanWrite);
        Assert.Throws<ObjectDisposedException>(() => stream.Read(buffer, 0, 1));
        Assert.Throws<ObjectDisposedException>(() => stream.ReadByte());
        Assert.Throws<ObjectDisposedException>(() => stream.Write(buffer, 0, 1));
        Assert.Throws<ObjectDisposedException>(stream.Flush);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.FlushAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(buffer).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.WriteAsync(buffer).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ShutdownAsync().AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.RequestKeyUpdateAsync().AsTask());
        Assert.Throws<ObjectDisposedException>(() => stream.ExportKeyingMaterial("EXPERIMENTAL test", [], 16));
    }

    [Fact]
    public async Task Copying_to_a_stream_takes_everything_up_to_the_end()
    {
        await using Connected pair = await Connected.Make();
        byte[] sent = RandomNumberGenerator.GetBytes(300_000);
        Task writing = Task.Run(async () =>
        {
            await pair.Client.WriteAsync(sent);
            await pair.Client.ShutdownAsync();
        });
        using var copy = new MemoryStream();
        await pair.Server.CopyToAsync(copy).InTime();
        await writing.InTime();
        Assert.Equal(sent, copy.ToArray());
    }

    [Fact]
    public async Task Flush_reaches_the_transport()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        var flushes = 0;
        var stepped = new SteppedTransport(a)
        {
            Before = (_, what, _) =>
            {
                flushes += what == "flush" ? 1 : 0;
                return default;
            },
        };
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(b).AsTask();
        await using TlsStream client =
            await new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(stepped, TestAuthority.Host).InTime();
        await using TlsStream server = await accepting.InTime();
        int before = flushes;
        await client.FlushAsync().InTime();
        Assert.Equal(before + 1, flushes);
    }

    private static async Task WriteAll(Stream stream, Way way, byte[] bytes)
    {
        // Single bytes are slow: fewer of them make the same point.
        int single = way == Way.SingleByte ? 500 : 0;
        for (int i = 0; i < single; i++)
        {
            stream.WriteByte(bytes[i]);
        }

        switch (way)
        {
            case Way.Array:
                stream.Write(bytes, 0, bytes.Length);
                break;
            case Way.ArrayAsync:
                await stream.WriteAsync(bytes, 0, bytes.Length);
                break;
            case Way.MemoryAsync:
                await stream.WriteAsync(bytes.AsMemory());
                break;
            case Way.BeginEnd:
                await Task.Factory.FromAsync(stream.BeginWrite, stream.EndWrite, bytes, 0, bytes.Length, null);
                break;
            default:
                stream.Write(bytes.AsSpan(single));
                break;
        }
    }

    private static async Task ReadAll(Stream stream, Way way, byte[] bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            int length = Math.Min(bytes.Length - at, 9_999);
            int count;
            switch (way)
            {
                case Way.Array:
                    count = await Task.Run(() => stream.Read(bytes, at, length));
                    break;
                case Way.ArrayAsync:
                    count = await stream.ReadAsync(bytes, at, length);
                    break;
                case Way.MemoryAsync:
                    count = await stream.ReadAsync(bytes.AsMemory(at, length));
                    break;
                case Way.BeginEnd:
                    count = await Task<int>.Factory.FromAsync(stream.BeginRead, stream.EndRead, bytes, at, length, null);
                    break;
                case Way.SingleByte when at < 500:
                    int one = await Task.Run(stream.ReadByte);
                    bytes[at] = (byte)one;
                    count = one < 0 ? 0 : 1;
                    break;
                default:
                    count = await Task.Run(() => stream.Read(bytes.AsSpan(at, length)));
                    break;
            }

            Assert.NotEqual(0, count);
            at += count;
        }
    }
}
