using System.Buffers;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.7.3: a sender makes 2^48 keys at most.</summary>
public sealed class KeyGenerationTests
{
    [Fact]
    public void The_last_key_of_a_sender_has_no_successor()
    {
        var output = new ArrayBufferWriter<byte>();
        using var send = new SendHalf(NullCryptography.Client);
        Suite13 suite = Suite13.Resolve(CipherSuite.Aes128GcmSha256, NullCryptography.Provider)!;
        send.SetSecret(new TrafficSecret(suite, new Secret(32), TrafficSecret.LastGeneration - 1));
        send.UpdateKey(askPeer: false, output);
        Assert.NotEqual(0, output.WrittenCount);

        // The peer's wish is passed over, and data goes on under the last key.
        output.Clear();
        send.OweKeyUpdate();
        send.FlushOwed(output);
        Assert.Equal(0, output.WrittenCount);
        send.Encrypt("data"u8, output);
        Assert.NotEqual(0, output.WrittenCount);

        Assert.Equal(
            TlsReason.WriteLimitReached, Assert.Throws<TlsException>(() => send.UpdateKey(askPeer: false, output)).Reason);
    }

    [Fact]
    public void A_receiver_does_not_count()
    {
        Suite13 suite = Suite13.Resolve(CipherSuite.Aes128GcmSha256, NullCryptography.Provider)!;
        using TrafficSecret next = new TrafficSecret(suite, new Secret(32), TrafficSecret.LastGeneration).IntoNext();

        Assert.True(next.IsLast);
        using RecordOpener opener = next.CreateOpener();
        Assert.Equal(0UL, opener.SequenceNumber);
    }
}
