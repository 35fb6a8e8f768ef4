using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;

namespace Aksu.Testing.Engines;

/// <summary>A client and a server, joined in memory. Serves every protocol version.</summary>
public sealed class EnginePair : IDisposable
{
    // Two peers that keep answering each other would never be still.
    private const int MaxFlights = 1000;

    private readonly List<Flight> _flights = [];

    public EnginePair(EngineEnd client, EngineEnd server)
    {
        Client = client;
        Server = server;
    }

    public EnginePair(
        ClientHandshakeOptions client,
        ServerHandshakeOptions server,
        SuspensionAnswers? clientAnswers = null,
        SuspensionAnswers? serverAnswers = null)
        : this(
            new EngineEnd(new ClientEngine(client), clientAnswers ?? SuspensionAnswers.Default),
            new EngineEnd(new ServerEngine(server), serverAnswers ?? SuspensionAnswers.Default))
    {
    }

    public EngineEnd Client { get; }

    public EngineEnd Server { get; }

    public ClientEngine ClientEngine => (ClientEngine)Client.Engine;

    public ServerEngine ServerEngine => (ServerEngine)Server.Engine;

    /// <summary>In which pieces bytes arrive.</summary>
    public Chunking Chunking { get; init; } = Chunking.Whole;

    /// <summary>Changes a flight on its way; null for an honest transport.</summary>
    public Func<Flight, byte[]>? InTransit { get; set; }

    /// <summary>All flights so far.</summary>
    public IReadOnlyList<Flight> Flights => _flights;

    public bool IsEstablished => Client.Engine.IsEstablished && Server.Engine.IsEstablished;

    /// <summary>Makes the pair, and shakes hands.</summary>
    public static EnginePair Connect(
        ClientHandshakeOptions client,
        ServerHandshakeOptions server,
        SuspensionAnswers? clientAnswers = null,
        SuspensionAnswers? serverAnswers = null) => new EnginePair(client, server, clientAnswers, serverAnswers).Shake();

    /// <summary>Shakes hands; a failure of either end is thrown.</summary>
    public EnginePair Shake()
    {
        Pump();
        if ((Client.Failure is { SentByPeer: false } ? Client.Failure : Server.Failure ?? Client.Failure) is { } failure)
        {
            throw failure;
        }

        return IsEstablished ? this : throw new InvalidOperationException("Both ends wait, but the handshake is not complete.");
    }

    /// <summary>Carries bytes to and fro until both ends are still.</summary>
    public void Pump()
    {
        Client.Run();
        Server.Run();
        for (int before = _flights.Count; Carry(Sender.Client) | Carry(Sender.Server);)
        {
            if (_flights.Count - before > MaxFlights)
            {
                throw new InvalidOperationException("The two ends do not come to an end.");
            }
        }
    }

    /// <summary>Carries what one end has put out to the other; false when there was nothing.</summary>
    public bool Carry(Sender from)
    {
        (EngineEnd sender, EngineEnd receiver) = from == Sender.Client ? (Client, Server) : (Server, Client);
        byte[] bytes = sender.TakeOutput();
        if (bytes.Length == 0)
        {
            return false;
        }

        var flight = new Flight(_flights.Count, from, bytes);
        _flights.Add(flight);
        ReadOnlySpan<byte> rest = InTransit is { } change ? change(flight) : bytes;
        while (!rest.IsEmpty)
        {
            int length = Chunking.Next(rest.Length);
            receiver.Take(rest[..length]);
            rest = rest[length..];
        }

        return true;
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
