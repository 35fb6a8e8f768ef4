using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>One way to make an engine end a connection.</summary>
/// <param name="Reason">The cause that it must name.</param>
/// <param name="Alert">The alert that must stand on the wire; null for none.</param>
/// <param name="Run">Does it, and returns the end that fails and the alert that reached the other end.</param>
internal sealed record FaultCase(TlsReason Reason, AlertDescription? Alert, Func<(EngineEnd End, byte? OnWire)> Run)
{
    /// <summary>Two engines whose options do not go together.</summary>
    public static FaultCase Between(
        TlsReason reason, AlertDescription alert, Sender by, Func<ClientHandshakeOptions> client, Func<ServerHandshakeOptions> server) =>
        new(reason, alert, () => Pumped(new EnginePair(client(), server()), by));

    /// <summary>A message of one end is changed before it goes out; the other end refuses it.</summary>
    public static FaultCase Changed(
        TlsReason reason,
        AlertDescription alert,
        Sender by,
        HandshakeType type,
        Func<ReadOnlyMemory<byte>, byte[]> change,
        ClientHandshakeOptions? client = null,
        ServerHandshakeOptions? server = null)
    {
        ReadOnlyMemory<byte> Rewrite(HandshakeType sent, ReadOnlyMemory<byte> message) => sent == type ? change(message) : message;
        client ??= NullCryptography.Client;
        server ??= NullCryptography.Server;
        return Between(
            reason,
            alert,
            by,
            () => by == Sender.Server ? client with { MessageRewriter = Rewrite } : client,
            () => by == Sender.Client ? server with { MessageRewriter = Rewrite } : server);
    }

    /// <summary>Records by hand to an end in one state of the conversation that goes through all of them.</summary>
    public static FaultCase At<TState>(TlsReason reason, AlertDescription? alert, params byte[][] records) => new(reason, alert, () =>
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(typeof(TState));
        EngineEnd end = StateMessageTests.End(stepper, side);
        end.TakeOutput();
        foreach (byte[] record in records)
        {
            end.Take(record);
        }

        return (end, NullRecord.LastAlert(end.TakeOutput()));
    });

    /// <summary>Records by hand to an established end.</summary>
    public static FaultCase Established(
        TlsReason reason, AlertDescription? alert, Sender by, Func<EnginePair, IEnumerable<byte[]>> records) =>
        new(reason, alert, () =>
        {
            EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
            EngineEnd end = by == Sender.Client ? pair.Client : pair.Server;
            byte[] output = [];
            foreach (byte[] record in records(pair))
            {
                end.Take(record);
                output = end.TakeOutput();
            }

            return (end, NullRecord.LastAlert(output));
        });

    /// <summary>Runs two engines and gives the one that is to fail; the alert is what the other heard.</summary>
    public static (EngineEnd End, byte? OnWire) Pumped(EnginePair pair, Sender by)
    {
        pair.Pump();
        (EngineEnd end, EngineEnd other) = by == Sender.Client ? (pair.Client, pair.Server) : (pair.Server, pair.Client);
        return (end, other.Failure is { SentByPeer: true } failure ? failure.Alert.Value : null);
    }
}
