using Aksu.Soak.Transports;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Soak;

/// <summary>
/// One fault at one byte of one direction: both sides come to an end, in time, with everything or with an error, and never with less than
/// was sent and no error.
/// </summary>
public sealed class FaultAtEveryByteTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, bool> Cases => new(
        from fault in Enum.GetNames<Fault>()
        from version in new[] { "1.3", "1.2" }
        from byClient in new[] { true, false }
        select (fault, version, byClient));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Ends_well_or_with_an_error(string faultName, string version, bool byClient)
    {
        Fault fault = Enum.Parse<Fault>(faultName);
        ProtocolVersion[] versions = [version == "1.3" ? ProtocolVersion.Tls13 : ProtocolVersion.Tls12];
        var client = new TlsClient(SoakAuthority.ClientOptions with { Versions = versions });
        var server = new TlsServer(SoakAuthority.ServerOptions with { Versions = versions });
        long length = await Measure(client, server, byClient);
        output.WriteLine($"{length} positions, each {SoakScale.PositionStep}");

        for (long position = 0; position < length; position += SoakScale.PositionStep)
        {
            Stream Wrap(Stream inner) => new FaultyTransport(inner, fault, position);

            Outcome outcome = await Conversation.Run(client, server, byClient ? Wrap : null, byClient ? null : Wrap);

            AssertHonest(outcome.Client, fault, position);
            AssertHonest(outcome.Server, fault, position);
            if (fault == Fault.Split)
            {
                Assert.True(outcome.IsWhole, $"Split at {position}: {outcome}");
            }
        }
    }

    /// <summary>A fault may strike bytes that mean nothing; what may not be is an end that looks proper and is not.</summary>
    private static void AssertHonest(SideOutcome side, Fault fault, long position) =>
        Assert.True(side.IsWhole || side.Failure is not null, $"{fault} at {position}: less came than was sent, and nobody says so.");

    private static async Task<long> Measure(TlsClient client, TlsServer server, bool byClient)
    {
        FaultyTransport? counting = null;
        Stream Wrap(Stream inner) => counting = new FaultyTransport(inner, Fault.Cut, long.MaxValue);

        Outcome outcome = await Conversation.Run(client, server, byClient ? Wrap : null, byClient ? null : Wrap);

        Assert.True(outcome.IsWhole, outcome.ToString());
        return counting!.Written;
    }
}
