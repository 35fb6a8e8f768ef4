using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
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
            Client(version, static message => Hello.Replace(message, new RecordSizeLimit(ushort.MaxValue))) with { RecordSizeLimit = 16_385 },
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

    private static ClientHandshakeOptions Client(int version, Func<byte[], byte[]> change) => Shake.Client with
    {
        Versions = [new ProtocolVersion((ushort)version)],
        RecordSizeLimit = 2048,
        MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, change),
    };
}
