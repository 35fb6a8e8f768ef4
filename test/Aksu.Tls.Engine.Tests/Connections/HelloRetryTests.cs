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
        Assert.False(pair.ServerEngine.Parameters!.IsHelloRetried);
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
    public void A_pre_shared_key_of_another_hash_that_stays_all_the_same_is_passed_over()
    {
        using var tickets = Sessions.SessionTests.Protector();
        using EnginePair first = Shake.Hands(
            WrongShare, OtherGroup with { Tickets = tickets, CipherSuites = [CipherSuite.Aes256GcmSha384] });
        ReadOnlyMemory<byte> offered = default;
        ReadOnlyMemory<byte> Keep(HandshakeType type, ReadOnlyMemory<byte> message)
        {
            if (type != HandshakeType.ClientHello)
            {
                return message;
            }

            if (Hello.Extensions(message).TryFind(ExtensionType.PreSharedKey, out ReadOnlyMemory<byte> body))
            {
                offered = body.ToArray();
                return message;
            }

            return Hello.With(message, Hello.Raw(ExtensionType.PreSharedKey, offered.ToArray()));
        }

        using EnginePair second = Shake.AndTalk(
            WrongShare with { Sessions = [Sessions.SessionTests.Take(first)], MessageRewriter = Keep },
            OtherGroup with { Tickets = tickets, CipherSuites = [CipherSuite.Aes128GcmSha256] });

        Assert.True(second.ServerEngine.Parameters!.IsHelloRetried);
        Sessions.SessionTests.AssertResumed(second, false);
    }

    [Fact]
    public void A_pre_shared_key_that_only_the_second_hello_has_does_not_change_the_suite()
    {
        using var key = new ExternalKeys();
        CipherSuite[] suites = [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384];
        ReadOnlyMemory<byte> offered = default;
        ReadOnlyMemory<byte> Postpone(HandshakeType type, ReadOnlyMemory<byte> message)
        {
            if (type != HandshakeType.ClientHello)
            {
                return message;
            }

            if (Hello.Extensions(message).TryFind(ExtensionType.PreSharedKey, out ReadOnlyMemory<byte> body))
            {
                offered = body.ToArray();
                return Hello.Without(message, ExtensionType.PreSharedKey);
            }

            return Hello.With(message, Hello.Raw(ExtensionType.PreSharedKey, offered.ToArray()));
        }

        // The null provider takes any binder.
        using EnginePair pair = Shake.Hands(
            NullCryptography.Client with
            {
                Groups = WrongShare.Groups,
                KeyShareGroups = WrongShare.KeyShareGroups,
                CipherSuites = suites,
                PreSharedKeys = [key.Of("SHA-384")],
                MessageRewriter = Postpone,
            },
            NullCryptography.Server with { Groups = OtherGroup.Groups, CipherSuites = suites, PreSharedKeys = [key.Of("SHA-384")] });

        Assert.Equal(suites[0], pair.ServerEngine.Parameters!.CipherSuite);
        Assert.False(pair.ServerEngine.Parameters.IsExternalPreSharedKey);
    }

    [Fact]
    public void A_share_of_another_group_than_was_asked_for_is_refused()
    {
        // The server has that group too.
        int hellos = 0;
        ReadOnlyMemory<byte> Other(HandshakeType type, ReadOnlyMemory<byte> message) =>
            type == HandshakeType.ClientHello && ++hellos == 2
                ? Hello.Replace(message, new KeyShareOffer([new KeyShareEntry(NamedGroup.Secp256r1, new byte[65])]))
                : message;

        Shake.AssertRefused(
            Sender.Server,
            Engine.Errors.TlsReason.GroupNotOffered,
            AlertDescription.IllegalParameter,
            NullCryptography.Client with
            {
                Groups = [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1],
                KeyShareGroups = [NamedGroup.X25519],
                MessageRewriter = Other,
            },
            NullCryptography.Server with { Groups = [NamedGroup.Secp384r1, NamedGroup.Secp256r1] });
    }

    [Fact]
    public void What_is_missing_is_said_before_another_hello_is_asked_for()
    {
        var events = new CollectedEvents();
        Shake.AssertRefused(
            Sender.Server,
            Engine.Errors.TlsReason.MissingExtension,
            AlertDescription.MissingExtension,
            WrongShare with
            {
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ClientHello, static message => Hello.Without(message, ExtensionType.SignatureAlgorithms)),
            },
            OtherGroup with { Observer = events });

        Assert.Empty(events.Types(TlsDirection.Sent));
    }

    [Fact]
    public void A_cookie_alone_is_answered_with_the_same_shares()
    {
        // A server that wants to see the client's address proved, and has its share.
        var events = new CollectedEvents();
        using var client = new EngineEnd(
            new Engine.Connections.ClientEngine(Shake.Client with { Observer = events }), SuspensionAnswers.Default);
        client.Run();
        byte[] first = events.Last(TlsDirection.Sent, HandshakeType.ClientHello);
        byte[] retry = Hello.Encode(new ServerHello(
            ProtocolVersion.Tls12,
            ServerHello.HelloRetryRequestRandom.ToArray(),
            Hello.Client(first).LegacySessionId,
            CipherSuite.Aes128GcmSha256,
            0,
            ExtensionBlock.Of(new SupportedVersionsChoice(ProtocolVersion.Tls13), new Cookie(new byte[] { 1, 2, 3 }))));
        client.Take(WireRecord.Encode(22, retry));

        Assert.Null(client.Failure);
        byte[] second = events.Last(TlsDirection.Sent, HandshakeType.ClientHello);
        Assert.True(Hello.Extensions(second).TryFind(ExtensionType.Cookie, out ReadOnlyMemory<byte> cookie));
        Assert.Equal([1, 2, 3], Cookie.Decode(cookie).Value.ToArray());
        Assert.True(Hello.Extensions(first).TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> shares));
        Assert.True(Hello.Extensions(second).TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> sharesAgain));
        Assert.Equal(shares, sharesAgain, Same.Bytes);
    }

    [Fact]
    public void A_group_that_the_provider_does_not_have_is_not_taken()
    {
        // Brainpool: the client has it and a share for it, the server only names it.
        var brainpool = new NamedGroup(0x001a);
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with
            {
                Grease = false,
                MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, message =>
                {
                    Assert.True(Hello.Extensions(message).TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> body));
                    return Hello.Replace(
                        Hello.Replace(message, new SupportedGroups([brainpool, NamedGroup.X25519])),
                        new KeyShareOffer([new KeyShareEntry(brainpool, new byte[65]), .. KeyShareOffer.Decode(body).Entries]));
                }),
            },
            Shake.Server with { Groups = [brainpool, NamedGroup.X25519] });

        Assert.Equal(NamedGroup.X25519, pair.ServerEngine.Parameters!.Group);
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
