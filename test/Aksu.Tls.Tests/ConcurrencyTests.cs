using System.Security.Cryptography;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task A_second_reader_is_refused_and_the_first_goes_on()
    {
        await using Connected pair = await Connected.Make();
        byte[] buffer = new byte[1];
        Task<int> first = pair.Client.ReadAsync(buffer).AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Client.ReadAsync(new byte[1]).AsTask());
        Assert.Throws<InvalidOperationException>(() => pair.Client.Read(new byte[1]));
        await pair.Server.WriteAsync(new byte[] { 4 }).InTime();
        Assert.Equal(1, await first.InTime());
        Assert.Equal(4, buffer[0]);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_the_first_goes_on()
    {
        await using Connected pair = await Connected.Make(capacity: 4096);
        byte[] sent = RandomNumberGenerator.GetBytes(100_000);
        Task first = pair.Client.WriteAsync(sent).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Outgoing.HasWaitingWriter);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Client.WriteAsync(new byte[1]).AsTask());
        Assert.Throws<InvalidOperationException>(() => pair.Client.Write([1]));
        byte[] received = new byte[sent.Length];
        await pair.Server.ReadExactlyAsync(received).InTime();
        await first.InTime();
        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task Reading_does_not_wait_for_a_write_that_is_stuck()
    {
        await using Connected pair = await Connected.Make(capacity: 4096);
        await pair.Exchange();
        Task stuck = pair.Client.WriteAsync(new byte[100_000]).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Outgoing.HasWaitingWriter);

        // Data and a request for a key update: the answer to it is owed, and the reader is not held up by that.
        byte[] buffer = new byte[100];
        await pair.Server.WriteAsync(new byte[] { 1, 2, 3 }).InTime();
        await pair.Server.RequestKeyUpdateAsync(askPeer: true).InTime();
        await pair.Server.WriteAsync(new byte[] { 4 }).InTime();
        await pair.Client.ReadExactlyAsync(buffer.AsMemory(0, 4)).InTime();
        Assert.Equal([1, 2, 3, 4], buffer[..4]);
        Assert.False(stuck.IsCompleted);

        await pair.Server.ReadExactlyAsync(new byte[100_000]).InTime();
        await stuck.InTime();
        await pair.Exchange();
    }

    [Fact]
    public async Task What_the_reader_owes_goes_out_without_a_write()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        long before = pair.ClientTransport.Outgoing.TotalWritten;
        await pair.Server.RequestKeyUpdateAsync(askPeer: true).InTime();
        Task<int> reading = pair.Client.ReadAsync(new byte[1]).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Outgoing.TotalWritten > before);
        Assert.False(reading.IsCompleted);
        await pair.Server.WriteAsync(new byte[] { 1 }).InTime();
        Assert.Equal(1, await reading.InTime());
        await pair.Exchange();
    }

    [Fact]
    public async Task Key_updates_from_both_sides_do_not_disturb_the_data()
    {
        await using Connected pair = await Connected.Make();
        byte[] sent = RandomNumberGenerator.GetBytes(200_000);
        Task there = Send(pair.Client);
        Task back = Send(pair.Server);
        Task<byte[]> atServer = Receive(pair.Server);
        Task<byte[]> atClient = Receive(pair.Client);
        await Task.WhenAll(there, back, atServer, atClient).InTime();
        Assert.Equal(sent, await atServer);
        Assert.Equal(sent, await atClient);

        async Task Send(TlsStream stream)
        {
            await Task.Yield();
            for (int at = 0; at < sent.Length; at += 10_000)
            {
                await stream.WriteAsync(sent.AsMemory(at, 10_000));
                await stream.RequestKeyUpdateAsync(askPeer: at % 20_000 == 0);
            }
        }

        async Task<byte[]> Receive(TlsStream stream)
        {
            await Task.Yield();
            byte[] received = new byte[sent.Length];
            await stream.ReadExactlyAsync(received);
            return received;
        }
    }

    [Fact]
    public async Task Keys_change_by_themselves_at_their_limit()
    {
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with { RecordsPerKey = 16 }, TestAuthority.ServerOptions with { RecordsPerKey = 16 });
        byte[] one = new byte[1];
        for (int i = 0; i < 200; i++)
        {
            await pair.Client.WriteAsync(one).InTime();
            await pair.Server.ReadExactlyAsync(one).InTime();
            await pair.Server.WriteAsync(one).InTime();
            await pair.Client.ReadExactlyAsync(one).InTime();
        }
    }

    [Fact]
    public async Task One_gibibyte_each_way_at_once_arrives_whole()
    {
        const long Total = 1L << 30;
        await using Connected pair = await Connected.Make(capacity: 1 << 20);
        Task<byte[]> sentByClient = Task.Run(() => Send(pair.Client, seed: 1));
        Task<byte[]> sentByServer = Task.Run(() => Send(pair.Server, seed: 2));
        Task<byte[]> receivedByServer = Task.Run(() => Receive(pair.Server));
        Task<byte[]> receivedByClient = Task.Run(() => Receive(pair.Client));
        await Task.WhenAll(sentByClient, sentByServer, receivedByServer, receivedByClient).WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(await sentByClient, await receivedByServer);
        Assert.Equal(await sentByServer, await receivedByClient);

        static async Task<byte[]> Send(TlsStream stream, int seed)
        {
            // Pieces of odd lengths out of a block of noise; each piece is marked, so that none can stand for another.
            byte[] block = new byte[256 * 1024];
            var random = new Random(seed);
            random.NextBytes(block);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long left = Total;
            for (long piece = 0; left > 0; piece++)
            {
                int length = (int)Math.Min(left, random.Next(1, block.Length + 1));
                BitConverter.TryWriteBytes(block, piece);
                hash.AppendData(block, 0, length);
                await stream.WriteAsync(block.AsMemory(0, length));
                left -= length;
            }

            await stream.ShutdownAsync();
            return hash.GetHashAndReset();
        }

        static async Task<byte[]> Receive(TlsStream stream)
        {
            byte[] buffer = new byte[100_000];
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long received = 0;
            int count;
            while ((count = await stream.ReadAsync(buffer)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                received += count;
            }

            Assert.Equal(Total, received);
            return hash.GetHashAndReset();
        }
    }
}
