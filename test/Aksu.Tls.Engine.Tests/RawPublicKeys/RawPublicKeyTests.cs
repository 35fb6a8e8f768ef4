using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.RawPublicKeys;

/// <summary>A key instead of certificates (RFC 7250): its message, its proof, and what stands on it later.</summary>
public sealed class RawPublicKeyTests
{
    public static TheoryData<ushort> Versions => [0x0304, 0x0303];

    public static TheoryData<ushort, KeyKind> Kinds()
    {
        var cases = new TheoryData<ushort, KeyKind>();
        foreach (KeyKind kind in (KeyKind[])[KeyKind.Rsa, KeyKind.EcP256, KeyKind.EcP384, KeyKind.EcP521, KeyKind.Ed25519])
        {
            cases.Add(0x0304, kind);
            cases.Add(0x0303, kind);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_key_proves_both_sides(ushort version, KeyKind kind)
    {
        using EnginePair pair = Shake.AndTalk(
            RawKeys.Client(version, takes: "r") with { Identities = [RawKeys.Raw(kind, 1)] },
            RawKeys.Server(version, has: "", takes: "r") with
            {
                Identities = [new ServerIdentity(RawKeys.Raw(kind), [])],
                ClientAuthentication = ClientAuthentication.Required,
            });

        Assert.Equal(RawKeys.Raw(kind).Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(RawKeys.Raw(kind, 1).Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_message_of_tls_1_2_has_no_list_around_the_key()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(RawKeys.Client(0x0303, "r") with { Observer = events }, RawKeys.Server(0x0303, "r"));

        byte[] message = events.Last(Diagnostics.TlsDirection.Received, HandshakeType.Certificate);
        ReadOnlyMemory<byte> key = RawKeys.Raw().Chain[0];
        Assert.Equal([0, (byte)(key.Length >> 8), (byte)key.Length, .. key.Span], message[HandshakeMessage.HeaderLength..]);
    }

    [Theory]
    [InlineData(0x0303, false)]
    [InlineData(0x0304, false)]
    [InlineData(0x0304, true)]
    public void Of_what_a_client_shows_nothing_is_said_to_one_that_cannot_be_asked(ushort version, bool canBeAsked)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            RawKeys.Client(version, takes: "x", has: "r") with { Observer = events, PostHandshakeAuthentication = canBeAsked },
            RawKeys.Server(version, has: "x", takes: "rx"));

        ReadOnlyMemory<byte> body = events.Last(
            Diagnostics.TlsDirection.Received,
            version == 0x0303 ? HandshakeType.ServerHello : HandshakeType.EncryptedExtensions).AsMemory(HandshakeMessage.HeaderLength);
        ExtensionBlock answers = version == 0x0303
            ? ServerHello.Decode(body).Extensions
            : EncryptedExtensions.Decode(body).Extensions;
        Assert.Equal(canBeAsked, answers.Contains(ExtensionType.ClientCertificateType));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_key_that_is_elsewhere_signs(ushort version)
    {
        var answers = new SuspensionAnswers { Signature = Signing.Answer };
        CertifiedKey remote = CertifiedKey.RawPublicKeyWithRemoteKey(RawKeys.Raw().Chain[0], CryptographyProvider.Default);
        using EnginePair pair = EnginePair.Connect(
            RawKeys.Client(version, "r"),
            RawKeys.Server(version, "") with { Identities = [new ServerIdentity(remote, [])] },
            serverAnswers: answers);

        Shake.Talk(pair);
    }

    [Fact]
    public void An_rsa_key_takes_a_pre_master_secret()
    {
        using EnginePair pair = Shake.AndTalk(
            RawKeys.Client(0x0303, "r") with { CipherSuites = [CipherSuite.RsaAes128GcmSha256], DangerousRsaKeyTransport = true },
            RawKeys.Server(0x0303, "") with
            {
                Identities = [RawKeys.Server(KeyKind.Rsa)],
                CipherSuites = [CipherSuite.RsaAes128GcmSha256],
                DangerousRsaKeyTransport = true,
            });

        Assert.Equal(CertificateType.RawPublicKey, pair.ClientEngine.Parameters!.PeerCertificateType);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Another_s_key_is_found_out_by_the_signature(ushort version) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.BadSignature,
        AlertDescription.DecryptError,
        RawKeys.Client(version, "r"),
        RawKeys.Server(version, "r") with { MessageRewriter = Presenting(version, [RawKeys.Raw(KeyKind.EcP256, 1).Chain[0]]) });

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_certificate_in_the_place_of_a_key_is_refused(ushort version) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.UnusableCertificate,
        AlertDescription.UnsupportedCertificate,
        RawKeys.Client(version, "r"),
        RawKeys.Server(version, "r") with { MessageRewriter = Presenting(version, [TestIdentity.Of(KeyKind.EcP256).Chain[0]]) });

    [Fact]
    public void A_key_in_the_place_of_a_certificate_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.MalformedCertificate,
        AlertDescription.BadCertificate,
        RawKeys.Client(0x0304, "x"),
        RawKeys.Server(0x0304, "x") with { MessageRewriter = Presenting(0x0304, [RawKeys.Raw().Chain[0]]) });

    [Fact]
    public void There_is_one_key_and_nothing_beside_it() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.InvalidValue,
        AlertDescription.IllegalParameter,
        RawKeys.Client(0x0304, "r"),
        RawKeys.Server(0x0304, "r") with { MessageRewriter = Presenting(0x0304, [RawKeys.Raw().Chain[0], RawKeys.Raw().Chain[0]]) });

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_server_has_to_show_a_key(ushort version) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.EmptyServerCertificate,
        AlertDescription.DecodeError,
        RawKeys.Client(version, "r"),
        RawKeys.Server(version, "r") with { MessageRewriter = Presenting(version, []) });

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_client_without_the_key_that_is_asked_for_may_stay_anonymous(ushort version)
    {
        using EnginePair pair = Shake.AndTalk(
            RawKeys.Client(version, "x", has: "r") with { MessageRewriter = Presenting(version, [], HandshakeType.CertificateVerify) },
            RawKeys.Server(version, "x", takes: "r") with { ClientAuthentication = ClientAuthentication.Requested });

        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_type_that_was_not_offered_is_refused(ushort version)
    {
        foreach ((ExtensionType extension, byte type) in
            ((ExtensionType, byte)[])[(ExtensionType.ServerCertificateType, 0), (ExtensionType.ServerCertificateType, 1)])
        {
            Shake.AssertRefused(
                Sender.Client,
                TlsReason.CertificateTypeNotOffered,
                AlertDescription.IllegalParameter,
                RawKeys.Client(version, "r", has: "r"),
                RawKeys.Server(version, "r") with { MessageRewriter = Answering(version, extension, type) });
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void An_answer_to_nothing_is_refused(ushort version) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.UnsolicitedExtension,
        AlertDescription.UnsupportedExtension,
        RawKeys.Client(version, "x"),
        RawKeys.Server(version, "x") with { MessageRewriter = Answering(version, ExtensionType.ServerCertificateType, 2) });

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_server_that_says_nothing_means_certificates(ushort version) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.NoCommonCertificateType,
        AlertDescription.UnsupportedCertificate,
        RawKeys.Client(version, "r"),
        RawKeys.Server(version, "r") with { MessageRewriter = Answering(version, ExtensionType.ServerCertificateType, null) });

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_session_keeps_the_key_and_what_it_is(ushort version)
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ClientHandshakeOptions client = RawKeys.Client(version, "r", has: "r");
        ServerHandshakeOptions server = RawKeys.Server(version, "r", takes: "r") with
        {
            Tickets = tickets,
            ClientAuthentication = ClientAuthentication.Required,
        };
        using EnginePair first = Shake.Hands(client, server);
        using TlsSession session = TlsSession.Import(SessionTests.Take(first).Export());

        using EnginePair second = Shake.AndTalk(client with { Sessions = [session] }, server);

        SessionTests.AssertResumed(second, true);
        foreach (TlsEngine engine in (TlsEngine[])[second.ClientEngine, second.ServerEngine])
        {
            Assert.Equal(CertificateType.RawPublicKey, engine.Parameters!.PeerCertificateType);
            Assert.Equal(RawKeys.Raw().Chain, engine.Parameters.PeerCertificates, Same.Bytes);
        }
    }

    [Theory]
    [InlineData(0x0304, true)]
    [InlineData(0x0304, false)]
    [InlineData(0x0303, true)]
    [InlineData(0x0303, false)]
    public void A_session_of_a_raw_key_is_not_resumed_where_keys_are_no_longer_taken(ushort version, bool byClient)
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ClientHandshakeOptions client = RawKeys.Client(version, "rx", has: "rx");
        ServerHandshakeOptions server = RawKeys.Server(version, "rx", takes: "rx") with
        {
            Tickets = tickets,
            ClientAuthentication = ClientAuthentication.Required,
        };
        using EnginePair first = Shake.Hands(client, server);
        CertificateType[] certificates = [CertificateType.X509];

        using EnginePair second = Shake.AndTalk(
            client with
            {
                Sessions = [SessionTests.Take(first)],
                PeerCertificateTypes = byClient ? certificates : client.PeerCertificateTypes,
            },
            byClient ? server : server with { PeerCertificateTypes = certificates });

        SessionTests.AssertResumed(second, false);
    }

    [Fact]
    public void A_client_shows_its_key_after_the_handshake()
    {
        using EnginePair pair = Shake.Hands(
            RawKeys.Client(0x0304, "x", has: "r") with { PostHandshakeAuthentication = true }, RawKeys.Server(0x0304, "x", takes: "rx"));
        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.Equal(RawKeys.Raw().Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(CertificateType.RawPublicKey, pair.ServerEngine.Parameters.PeerCertificateType);
    }

    [Fact]
    public void A_server_that_takes_keys_alone_cannot_ask_a_client_of_certificates_after_the_handshake()
    {
        using EnginePair pair = Shake.Hands(
            RawKeys.Client(0x0304, "x", has: "x") with { PostHandshakeAuthentication = true }, RawKeys.Server(0x0304, "x", takes: "r"));

        Assert.Throws<InvalidOperationException>(pair.Server.RequestClientCertificate);
    }

    [Fact]
    public void An_application_that_is_asked_for_an_identity_learns_which_type()
    {
        CertificateType asked = CertificateType.X509;
        var answers = new SuspensionAnswers
        {
            Identity = request =>
            {
                asked = request.CertificateType;
                request.Decline();
            },
        };
        ServerHandshakeOptions server = RawKeys.Server(0x0304, "x", takes: "r") with
        {
            ClientAuthentication = ClientAuthentication.Requested,
            SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256],
        };
        using EnginePair pair = EnginePair.Connect(
            RawKeys.Client(0x0304, "x") with { AsksForIdentity = true, Identities = [RawKeys.Raw(KeyKind.Ed25519)] }, server, answers);

        Assert.Equal(CertificateType.RawPublicKey, asked);
        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_key_has_no_end_point_binding(ushort version)
    {
        using EnginePair pair = Shake.Hands(RawKeys.Client(version, "r"), RawKeys.Server(version, "r"));
        byte[] binding = new byte[64];

        Assert.False(pair.ClientEngine.TryGetChannelBinding(ChannelBindingKind.TlsServerEndPoint, binding, out _));
        Assert.False(pair.ServerEngine.TryGetChannelBinding(ChannelBindingKind.TlsServerEndPoint, binding, out _));
        Assert.True(pair.ServerEngine.TryGetChannelBinding(ChannelBindingKind.TlsExporter, binding, out _));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_key_that_the_application_refuses_ends_the_handshake(ushort version)
    {
        var answers = new SuspensionAnswers
        {
            Verdict = static request => request.Refuse(AlertDescription.CertificateUnknown, "it is not the expected key."),
        };
        using var pair = new EnginePair(RawKeys.Client(version, "r"), RawKeys.Server(version, "r"), answers);
        Shake.AssertEnded(pair, Sender.Client, TlsReason.PeerCertificateRefused, AlertDescription.CertificateUnknown);
    }

    [Fact]
    public void The_second_hello_says_the_same_as_the_first()
    {
        using EnginePair pair = Shake.AndTalk(
            RawKeys.Client(0x0304, "rx", has: "r") with { Groups = [NamedGroup.X25519, NamedGroup.Secp384r1] },
            RawKeys.Server(0x0304, "r", takes: "r") with
            {
                Groups = [NamedGroup.Secp384r1],
                ClientAuthentication = ClientAuthentication.Required,
            });

        Assert.True(pair.ServerEngine.Parameters!.IsHelloRetried);
        Assert.Equal(CertificateType.RawPublicKey, pair.ServerEngine.Parameters.PeerCertificateType);
    }

    /// <summary>Other entries in the Certificate message; and another message left out.</summary>
    private static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Presenting(
        ushort version, ReadOnlyMemory<byte>[] entries, HandshakeType? without = null) => (type, message) =>
    {
        if (type == without)
        {
            return default;
        }

        return type != HandshakeType.Certificate ? message
            : version == 0x0304
                ? Hello.Encode(new Certificate13(default, [.. entries.Select(entry => new CertificateEntry(entry, ExtensionBlock.Empty))]))
                : Hello.Encode(new RawPublicKey12(entries.Length == 0 ? default : entries[0]));
    };

    /// <summary>Another answer about a type, or none, in the message that has the server's answers.</summary>
    private static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Answering(
        ushort version, ExtensionType extension, byte? choice)
    {
        HandshakeType carrier = version == 0x0304 ? HandshakeType.EncryptedExtensions : HandshakeType.ServerHello;
        return (type, message) =>
        {
            if (type != carrier)
            {
                return message;
            }

            byte[] without = Hello.Without(message, extension);
            return choice is { } value ? Hello.With(without, Hello.Raw(extension, value)) : without;
        };
    }
}
