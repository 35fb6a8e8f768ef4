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

    private static SendHalf Keyed(HandshakeOptions options)
    {
        var send = new SendHalf(options);
        Suite13 suite = Suite13.Resolve(CipherSuite.Aes128GcmSha256, options.Cryptography)!;
        send.SetSecret(new TrafficSecret(suite, new Secret(suite.Hash.Size)));
        return send;
    }
}
