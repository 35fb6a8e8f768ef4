using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>Counts what is allocated: these tests run alone, for the counts of a process are everybody's.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    private const int Rounds = 2000;

    [Theory]
    [InlineData(1, "TLS 1.3")]
    [InlineData(1000, "TLS 1.3")]
    [InlineData(16 * 1024, "TLS 1.3")]
    [InlineData(40_000, "TLS 1.3")]
    [InlineData(1000, "TLS 1.2")]
    [InlineData(40_000, "TLS 1.2")]
    public async Task Blocking_records_allocate_nothing(int length, string version)
    {
        ProtocolVersion only = version == "TLS 1.3" ? ProtocolVersion.Tls13 : ProtocolVersion.Tls12;
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { Versions = [only] });
        Assert.Equal(only, pair.Client.Info.Version);
        await pair.Exchange();
        byte[] sent = new byte[length];
        byte[] received = new byte[length];
        long allocated = Measure(() =>
        {
            pair.Client.Write(sent);
            pair.Server.ReadExactly(received);
            pair.Server.Write(sent);
            pair.Client.ReadExactly(received);
        });
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(16 * 1024)]
    [InlineData(40_000)]
    public async Task Asynchronous_records_that_are_there_already_allocate_nothing(int length)
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        byte[] sent = new byte[length];
        byte[] received = new byte[length];
        long allocated = Measure(() =>
        {
            Completed(pair.Client.WriteAsync(sent));
            Completed(pair.Server.ReadExactlyAsync(received));
            Completed(pair.Server.WriteAsync(sent));
            Completed(pair.Client.ReadExactlyAsync(received));
        });
        Assert.Equal(0, allocated);

        static void Completed(ValueTask task)
        {
            ThrowUnless(task.IsCompleted);
            task.GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task Reads_that_have_to_wait_allocate_nothing_per_record()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        byte[] message = new byte[1000];
        long allocated = await Task.Run(async () =>
        {
            // Off the context of the test, which has costs of its own.
            await PingPong(Rounds);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await PingPong(Rounds);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        }).InTime();

        // The two loops themselves, and pools that fill up now and then; 4000 records would show.
        Assert.InRange(allocated, 0, 4 * Rounds);

        async Task PingPong(int rounds)
        {
            Task answering = Task.Run(async () =>
            {
                byte[] echo = new byte[message.Length];
                for (int i = 0; i < rounds; i++)
                {
                    ThrowUnless(echo.Length == await pair.Server.ReadAsync(echo));
                    await pair.Server.WriteAsync(echo);
                }
            });
            byte[] received = new byte[message.Length];
            for (int i = 0; i < rounds; i++)
            {
                await pair.Client.WriteAsync(message);
                ThrowUnless(received.Length == await pair.Client.ReadAsync(received));
            }

            await answering;
        }
    }

    [Fact]
    public async Task An_idle_connection_holds_no_buffer()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        Assert.False(pair.Client.HoldsBuffer);
        Assert.False(pair.Server.HoldsBuffer);

        // A read that waits holds none either: it waits with a read of zero bytes.
        int reads = pair.ClientTransport.Reads;
        Task<int> reading = pair.Client.ReadAsync(new byte[100]).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Incoming.HasWaitingReader);
        Assert.False(pair.Client.HoldsBuffer);
        Assert.Equal(reads, pair.ClientTransport.Reads);

        await pair.Server.WriteAsync(new byte[200]).InTime();
        Assert.Equal(100, await reading.InTime());
        Assert.True(pair.Client.HoldsBuffer);
        Assert.Equal(100, await pair.Client.ReadAsync(new byte[100]).InTime());
        Assert.False(pair.Client.HoldsBuffer);
    }

    [Fact]
    public async Task Without_zero_byte_reads_the_transport_is_read_at_once()
    {
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { UseZeroByteReads = false });
        await pair.Exchange();
        Assert.Equal(0, pair.ClientTransport.ZeroByteReads);
        Task<int> reading = pair.Client.ReadAsync(new byte[100]).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Incoming.HasWaitingReader);
        Assert.True(pair.Client.HoldsBuffer);
        await pair.Server.WriteAsync(new byte[1]).InTime();
        Assert.Equal(1, await reading.InTime());
        Assert.False(pair.Client.HoldsBuffer);
    }

    /// <summary>Assertions allocate.</summary>
    private static void ThrowUnless(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException("The test's assumption does not hold.");
        }
    }

    private static long Measure(Action round)
    {
        for (int i = 0; i < 200; i++)
        {
            round();
        }

        // What a record costs shows in every attempt; a pool that the collector trimmed in between shows in one.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Rounds; i++)
            {
                round();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
