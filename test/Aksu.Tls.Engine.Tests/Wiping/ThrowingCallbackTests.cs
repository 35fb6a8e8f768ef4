using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Wiping;

/// <summary>
/// What belongs to the application (its observer, its key log, its clock, its provider) may throw at any call: whatever secret was on its
/// way from one owner to the next then is wiped all the same.
/// </summary>
[Collection(LivingSecrets.Collection)]
public sealed class ThrowingCallbackTests
{
    private const int MostCalls = 500;

    /// <summary>Runs a connection that may fail, and disposes of both ends.</summary>
    private delegate void Connection(
        Func<ClientHandshakeOptions, ClientHandshakeOptions> client, Func<ServerHandshakeOptions, ServerHandshakeOptions> server);

    public static TheoryData<string, Sender> Connections => OnBothSides(
        [.. ConnectionWipingTests.Connections.Keys, "tls13 resumed", "tls12 resumed by ticket", "tls12 resumed by identifier"]);

    /// <summary>Where every primitive but the HMACs is the default provider's.</summary>
    public static TheoryData<string, Sender> BreakableConnections => OnBothSides(
        [
            "tls13", "tls13 mutual", "tls13 retried", "tls13 external key", "tls13 resumed",
            "tls12", "tls12 mutual", "tls12 resumed by ticket",
        ]);

    [Theory]
    [MemberData(nameof(Connections))]
    public void Observer(string name, Sender side) => AssertNothingLeft(name, side, static (countdown, options) =>
        options with { Observer = new ThrowingObserver(countdown) });

    [Theory]
    [MemberData(nameof(Connections))]
    public void Key_log(string name, Sender side) => AssertNothingLeft(name, side, static (countdown, options) =>
        options with { DangerousKeyLog = new ThrowingKeyLog(countdown) });

    [Theory]
    [MemberData(nameof(Connections))]
    public void Clock(string name, Sender side)
    {
        int calls = AssertNothingLeft(name, side, static (countdown, options) =>
            options with { Time = new ThrowingClock(countdown, options.Time) });
        Assert.True(calls > 0 || !name.Contains("resumed", StringComparison.Ordinal), "Nobody looked at the clock.");
    }

    [Theory]
    [MemberData(nameof(BreakableConnections))]
    public void Provider(string name, Sender side) => AssertNothingLeft(name, side, static (countdown, options) =>
        options with { Cryptography = new BreakingProvider(countdown) });

    /// <returns>How many calls there are.</returns>
    private static int AssertNothingLeft(string name, Sender side, Func<Countdown, HandshakeOptions, HandshakeOptions> with)
    {
        Connection connection = Of(name);
        List<string> left = [];
        int calls = 0;
        for (int call = 1; ; call++)
        {
            Assert.True(call <= MostCalls);
            var countdown = new Countdown(call);
            long secrets = LivingSecrets.LeftBy(() =>
            {
                countdown = new Countdown(call);
                connection(
                    client => side == Sender.Client ? (ClientHandshakeOptions)with(countdown, client) : client,
                    server => side == Sender.Server ? (ServerHandshakeOptions)with(countdown, server) : server);
            });
            if (secrets != 0)
            {
                left.Add($"call {call}, {countdown.Failed}: {secrets}");
            }

            if (!countdown.IsOver)
            {
                break;
            }

            calls++;
        }

        Assert.Equal("", string.Join(Environment.NewLine, left));
        return calls;
    }

    private static TheoryData<string, Sender> OnBothSides(IEnumerable<string> names) =>
        [.. names.SelectMany(static name => new (string, Sender)[] { (name, Sender.Client), (name, Sender.Server) })];

    private static Connection Of(string name) => name switch
    {
        "tls13 resumed" => Resumed(ProtocolVersion.Tls13, byTicket: true),
        "tls12 resumed by ticket" => Resumed(ProtocolVersion.Tls12, byTicket: true),
        "tls12 resumed by identifier" => Resumed(ProtocolVersion.Tls12, byTicket: false),
        _ => (client, server) => Run(
            client(ConnectionWipingTests.Connections[name].Client), server(ConnectionWipingTests.Connections[name].Server)),
    };

    private static Connection Resumed(ProtocolVersion version, bool byTicket) => (client, server) =>
        ConnectionWipingTests.Resume(
            [version], byTicket, 0, (plainClient, plainServer, _) => Run(client(plainClient), server(plainServer)));

    private static void Run(ClientHandshakeOptions client, ServerHandshakeOptions server)
    {
        using var pair = new EnginePair(client, server);
        try
        {
            pair.Pump();
            if (pair.IsEstablished && pair.ClientEngine.Parameters!.Version == ProtocolVersion.Tls13 && pair.Client.Failure is null)
            {
                pair.Client.RequestKeyUpdate(askPeer: true);
                pair.Pump();
            }
        }
        catch (IOException)
        {
            // Outside of a handshake, and where an alert is announced, nothing stands between the application and what it threw.
        }
    }
}
