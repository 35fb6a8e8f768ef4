using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>When a sender may ask for the peer's key, and when it may send nothing any more (RFC 9846 §4.7.3, §6.1).</summary>
public sealed class KeyUpdateRequestTests
{
    private readonly CollectedEvents _client = new();

    [Fact]
    public void A_request_is_not_repeated_before_the_peer_has_changed_its_key()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { Observer = _client });

        pair.Client.RequestKeyUpdate(askPeer: true);
        pair.Client.RequestKeyUpdate(askPeer: true);
        Assert.Equal([1, 0], Requests());

        pair.Pump();
        pair.Client.RequestKeyUpdate(askPeer: true);
        Assert.Equal([1, 0, 1], Requests());
        Shake.Talk(pair);
    }

    [Fact]
    public void The_limit_of_the_receiver_does_not_repeat_a_request_either()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { Observer = _client, RecordsPerKey = 16 });
        pair.Client.RequestKeyUpdate(askPeer: true);
        for (int i = 0; i < 16; i++)
        {
            pair.Server.Send("x"u8);
        }

        // The server has not seen the request yet.
        pair.Carry(Sender.Server);

        Assert.Equal([1], Requests());
        Shake.Talk(pair);
    }

    [Fact]
    public void Nothing_is_asked_for_after_close_notify()
    {
        using Engine.Sessions.RotatingTicketProtector tickets = Sessions.SessionTests.Protector();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { PostHandshakeAuthentication = true }, Shake.Server with { Tickets = tickets });
        pair.Client.Shutdown();
        pair.Client.TakeOutput();
        pair.Server.Shutdown();
        pair.Server.TakeOutput();

        Assert.Throws<InvalidOperationException>(() => pair.Client.RequestKeyUpdate(askPeer: true));
        Assert.Throws<InvalidOperationException>(() => pair.Server.RequestKeyUpdate(askPeer: false));
        Assert.Throws<InvalidOperationException>(() => pair.Server.RequestClientCertificate());
        Assert.Throws<InvalidOperationException>(() => pair.Server.IssueTicket());
        Assert.Empty(pair.Client.TakeOutput());
        Assert.Empty(pair.Server.TakeOutput());
    }

    private int[] Requests() =>
        [.. _client.Messages.Where(m => m.Direction == TlsDirection.Sent && m.Type == HandshakeType.KeyUpdate).Select(m =>
            (int)m.Message[^1])];
}
