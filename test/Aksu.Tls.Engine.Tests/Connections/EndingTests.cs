using System.Buffers;
using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>What happens at the moment when a connection fails.</summary>
public sealed class EndingTests
{
    [Fact]
    public void Data_written_at_the_moment_of_a_failure_gives_way_to_the_alert()
    {
        using SendHalf send = Keyed(Shake.Client);
        send.OweAlert(AlertDescription.BadRecordMac, isDuringHandshake: false);
        var output = new ArrayBufferWriter<byte>();

        send.Encrypt("data"u8, output);

        // One record, and it is the alert: two bytes, the content type, the tag.
        WireRecord alert = Assert.Single(WireRecord.Split(output.WrittenSpan));
        Assert.Equal(2 + 1 + 16, alert.Fragment.Length);
    }

    [Fact]
    public void A_key_that_its_owner_disposed_of_ends_the_handshake_for_good()
    {
        var key = new ExternalKeys();
        using var client = new ClientEngine(Shake.Client with { PreSharedKeys = [key.Of()] });
        var output = new ArrayBufferWriter<byte>();
        key.Dispose();

        TlsException first = Assert.Throws<TlsException>(() => client.Handshake(default, output, out _));
        TlsException second = Assert.Throws<TlsException>(() => client.Handshake(default, output, out _));

        Assert.Equal((TlsReason.InternalError, TlsReason.InternalError), (first.Reason, second.Reason));
        Assert.IsType<ObjectDisposedException>(first.InnerException);
        Assert.Equal(AlertDescription.InternalError.Value, WireRecord.Split(output.WrittenSpan)[^1].Fragment[^1]);
    }

    [Fact]
    public void A_side_whose_key_is_used_up_does_not_say_goodbye_as_if_its_data_were_complete()
    {
        using EnginePair pair = Shake.Hands(
            NullCryptography.Client with { Versions = [ProtocolVersion.Tls12] },
            NullCryptography.Server with { Versions = [ProtocolVersion.Tls12] });
        UsedUpKey.OfSender(pair.ServerEngine);

        TlsException first = Assert.Throws<TlsException>(() => pair.Server.Send("data"u8));
        pair.Server.Shutdown();
        TlsException second = Assert.Throws<TlsException>(() => pair.Server.Send("data"u8));
        byte[] output = pair.Server.TakeOutput();
        pair.Client.Take(output);

        Assert.Equal((TlsReason.WriteLimitReached, TlsReason.WriteLimitReached), (first.Reason, second.Reason));
        Assert.Equal(TlsSide.Server, first.Side);
        Assert.Single(WireRecord.Split(output));
        Assert.Equal(AlertDescription.InternalError.Value, NullRecord12.LastAlert(output));
        Assert.False(pair.Client.IsClosed);
        Assert.Equal(TlsReason.AlertReceived, pair.Client.Failure!.Reason);
    }

    [Fact]
    public void A_side_whose_keys_are_used_up_says_so_when_it_is_told_to_change_them()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        UsedUpKey.OfKeys(pair.ClientEngine);

        TlsException failure = Assert.Throws<TlsException>(() => pair.Client.RequestKeyUpdate(askPeer: false));
        pair.Client.Shutdown();

        Assert.Equal((TlsReason.WriteLimitReached, TlsSide.Client), (failure.Reason, failure.Side));
        Assert.Equal(AlertDescription.InternalError.Value, NullRecord.LastAlert(pair.Client.TakeOutput()));
    }

    [Fact]
    public void A_handshake_that_the_application_gives_up_ends_in_user_canceled_and_close_notify()
    {
        using var client = new ClientEngine(Shake.Client);
        var output = new ArrayBufferWriter<byte>();
        client.Handshake(default, output, out _);
        output.Clear();

        client.Abort(new OperationCanceledException());
        client.FlushPending(output);

        Assert.Equal(
            [[1, AlertDescription.UserCanceled.Value], [1, AlertDescription.CloseNotify.Value]],
            WireRecord.Split(output.WrittenSpan).Select(record => record.Fragment));
    }

    private static SendHalf Keyed(HandshakeOptions options)
    {
        var send = new SendHalf(options);
        Suite13 suite = Suite13.Resolve(CipherSuite.Aes128GcmSha256, options.Cryptography)!;
        send.SetSecret(new TrafficSecret(suite, new Secret(suite.Hash.Size)));
        return send;
    }
}
