using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Bench.Transport;

namespace Aksu.Bench.Contestants;

/// <summary>Puts TLS on both ends of a connection, which the results own.</summary>
internal delegate Task<(Stream Client, Stream Server)> Secure(Stream client, Stream server);

/// <summary>The workloads over sockets, the same for every stream.</summary>
internal sealed class SocketWork : Work
{
    private const int MessageSize = 100;

    private readonly SocketScenario _scenario;
    private readonly Secure _secure;
    private readonly SocketPair _sockets = new();
    private readonly byte[] _sent = new byte[SocketScenario.PieceSize];
    private readonly byte[] _received = new byte[SocketScenario.PieceSize];
    private readonly List<(Stream Client, Stream Server)> _open = [];

    public SocketWork(SocketScenario scenario, Secure secure)
    {
        _scenario = scenario;
        _secure = secure;
    }

    /// <summary>
    /// Handshakes come by the thousand, however few were asked for: they are to be under way together. Opening and closing sockets is not
    /// measured.
    /// </summary>
    public override Sample Measure(int count)
    {
        // As often on each connection.
        count = (count + _scenario.Connections - 1) / _scenario.Connections * _scenario.Connections;
        if (_scenario.Workload != SocketWorkload.Handshakes)
        {
            return base.Measure(count);
        }

        int done = 0;
        TimeSpan cpu = TimeSpan.Zero;
        for (; done < count; done += _scenario.Connections)
        {
            cpu += ShakeHands(_scenario.Connections);
        }

        return new Sample(done, cpu, 0);
    }

    protected override void Execute(int count)
    {
        switch (_scenario.Workload)
        {
            case SocketWorkload.Throughput:
                StreamAsync(count).GetAwaiter().GetResult();
                break;
            case SocketWorkload.RoundTrip:
                TalkAsync(count).GetAwaiter().GetResult();
                break;
            default:
                ShakeHands(count);
                break;
        }
    }

    public override void Dispose()
    {
        foreach ((Stream client, Stream server) in _open)
        {
            client.Dispose();
            server.Dispose();
        }

        _sockets.Dispose();
    }

    /// <summary>The connections, opened when they are needed first.</summary>
    private async Task<IReadOnlyList<(Stream Client, Stream Server)>> OpenAsync()
    {
        while (_open.Count < _scenario.Connections)
        {
            (Stream client, Stream server) = _sockets.Connect();
            _open.Add(await _secure(client, server));
        }

        return _open;
    }

    private async Task StreamAsync(int pieces)
    {
        (Stream client, Stream server) = (await OpenAsync())[0];
        Task reading = Task.Run(async () =>
        {
            for (long left = (long)pieces * _sent.Length; left > 0;)
            {
                int length = await server.ReadAsync(_received);
                left -= length > 0 ? length : throw new InvalidOperationException("The stream has ended.");
            }
        });
        for (int i = 0; i < pieces; i++)
        {
            await client.WriteAsync(_sent);
        }

        await reading;
    }

    private async Task TalkAsync(int count)
    {
        IReadOnlyList<(Stream Client, Stream Server)> open = await OpenAsync();
        int each = count / open.Count;
        await Task.WhenAll(open.SelectMany(
            ends => new[] { Task.Run(() => AnswerAsync(ends.Server, each)), Task.Run(() => AskAsync(ends.Client, each)) }));
    }

    private static async Task AskAsync(Stream stream, int count)
    {
        byte[] message = new byte[MessageSize];
        for (int i = 0; i < count; i++)
        {
            await stream.WriteAsync(message);
            await stream.ReadExactlyAsync(message);
        }
    }

    private static async Task AnswerAsync(Stream stream, int count)
    {
        byte[] message = new byte[MessageSize];
        for (int i = 0; i < count; i++)
        {
            await stream.ReadExactlyAsync(message);
            await stream.WriteAsync(message);
        }
    }

    /// <summary>The processor time from when all sockets are connected until all handshakes are done.</summary>
    private TimeSpan ShakeHands(int count)
    {
        var ends = new (Stream Client, Stream Server)[count];
        for (int i = 0; i < count; i++)
        {
            ends[i] = _sockets.Connect();
        }

        TimeSpan before = Environment.CpuUsage.TotalTime;
        (Stream Client, Stream Server)[] all =
            Task.WhenAll(ends.Select(end => _secure(end.Client, end.Server))).GetAwaiter().GetResult();
        TimeSpan cpu = Environment.CpuUsage.TotalTime - before;
        foreach ((Stream client, Stream server) in all)
        {
            client.Dispose();
            server.Dispose();
        }

        return cpu;
    }
}
