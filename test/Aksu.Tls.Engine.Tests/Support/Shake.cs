using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Handshakes with options that a test changes where it needs to.</summary>
internal static class Shake
{
    public const string Name = "test.example";

    public static ClientHandshakeOptions Client { get; } = new() { ServerName = Name };

    public static ServerHandshakeOptions Server { get; } = new() { Identities = [TestIdentity.Server(KeyKind.EcP256)] };

    public static EnginePair Hands(ClientHandshakeOptions? client = null, ServerHandshakeOptions? server = null) =>
        EnginePair.Connect(client ?? Client, server ?? Server);

    /// <summary>Shakes hands, then says something each way.</summary>
    public static EnginePair AndTalk(ClientHandshakeOptions? client = null, ServerHandshakeOptions? server = null)
    {
        EnginePair pair = Hands(client, server);
        Talk(pair);
        return pair;
    }

    public static void Talk(EnginePair pair)
    {
        int fromClient = pair.Server.ReceivedData.Length;
        int fromServer = pair.Client.ReceivedData.Length;
        pair.Client.Send("to the server"u8);
        pair.Server.Send("to the client"u8);
        pair.Pump();
        Assert.Null(pair.Client.Failure);
        Assert.Null(pair.Server.Failure);
        Assert.Equal("to the server"u8.ToArray(), pair.Server.ReceivedData[fromClient..]);
        Assert.Equal("to the client"u8.ToArray(), pair.Client.ReceivedData[fromServer..]);
    }

    /// <summary>The connection is ended by one end for this reason, and the other learns it by the alert.</summary>
    public static void AssertEnded(EnginePair pair, Sender by, TlsReason reason, AlertDescription alert)
    {
        pair.Pump();
        (EngineEnd ending, EngineEnd other) = by == Sender.Client ? (pair.Client, pair.Server) : (pair.Server, pair.Client);
        AssertFailed(ending, reason, alert);
        Assert.NotNull(other.Failure);
        Assert.Equal(
            (TlsReason.AlertReceived, alert, true), (other.Failure.Reason, other.Failure.Alert, other.Failure.SentByPeer));
    }

    public static void AssertRefused(
        Sender by, TlsReason reason, AlertDescription alert, ClientHandshakeOptions? client = null, ServerHandshakeOptions? server = null)
    {
        using var pair = new EnginePair(client ?? Client, server ?? Server);
        AssertEnded(pair, by, reason, alert);
    }

    public static void AssertFailed(EngineEnd end, TlsReason reason, AlertDescription alert)
    {
        Assert.NotNull(end.Failure);
        Assert.Equal((reason, alert, false), (end.Failure.Reason, end.Failure.Alert, end.Failure.SentByPeer));
    }
}
