using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>close_notify, and ends without it (RFC 9846 §6.1).</summary>
public sealed class ClosureTests
{
    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void The_other_direction_stays_open(Sender side)
    {
        using EnginePair pair = Shake.Hands();
        (EngineEnd closing, EngineEnd other) = side == Sender.Client ? (pair.Client, pair.Server) : (pair.Server, pair.Client);
        closing.Send("last words"u8);
        closing.Shutdown();
        pair.Pump();

        Assert.True(other.IsClosed);
        Assert.Equal("last words"u8.ToArray(), other.ReceivedData);
        Assert.Throws<InvalidOperationException>(() => closing.Send("more"u8));
        other.Send("still here"u8);
        pair.Pump();
        Assert.Equal("still here"u8.ToArray(), closing.ReceivedData);
        other.Shutdown();
        pair.Pump();
        Assert.True(closing.IsClosed);
        closing.EndOfInput();
        other.EndOfInput();
        Assert.Null(closing.Failure);
        Assert.Null(other.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_end_by_a_peer_whose_handshake_was_not_complete_is_no_proper_one(bool isTimeout)
    {
        // The server gives up while it waits for the Finished that the client has sent: what else the client sent was never read.
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        pair.Carry(Sender.Client);
        pair.Carry(Sender.Server);
        Assert.True(pair.ClientEngine.IsEstablished);
        pair.Client.TakeOutput();
        pair.ServerEngine.Abort(isTimeout ? new TimeoutException() : new OperationCanceledException());
        pair.Server.Run();
        pair.Carry(Sender.Server);

        Assert.False(pair.Client.IsClosed);
        Assert.NotNull(pair.Client.Failure);
        Assert.Equal(
            (TlsReason.AlertReceived, AlertDescription.UserCanceled, true),
            (pair.Client.Failure.Reason, pair.Client.Failure.Alert, pair.Client.Failure.SentByPeer));
    }

    [Fact]
    public void A_peer_that_says_user_canceled_and_sends_data_goes_on()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        pair.Client.Take(NullRecord.Protected(NullRecord.Alert, [1, AlertDescription.UserCanceled.Value]));
        pair.Client.Take(NullRecord.Protected(NullRecord.ApplicationData, "data"u8));
        pair.Client.Take(NullRecord.Protected(NullRecord.Alert, [1, AlertDescription.CloseNotify.Value]));

        Assert.Null(pair.Client.Failure);
        Assert.True(pair.Client.IsClosed);
    }

    [Fact]
    public void Is_said_once()
    {
        using EnginePair pair = Shake.Hands();
        int before = pair.Flights.Count;
        pair.Client.Shutdown();
        pair.Client.Shutdown();
        pair.Pump();

        Assert.Single(WireRecord.Split(pair.Flights[before].Bytes));
    }

    [Fact]
    public void What_follows_it_is_not_read()
    {
        using EnginePair pair = Shake.Hands();
        pair.Client.Shutdown();
        pair.Pump();
        pair.Server.Take([23, 3, 3, 0, 1, 0]);

        Assert.Equal(TlsStatus.Closed, pair.Server.Status);
        Assert.Null(pair.Server.Failure);
        Assert.Equal(6, pair.Server.Waiting);
    }

    [Fact]
    public void The_end_of_the_transport_without_it_is_an_error_without_alert()
    {
        using EnginePair pair = Shake.Hands();
        pair.Client.EndOfInput();

        Shake.AssertFailed(pair.Client, TlsReason.EndOfStream, AlertDescription.CloseNotify);
        Assert.Equal(TlsErrorKind.Truncated, pair.Client.Failure!.Kind);
        pair.Client.Run();
        Assert.Empty(pair.Client.TakeOutput());
    }

    [Fact]
    public void A_request_of_the_peer_is_no_reason_to_speak_after_goodbye()
    {
        using EnginePair pair = Shake.Hands();
        pair.Client.Shutdown();
        pair.Server.RequestKeyUpdate(askPeer: true);
        pair.Pump();

        Assert.Null(pair.Client.Failure);
        Assert.Null(pair.Server.Failure);
        Assert.True(pair.Server.IsClosed);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void During_the_handshake_it_says_user_canceled_first(Sender side)
    {
        var events = new CollectedEvents();
        using var pair = new EnginePair(Shake.Client with { Observer = events }, Shake.Server with { Observer = events });
        pair.Client.Run();
        if (side == Sender.Server)
        {
            pair.Carry(Sender.Client);
            pair.Server.TakeOutput();
        }

        (EngineEnd closing, EngineEnd other) = side == Sender.Client ? (pair.Client, pair.Server) : (pair.Server, pair.Client);
        closing.TakeOutput();
        closing.Shutdown();
        IEnumerable<AlertDescription> sent = events.Alerts
            .Where(alert => alert.Direction == TlsDirection.Sent)
            .Select(alert => alert.Alert);

        Assert.Equal([AlertDescription.UserCanceled, AlertDescription.CloseNotify], sent);
        if (side == Sender.Client)
        {
            pair.Carry(side);
            Assert.Equal(TlsReason.ClosedDuringHandshake, other.Failure!.Reason);
            Assert.Equal(TlsErrorKind.Truncated, other.Failure.Kind);
        }
    }

    [Fact]
    public void After_a_failure_nothing_more_is_said()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server with { CipherSuites = [CipherSuite.Aes128Ccm8Sha256] });
        pair.Pump();
        Assert.NotNull(pair.Server.Failure);
        pair.Server.Shutdown();
        pair.Client.Shutdown();

        Assert.Empty(pair.Server.TakeOutput());
        Assert.Empty(pair.Client.TakeOutput());
    }
}
