using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>Somebody between the two who changes what is not protected.</summary>
internal static class OnTheWay
{
    /// <summary>Changes the first unprotected ClientHello.</summary>
    public static Func<Flight, byte[]> ClientHello(Func<ReadOnlyMemory<byte>, byte[]> change) =>
        Message(Sender.Client, HandshakeType.ClientHello, change);

    /// <summary>Changes the first unprotected ServerHello.</summary>
    public static Func<Flight, byte[]> ServerHello(Func<ReadOnlyMemory<byte>, byte[]> change) =>
        Message(Sender.Server, HandshakeType.ServerHello, change);

    /// <summary>Changes both.</summary>
    public static Func<Flight, byte[]> Hellos(Func<ReadOnlyMemory<byte>, byte[]> client, Func<ReadOnlyMemory<byte>, byte[]> server)
    {
        Func<Flight, byte[]> first = ClientHello(client);
        Func<Flight, byte[]> second = ServerHello(server);
        return flight => flight.From == Sender.Client ? first(flight) : second(flight);
    }

    /// <summary>Sends something in front of the flight with this number.</summary>
    public static Func<Flight, byte[]> Inject(Sender from, int flightsBefore, params byte[] bytes)
    {
        int seen = 0;
        return flight => flight.From == from && seen++ == flightsBefore ? [.. bytes, .. flight.Bytes] : flight.Bytes;
    }

    /// <summary>Neither side believes in a connection.</summary>
    public static void AssertNoConnection(EnginePair pair)
    {
        pair.Pump();
        Assert.False(pair.Client.Engine.IsEstablished);
        Assert.False(pair.Server.Engine.IsEstablished);
        Assert.NotNull(pair.Client.Failure ?? pair.Server.Failure);
    }

    private static Func<Flight, byte[]> Message(Sender from, HandshakeType type, Func<ReadOnlyMemory<byte>, byte[]> change)
    {
        bool isDone = false;
        return flight =>
        {
            if (flight.From != from || isDone)
            {
                return flight.Bytes;
            }

            isDone = true;
            return [.. WireRecord.Split(flight.Bytes).SelectMany(record => Changed(record, type, change))];
        };
    }

    private static byte[] Changed(WireRecord record, HandshakeType type, Func<ReadOnlyMemory<byte>, byte[]> change)
    {
        if (record.Type != NullRecord.Handshake || record.Fragment[0] != type.Value)
        {
            return record.Encode();
        }

        int length = HandshakeMessage.HeaderLength + ((record.Fragment[1] << 16) | (record.Fragment[2] << 8) | record.Fragment[3]);
        return (record with { Fragment = [.. change(record.Fragment.AsMemory(0, length)), .. record.Fragment[length..]] }).Encode();
    }
}
