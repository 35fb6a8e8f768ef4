using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Keys change after the handshake (RFC 9846 §4.7.3, §5.5).</summary>
public sealed class KeyUpdateTests
{
    private readonly CollectedEvents _client = new();
    private readonly CollectedEvents _server = new();

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void One_side_changes_its_own_key(Sender side)
    {
        using EnginePair pair = Connect();
        End(pair, side).RequestKeyUpdate(askPeer: false);
        Shake.Talk(pair);

        Assert.Equal(side == Sender.Client ? 1 : 0, Sent(_client));
        Assert.Equal(side == Sender.Server ? 1 : 0, Sent(_server));
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void One_side_asks_the_other_to_change_as_well(Sender side)
    {
        using EnginePair pair = Connect();
        End(pair, side).RequestKeyUpdate(askPeer: true);
        Shake.Talk(pair);
        pair.Pump();

        Assert.Equal((1, 1), (Sent(_client), Sent(_server)));
        Shake.Talk(pair);
    }

    [Fact]
    public void Both_ask_at_once()
    {
        using EnginePair pair = Connect();
        pair.Client.RequestKeyUpdate(askPeer: true);
        pair.Server.RequestKeyUpdate(askPeer: true);
        Shake.Talk(pair);
        pair.Pump();

        Assert.Equal((2, 2), (Sent(_client), Sent(_server)));
        Shake.Talk(pair);
    }

    [Fact]
    public void Several_requests_before_this_side_sends_are_answered_by_one()
    {
        using EnginePair pair = Connect();
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        for (int i = 0; i < 5; i++)
        {
            pair.ClientEngine.RequestKeyUpdate(askPeer: true, output);
        }

        byte[] bytes = output.WrittenSpan.ToArray();
        Assert.Equal(Engine.Connections.TlsStatus.NeedInput, pair.ServerEngine.Decrypt(bytes, out int consumed, out _));
        Assert.Equal(bytes.Length, consumed);
        pair.Pump();
        Shake.Talk(pair);

        Assert.Equal(1, Sent(_server));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100)]
    public void The_sender_changes_its_key_by_itself_at_the_limit(int recordsPerKey)
    {
        using EnginePair pair = Connect(client => client with { RecordsPerKey = (ulong)recordsPerKey });
        for (int i = 0; i < 10 * (recordsPerKey - 1); i++)
        {
            pair.Client.Send("x"u8);
            pair.Pump();
        }

        Assert.Null(pair.Server.Failure);
        Assert.Equal(9, Sent(_client));
        Assert.Equal(0, Sent(_server));
        Assert.Equal(10 * (recordsPerKey - 1), pair.Server.ReceivedData.Length);
    }

    [Fact]
    public void One_long_write_goes_out_under_several_keys()
    {
        using EnginePair pair = Connect(client => client with { RecordsPerKey = 16, MaxRecordContent = 100 });
        byte[] data = new byte[100 * 100];
        new Random(1).NextBytes(data);

        pair.Client.Send(data);
        pair.Pump();

        Assert.Null(pair.Server.Failure);
        Assert.Equal(data, pair.Server.ReceivedData);
        Assert.Equal(6, Sent(_client));
    }

    [Fact]
    public void The_receiver_asks_for_a_new_key_at_the_limit()
    {
        using EnginePair pair = Connect(server: server => server with { RecordsPerKey = 16 });
        for (int i = 0; i < 16; i++)
        {
            Assert.Equal(0, Sent(_server));
            pair.Client.Send("x"u8);
            pair.Pump();
        }

        Assert.Equal((1, 1), (Sent(_client), Sent(_server)));
        Shake.Talk(pair);
    }

    [Fact]
    public void A_transfer_one_way_may_take_any_number_of_keys()
    {
        using EnginePair pair = Connect(server: server => server with { RecordsPerKey = 16 });
        for (int i = 0; i < 16 * 40; i++)
        {
            pair.Client.Send("x"u8);
            pair.Pump();
        }

        Assert.Null(pair.Client.Failure);
        Assert.Equal(40, Sent(_server));
    }

    [Fact]
    public void A_ticket_of_many_records_stands_under_one_key()
    {
        using Engine.Sessions.RotatingTicketProtector tickets = Sessions.SessionTests.Protector();
        using EnginePair pair = Connect(
            client => client with { MaxTickets = 64 },
            server => server with { RecordsPerKey = 16, MaxRecordContent = 30, Tickets = tickets, TicketCount = 1 });
        for (int i = 0; i < 12; i++)
        {
            pair.Server.IssueTicket();
            pair.Pump();
            Shake.Talk(pair);
        }

        Assert.Null(pair.Client.Failure);
        Assert.True(Sent(_server) > 5);
    }

    [Fact]
    public void A_handshake_of_many_records_needs_no_new_key()
    {
        using EnginePair pair = Connect(
            client => client with { RecordsPerKey = 16, MaxRecordContent = 16 },
            server => server with { RecordsPerKey = 16, MaxRecordContent = 16 });

        Shake.Talk(pair);
    }

    [Fact]
    public void What_was_sent_before_the_change_is_read_under_the_old_key()
    {
        using EnginePair pair = Connect();
        pair.Client.Send("old "u8);
        pair.Client.RequestKeyUpdate(askPeer: false);
        pair.Client.Send("new"u8);
        pair.Pump();

        Assert.Equal("old new"u8.ToArray(), pair.Server.ReceivedData);
    }

    private static EngineEnd End(EnginePair pair, Sender side) => side == Sender.Client ? pair.Client : pair.Server;

    private static int Sent(CollectedEvents events) => events.Types(TlsDirection.Sent).Count(type => type == HandshakeType.KeyUpdate);

    private EnginePair Connect(
        Func<ClientHandshakeOptions, ClientHandshakeOptions>? client = null,
        Func<ServerHandshakeOptions, ServerHandshakeOptions>? server = null)
    {
        ClientHandshakeOptions clientOptions = Shake.Client with { Observer = _client };
        ServerHandshakeOptions serverOptions = Shake.Server with { Observer = _server };
        return Shake.Hands(client?.Invoke(clientOptions) ?? clientOptions, server?.Invoke(serverOptions) ?? serverOptions);
    }
}
