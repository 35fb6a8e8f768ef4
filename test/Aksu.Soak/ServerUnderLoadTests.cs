using Aksu.Soak.Clients;
using Aksu.Soak.Counting;
using Aksu.Tls;
using Aksu.Tls.Tests.Support;

namespace Aksu.Soak;

/// <summary>
/// Many connections through one server, a tenth of them misbehaving in every way there is: the well-behaved all finish, and afterwards
/// the process holds what it held before.
/// </summary>
public sealed class ServerUnderLoadTests(ITestOutputHelper output)
{
    private const int AtOnce = 48;
    private const int WarmUp = 120;

    // Both sides are in this process: the output and the input of each.
    private const int AbandonedPerBadClient = 4;

    [Fact]
    public async Task The_well_behaved_finish_and_nothing_is_left_over()
    {
        using var pools = new PoolBalance();
        using var cache = new ClientSessionCache();
        await using var server = new EchoServer();

        // Every way to go wrong once, so that what is made at first use is there before the first count.
        await Load(server, cache, WarmUp);
        cache.Clear();
        Footprint before = Footprint.Take(pools);
        int failedBefore = server.FailedHandshakes;

        await Load(server, cache, SoakScale.Connections);
        cache.Clear();
        int bad = SoakScale.Connections / 10;
        Footprint after = await before.ExpectBack(pools, abandoned: bad * AbandonedPerBadClient);

        output.WriteLine($"{SoakScale.Connections} connections; before {before}; after {after}");
        Assert.True(server.FailedHandshakes - failedBefore >= bad / 2, "Too few of the bad clients were refused.");
    }

    public static TheoryData<Misbehaviour> Kinds => [.. Enum.GetValues<Misbehaviour>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task No_kind_of_bad_client_leaves_anything(Misbehaviour how)
    {
        const int Clients = 24;
        using var pools = new PoolBalance();
        await using var server = new EchoServer();
        var bad = new BadClient(server.EndPoint);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => bad.Run(how)));
        await TestTime.Until(() => server.Open == 0);
        Footprint before = Footprint.Take(pools);

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => bad.Run(how)));
        await TestTime.Until(() => server.Open == 0);

        // Rents from before the count began come back during it: what every client forgot would be more than a few.
        int abandoned = BreaksTransport(how) ? Clients * AbandonedPerBadClient : Clients / 3;
        Footprint after = await before.ExpectBack(pools, abandoned);
        output.WriteLine($"before {before}; after {after}");
    }

    /// <summary>Whether a write to the transport or a read from it fails, rather than the protocol.</summary>
    private static bool BreaksTransport(Misbehaviour how) => how switch
    {
        Misbehaviour.Truncates or Misbehaviour.Resets or Misbehaviour.NeverReads => true,
        Misbehaviour.SendsEmptyRecords or Misbehaviour.Dribbles or Misbehaviour.Stalls => true,
        _ => false,
    };

    /// <summary>Every tenth client is a bad one, each of another kind than the one before.</summary>
    private static async Task Load(EchoServer server, ClientSessionCache cache, int connections)
    {
        Misbehaviour[] kinds = Enum.GetValues<Misbehaviour>();
        var fresh = new GoodClient(server.EndPoint, new TlsClient(SoakAuthority.ClientOptions));
        var returning = new GoodClient(
            server.EndPoint, new TlsClient(SoakAuthority.ClientOptions with { ResumeSessions = true, SessionCache = cache }));
        var bad = new BadClient(server.EndPoint);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, connections),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await (number % 10 == 9
                ? bad.Run(kinds[number / 10 % kinds.Length])
                : (number % 2 == 0 ? fresh : returning).Run(1 + (number * 37 % 20_000))));
        await TestTime.Until(() => server.Open == 0);
    }
}
