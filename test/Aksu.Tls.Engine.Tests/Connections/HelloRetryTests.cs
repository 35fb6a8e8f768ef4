using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

public sealed class HelloRetryTests
{
    private static readonly ClientHandshakeOptions WrongShare = Shake.Client with
    {
        Groups = [NamedGroup.X25519, NamedGroup.Secp384r1],
        KeyShareGroups = [NamedGroup.X25519],
    };

    private static readonly ServerHandshakeOptions OtherGroup = Shake.Server with { Groups = [NamedGroup.Secp384r1] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gets_to_the_group_that_the_server_has(bool withCookie)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(WrongShare with { Observer = events }, OtherGroup with { SendsCookie = withCookie });

        Assert.True(pair.ClientEngine.Parameters!.IsHelloRetried);
        Assert.True(pair.ServerEngine.Parameters!.IsHelloRetried);
        Assert.Equal(NamedGroup.Secp384r1, pair.ClientEngine.Parameters.Group);
        Assert.Equal(2, events.Types(TlsDirection.Sent).Count(type => type == HandshakeType.ClientHello));
    }

    [Fact]
    public void One_of_several_shares_saves_the_round_trip()
    {
        using EnginePair pair = Shake.Hands(WrongShare with { KeyShareGroups = [NamedGroup.X25519, NamedGroup.Secp384r1] }, OtherGroup);

        Assert.False(pair.ClientEngine.Parameters!.IsHelloRetried);
    }

    [Fact]
    public void A_client_may_send_no_share_at_all()
    {
        using EnginePair pair = Shake.AndTalk(WrongShare with { KeyShareGroups = [] }, Shake.Server);

        Assert.True(pair.ClientEngine.Parameters!.IsHelloRetried);
        Assert.Equal(NamedGroup.X25519, pair.ClientEngine.Parameters.Group);
    }

    [Fact]
    public void A_session_is_resumed_across_a_retry()
    {
        using var tickets = Sessions.SessionTests.Protector();
        ServerHandshakeOptions server = OtherGroup with { Tickets = tickets };
        using EnginePair first = Shake.Hands(WrongShare, server);
        Assert.True(first.ClientEngine.TryTakeSession(out Engine.Sessions.TlsSession? session));

        using EnginePair second = Shake.AndTalk(WrongShare with { Sessions = [session] }, server);

        Assert.True(second.ClientEngine.Parameters!.IsHelloRetried);
        Assert.True(second.ClientEngine.Parameters.IsResumed);
        Assert.True(second.ServerEngine.Parameters!.IsResumed);
    }

    [Fact]
    public void A_session_that_goes_with_the_suite_may_not_be_dropped()
    {
        using var tickets = Sessions.SessionTests.Protector();
        ServerHandshakeOptions server = OtherGroup with { Tickets = tickets };
        using EnginePair first = Shake.Hands(WrongShare, server);
        Assert.True(first.ClientEngine.TryTakeSession(out Engine.Sessions.TlsSession? session));

        int hellos = 0;
        ReadOnlyMemory<byte> Drop(HandshakeType type, ReadOnlyMemory<byte> message) =>
            type == HandshakeType.ClientHello && ++hellos == 2 ? Hello.Without(message, ExtensionType.PreSharedKey) : message;

        Shake.AssertRefused(
            Sender.Server,
            Engine.Errors.TlsReason.MissingExtension,
            AlertDescription.MissingExtension,
            WrongShare with { Sessions = [session], MessageRewriter = Drop },
            server);
    }

    [Fact]
    public void A_pre_shared_key_of_another_hash_is_left_out_of_the_second_hello()
    {
        using var key = new ExternalKeys();
        var events = new CollectedEvents();
        ClientHandshakeOptions client = WrongShare with
        {
            Observer = events,
            PreSharedKeys = [key.Of("SHA-384")],
            CipherSuites = [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384],
        };
        using EnginePair pair = Shake.AndTalk(client, OtherGroup);

        Assert.False(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
        byte[][] hellos = [.. events.Messages.Where(m => m.Type == HandshakeType.ClientHello).Select(m => m.Message)];
        Assert.Equal([true, false], hellos.Select(hello => Hello.Extensions(hello).Contains(ExtensionType.PreSharedKey)));
    }

    [Fact]
    public void A_client_may_encrypt_its_inner_hello_anew()
    {
        int hellos = 0;
        ReadOnlyMemory<byte> AddEncryptedClientHello(HandshakeType type, ReadOnlyMemory<byte> message)
        {
            if (type != HandshakeType.ClientHello)
            {
                return message;
            }

            ClientHello hello = Hello.Client(message);
            IExtensionBody?[] extensions =
            [
                .. hello.Extensions.Entries.Select(entry => new GreaseExtension(entry.Type, entry.Body)),
                new GreaseExtension(ExtensionType.EncryptedClientHello, new byte[] { 0, (byte)++hellos }),
            ];
            return Hello.Encode(hello with { Extensions = ExtensionBlock.Of(extensions) });
        }

        using EnginePair pair = Shake.AndTalk(WrongShare with { MessageRewriter = AddEncryptedClientHello }, OtherGroup);

        Assert.Equal(2, hellos);
        Assert.True(pair.ServerEngine.Parameters!.IsHelloRetried);
    }
}
