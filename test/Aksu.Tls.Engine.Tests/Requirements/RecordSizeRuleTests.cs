using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 8449 §4, §5.</summary>
public sealed class RecordSizeRuleTests
{
    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_client_may_name_any_limit_above(int version)
    {
        // For versions to come: a server of today takes it for its own limit.
        using EnginePair pair = Shake.AndTalk(
            Client(version, static message => Hello.Replace(message, new RecordSizeLimit(ushort.MaxValue))) with
            {
                RecordSizeLimit = 16_385,
            },
            Shake.Server with { RecordSizeLimit = 4096 });

        pair.Server.Send(new byte[20_000]);
        pair.Pump();
        Assert.Null(pair.Client.Failure);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void The_older_extension_is_not_answered_beside_it(int version)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            Client(version, static message => Hello.With(message, new MaxFragmentLength(1))) with { Observer = events },
            Shake.Server with { RecordSizeLimit = 4096 });
        ExtensionBlock answers = version == 0x0304
            ? EncryptedExtensions.Decode(events.Last(TlsDirection.Received, HandshakeType.EncryptedExtensions).AsMemory(4)).Extensions
            : Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello)).Extensions;

        Assert.True(answers.Contains(ExtensionType.RecordSizeLimit));
        Assert.False(answers.Contains(ExtensionType.MaxFragmentLength));
    }

    [Fact]
    public void The_older_extension_holds_in_both_directions_of_TLS_1_3()
    {
        // RFC 6066 §4.
        using EnginePair pair = Shake.Hands(
            Shake.Client with
            {
                Versions = [ProtocolVersion.Tls13],
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ClientHello, static message => Hello.WithFirst(message, new MaxFragmentLength(1))),
            },
            Shake.Server with
            {
                // The client did not ask by itself and would refuse the answer.
                MessageRewriter = Rewriting.Of(HandshakeType.EncryptedExtensions, static message =>
                {
                    ExtensionBlock answers = EncryptedExtensions.Decode(message.AsMemory(HandshakeMessage.HeaderLength)).Extensions;
                    Assert.True(answers.Contains(ExtensionType.MaxFragmentLength));
                    return Hello.Without(message, ExtensionType.MaxFragmentLength);
                }),
            });
        int before = pair.Flights.Count;
        pair.Server.Send(new byte[2000]);
        pair.Pump();

        Assert.Equal(2000, pair.Client.ReceivedData.Length);
        Assert.Equal(
            [512 + 17, 512 + 17, 512 + 17, 2000 - (3 * 512) + 17],
            WireRecord.Split(pair.Flights[before].Bytes).Select(record => record.Fragment.Length));

        pair.Client.Send(new byte[512]);
        pair.Pump();
        Assert.Null(pair.Server.Failure);
        pair.Client.Send(new byte[513]);
        Shake.AssertEnded(pair, Sender.Server, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
    }

    private static ClientHandshakeOptions Client(int version, Func<byte[], byte[]> change) => Shake.Client with
    {
        Versions = [new ProtocolVersion((ushort)version)],
        RecordSizeLimit = 2048,
        MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, change),
    };
}
