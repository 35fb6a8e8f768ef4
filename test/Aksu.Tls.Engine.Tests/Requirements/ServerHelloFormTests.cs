using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>What a ServerHello must have and must not have (RFC 9846 §4.2.3, §4.2.4).</summary>
public sealed class ServerHelloFormTests
{
    [Fact]
    public void Has_what_decides_the_keys_and_nothing_more()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { ApplicationProtocols = ["h2"], RecordSizeLimit = 4096 },
            Shake.Server with { ApplicationProtocols = ["h2"], RecordSizeLimit = 4096 });
        ServerHello hello = First(pair);

        Assert.Equal(ProtocolVersion.Tls12, hello.LegacyVersion);
        Assert.Equal(0, hello.LegacyCompressionMethod);
        Assert.Equal([ExtensionType.KeyShare, ExtensionType.SupportedVersions], Types(hello).OrderByDescending(type => type.Value));
    }

    [Fact]
    public void Its_random_is_fresh()
    {
        using EnginePair one = Shake.Hands();
        using EnginePair other = Shake.Hands();

        Assert.NotEqual(First(one).Random.ToArray(), First(other).Random.ToArray());
        Assert.NotEqual(Share(one), Share(other));
        Assert.NotEqual(Hello.Client(WireRecord.Split(one.Flights[0].Bytes)[0].Fragment).Random.ToArray(), First(one).Random.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_for_another_hello_has_the_version_the_group_and_the_cookie(bool withCookie)
    {
        using EnginePair pair = Shake.Hands(server: Shake.Server with { Groups = [NamedGroup.Secp384r1], SendsCookie = withCookie });
        ServerHello hello = First(pair);

        Assert.True(hello.IsHelloRetryRequest);
        Assert.Equal((ProtocolVersion.Tls12, (byte)0), (hello.LegacyVersion, hello.LegacyCompressionMethod));
        ExtensionType[] expected = withCookie
            ? [ExtensionType.SupportedVersions, ExtensionType.KeyShare, ExtensionType.Cookie]
            : [ExtensionType.SupportedVersions, ExtensionType.KeyShare];
        Assert.Equal(expected, Types(hello));
    }

    [Fact]
    public void One_of_TLS_1_2_says_its_version_in_its_field()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { Versions = [ProtocolVersion.Tls12] });
        ServerHello hello = First(pair);

        Assert.Equal(ProtocolVersion.Tls12, hello.LegacyVersion);
        Assert.DoesNotContain(ExtensionType.SupportedVersions, Types(hello));
    }

    private static ServerHello First(EnginePair pair) => Hello.Server(WireRecord.Split(pair.Flights[1].Bytes)[0].Fragment);

    private static byte[] Share(EnginePair pair)
    {
        Assert.True(First(pair).Extensions.TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> body));
        return body.ToArray();
    }

    private static IEnumerable<ExtensionType> Types(ServerHello hello) => hello.Extensions.Entries.Select(entry => entry.Type);
}
