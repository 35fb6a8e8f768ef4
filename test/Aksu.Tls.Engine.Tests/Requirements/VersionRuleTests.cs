using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3.1: supported_versions; §4.3.8: shares that come again.</summary>
public sealed class VersionRuleTests
{
    private static readonly ClientHandshakeOptions Client12 = Shake.Client with { Versions = [ProtocolVersion.Tls12] };

    [Theory]
    [InlineData(0x0303)]
    [InlineData(0x0302)]
    [InlineData(0x0304)]
    [InlineData(0x0300)]
    public void The_extension_alone_decides(int legacyVersion)
    {
        // The client of TLS 1.2 must see its own hello in the transcript, so it is changed where it is made.
        ClientHandshakeOptions client = Client12 with
        {
            MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, message => Hello.With(
                Hello.Encode(Hello.Client(message) with { LegacyVersion = new ProtocolVersion((ushort)legacyVersion) }),
                new SupportedVersionsOffer([new ProtocolVersion(0x7f1c), ProtocolVersion.Tls12]))),
        };
        using EnginePair pair = Shake.AndTalk(client);

        Assert.Equal(ProtocolVersion.Tls12, pair.ServerEngine.Parameters!.Version);
    }

    [Fact]
    public void A_share_that_comes_again_is_taken()
    {
        using var first = new EnginePair(Shake.Client, Shake.Server);
        first.Client.Run();
        byte[] hello = first.Client.TakeOutput();
        for (int i = 0; i < 2; i++)
        {
            using var again = new EnginePair(Shake.Client, Shake.Server);
            again.Server.Take(hello);

            Assert.Null(again.Server.Failure);
            Assert.NotEmpty(again.Server.TakeOutput());
        }
    }
}
