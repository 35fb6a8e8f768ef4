using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Reserved values in hellos (RFC 8701).</summary>
public sealed class GreaseTests
{
    [Fact]
    public void Stands_in_every_list_of_the_hello()
    {
        (ClientHello hello, EnginePair pair) = Shaken(Shake.Client);
        using (pair)
        {
            Assert.True(Grease.Is(hello.CipherSuites[0].Value));
            Assert.True(Grease.Is(hello.Extensions.Entries[0].Type.Value));
            Assert.True(Grease.Is(hello.Extensions.Entries[^1].Type.Value));
            Assert.True(Grease.Is(Groups(hello)[0].Value));
            Assert.True(Grease.Is(Shares(hello)[0].Group.Value));
            Assert.True(Grease.Is(Versions(hello)[0].Value));
            Assert.True(Grease.Is(Schemes(hello)[0].Value));
            Shake.Talk(pair);
        }
    }

    [Fact]
    public void Never_repeats_an_extension()
    {
        for (int i = 0; i < 200; i++)
        {
            (ClientHello hello, EnginePair pair) = Shaken(Shake.Client with { Groups = [NamedGroup.X25519] });
            pair.Dispose();
            Assert.NotEqual(hello.Extensions.Entries[0].Type, hello.Extensions.Entries[^1].Type);
        }
    }

    [Fact]
    public void Is_absent_when_it_is_off()
    {
        (ClientHello hello, EnginePair pair) = Shaken(Shake.Client with { Grease = false });
        using (pair)
        {
            Assert.DoesNotContain(hello.CipherSuites, suite => Grease.Is(suite.Value));
            Assert.DoesNotContain(hello.Extensions.Entries, extension => Grease.Is(extension.Type.Value));
            Assert.DoesNotContain(Groups(hello), group => Grease.Is(group.Value));
            Assert.DoesNotContain(Shares(hello), share => Grease.Is(share.Group.Value));
            Assert.DoesNotContain(Versions(hello), version => Grease.Is(version.Value));
            Assert.DoesNotContain(Schemes(hello), scheme => Grease.Is(scheme.Value));
            Shake.Talk(pair);
        }
    }

    private static SignatureScheme[] Schemes(ClientHello hello)
    {
        Assert.True(hello.Extensions.TryFind(ExtensionType.SignatureAlgorithms, out ReadOnlyMemory<byte> body));
        return SignatureAlgorithms.Decode(body).Schemes;
    }

    private static (ClientHello Hello, EnginePair Pair) Shaken(ClientHandshakeOptions options)
    {
        var events = new CollectedEvents();
        EnginePair pair = Shake.Hands(options with { Observer = events });
        return (Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello)), pair);
    }

    private static NamedGroup[] Groups(ClientHello hello) => SupportedGroups.Decode(Body(hello, ExtensionType.SupportedGroups)).Groups;

    private static KeyShareEntry[] Shares(ClientHello hello) => KeyShareOffer.Decode(Body(hello, ExtensionType.KeyShare)).Entries;

    private static ProtocolVersion[] Versions(ClientHello hello) =>
        SupportedVersionsOffer.Decode(Body(hello, ExtensionType.SupportedVersions)).Versions;

    private static ReadOnlyMemory<byte> Body(ClientHello hello, ExtensionType type)
    {
        Assert.True(hello.Extensions.TryFind(type, out ReadOnlyMemory<byte> body));
        return body;
    }
}
