using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>Groups, keys of servers, and what a side that exchanges keys in a wrong way gets.</summary>
public sealed class KeyExchangeTests
{
    private static readonly CipherSuite Ecdhe = CipherSuite.EcdheRsaAes128GcmSha256;
    private static readonly CipherSuite Dhe = CipherSuite.DheRsaAes128GcmSha256;
    private static readonly CipherSuite EcdhePsk = CipherSuite.EcdhePskAes128GcmSha256;

    public static TheoryData<ushort> Curves => [0x17, 0x18, 0x19, 0x1d, 0x1e];

    public static TheoryData<ushort> Fields => [0x100, 0x101, 0x102];

    [Theory]
    [MemberData(nameof(Curves))]
    public void Every_curve(ushort value)
    {
        NamedGroup[] groups = [new NamedGroup(value)];
        using EnginePair pair = Shake.AndTalk(Older.Client with { Groups = groups }, Older.Server with { Groups = groups });

        Assert.Equal(groups[0], pair.ClientEngine.Parameters!.Group);
        Assert.Equal(groups[0], pair.ServerEngine.Parameters!.Group);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field(ushort value)
    {
        NamedGroup[] groups = [new NamedGroup(value)];
        using EnginePair pair = Shake.AndTalk(Older.ClientFor(Dhe) with { Groups = groups }, Older.ServerFor(Dhe) with { Groups = groups });

        Assert.Equal(groups[0], pair.ClientEngine.Parameters!.Group);
    }

    [Theory]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.RsaPss)]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.EcP384)]
    [InlineData(KeyKind.EcP521)]
    [InlineData(KeyKind.Ed25519)]
    [InlineData(KeyKind.Ed448)]
    public void Every_kind_of_server_key(KeyKind kind)
    {
        ServerHandshakeOptions server = Older.Server with { Identities = [TestIdentity.Server(kind)] };
        using EnginePair pair = Shake.AndTalk(Older.Client, server);
        Assert.Equal(pair.ServerEngine.Parameters!.SignatureScheme, pair.ClientEngine.Parameters!.SignatureScheme);

        var answers = new SuspensionAnswers { Signature = Signing.Answer };
        using EnginePair remote = EnginePair.Connect(
            Older.Client, server with { Identities = [new ServerIdentity(TestIdentity.Remote(kind), [])] }, serverAnswers: answers);
        Shake.Talk(remote);
    }

    public static TheoryData<KeyKind, ushort> KeysAndSchemes()
    {
        var cases = new TheoryData<KeyKind, ushort>();
        foreach (KeyKind kind in Enum.GetValues<KeyKind>())
        {
            foreach (SignatureScheme scheme in DefaultParameters.SignatureSchemes.Where(scheme => SchemeRules.Fits12(scheme, kind)))
            {
                cases.Add(kind, scheme.Value);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(KeysAndSchemes))]
    public void Every_scheme_that_fits_the_key(KeyKind kind, ushort value)
    {
        SignatureScheme[] schemes = [new SignatureScheme(value)];
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { SignatureSchemes = schemes }, Older.Server with { Identities = [TestIdentity.Server(kind)] });

        Assert.Equal(schemes[0], pair.ClientEngine.Parameters!.SignatureScheme);
    }

    [Fact]
    public void Sha1_is_for_who_asks_for_it()
    {
        SignatureScheme[] schemes = [SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSha1];
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Older.Client with { SignatureSchemes = schemes },
            Older.Server);
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { SignatureSchemes = schemes }, Older.Server with { SignatureSchemes = schemes });

        Assert.Equal(SignatureScheme.EcdsaSha1, pair.ClientEngine.Parameters!.SignatureScheme);
    }

    [Fact]
    public void A_client_that_names_no_schemes_accepts_sha1_alone() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonCipherSuite,
        AlertDescription.HandshakeFailure,
        Older.Client with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SignatureAlgorithms) },
        Older.Server);

    [Fact]
    public void A_client_that_names_no_groups_gets_P256()
    {
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SupportedGroups) }, Older.Server);

        Assert.Equal(NamedGroup.Secp256r1, pair.ClientEngine.Parameters!.Group);
    }

    [Fact]
    public void No_common_curve() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonCipherSuite,
        AlertDescription.HandshakeFailure,
        Older.Client with { Groups = [NamedGroup.X25519] },
        Older.Server with { Groups = [NamedGroup.Secp256r1] });

    [Fact]
    public void No_common_field() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonGroup,
        AlertDescription.InsufficientSecurity,
        Older.ClientFor(Dhe) with { Groups = [NamedGroup.Ffdhe3072] },
        Older.ServerFor(Dhe));

    [Fact]
    public void A_group_of_TLS_1_3_alone_is_not_chosen()
    {
        using EnginePair pair = Shake.Hands(
            Older.Client with { Groups = [NamedGroup.X25519MlKem768, NamedGroup.Secp256r1] },
            Older.Server with { Groups = [NamedGroup.X25519MlKem768, NamedGroup.Secp256r1] });

        Assert.Equal(NamedGroup.Secp256r1, pair.ClientEngine.Parameters!.Group);
    }

    [Fact]
    public void A_curve_that_was_not_offered_is_refused()
    {
        // The server signs what it sends: only a server that is wrong itself can do that.
        using var pair = new EnginePair(
            Older.ClientFor(CipherSuite.EcdheRsaAes128GcmSha256) with
            {
                Groups = [NamedGroup.X25519],
                MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SupportedGroups),
            },
            Older.Server);
        Shake.AssertEnded(pair, Sender.Client, TlsReason.GroupNotOffered, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void A_prime_that_is_not_known_is_refused()
    {
        // A client that names no field gets the server's, as from before RFC 7919.
        using var pair = new EnginePair(
            Older.ClientFor(Dhe) with
            {
                Groups = [NamedGroup.Ffdhe3072],
                MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SupportedGroups),
            },
            Older.ServerFor(Dhe));
        Shake.AssertEnded(pair, Sender.Client, TlsReason.UnknownFiniteField, AlertDescription.InsufficientSecurity);
    }

    [Fact]
    public void A_prime_of_zeros_is_not_taken_for_that_of_a_curve()
    {
        // A curve has no prime here.
        CipherSuite suite = CipherSuite.DhePskAes128GcmSha256;
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.UnknownFiniteField,
            AlertDescription.InsufficientSecurity,
            Older.ClientFor(suite) with { Groups = [NamedGroup.X25519, NamedGroup.Ffdhe2048] },
            Older.ServerFor(suite) with
            {
                MessageRewriter = Rewriting.By(
                    HandshakeType.ServerKeyExchange,
                    new ServerKeyExchangeDhePsk(default, new ServerDhParameters(new byte[1], new byte[] { 2 }, new byte[32]))),
            });
    }

    [Fact]
    public void A_field_is_no_curve() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.GroupNotOffered,
        AlertDescription.IllegalParameter,
        Older.ClientFor(EcdhePsk) with { Groups = [NamedGroup.X25519, NamedGroup.Ffdhe2048] },
        Older.ServerFor(EcdhePsk) with
        {
            MessageRewriter = Rewriting.By(
                HandshakeType.ServerKeyExchange,
                new ServerKeyExchangeEcdhePsk(default, new ServerEcdhParameters(NamedGroup.Ffdhe2048, new byte[255]))),
        });

    [Theory]
    [InlineData(0x00a8, "0c000003000000")]
    [InlineData(0xc02b, "0e00000100")]
    public void What_says_nothing_is_read_to_its_end(ushort value, string message)
    {
        // A hint with something behind it in the place of ServerHelloDone, and a ServerHelloDone with something in it.
        var suite = new CipherSuite(value);
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.TrailingBytes,
            AlertDescription.DecodeError,
            Older.ClientFor(suite),
            Older.ServerFor(suite) with
            {
                MessageRewriter = Rewriting.Of(HandshakeType.ServerHelloDone, _ => Convert.FromHexString(message)),
            });
    }

    [Fact]
    public void The_secret_under_an_RSA_key_is_not_all_zeros()
    {
        // Without the extended main secret the master secret follows from it and the randoms.
        CipherSuite suite = CipherSuite.RsaAes128GcmSha256;
        var log = new CollectedKeyLog();
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.ClientFor(suite) with
            {
                DangerousKeyLog = log,
                Observer = events,
                DangerousWithoutExtendedMainSecret = true,
                MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
            },
            Older.ServerFor(suite) with { DangerousWithoutExtendedMainSecret = true });
        var randoms = new HelloRandoms(
            Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello)).Random,
            Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello)).Random);
        PseudorandomFunction function = PseudorandomFunction.For(
            ProtocolVersion.Tls12, Suite12.Resolve(suite, CryptographyProvider.Default)!, CryptographyProvider.Default)!;
        using var guess = new Secret(48);
        (guess.Span[0], guess.Span[1]) = (3, 3);
        using MasterSecret guessed = MasterSecret.Derive(function, guess, randoms);

        Assert.NotEqual(Convert.FromHexString(log.Secret("CLIENT_RANDOM")), guessed.Span.ToArray());
    }

    [Fact]
    public void A_client_that_names_curves_alone_gets_the_server_s_field()
    {
        // As from before RFC 7919: it cannot name any.
        using EnginePair pair = Shake.AndTalk(
            Older.ClientFor(Dhe) with
            {
                Groups = [NamedGroup.X25519, NamedGroup.Ffdhe2048],
                MessageRewriter = Rewriting.ClientHello(static hello => hello with
                {
                    Extensions = Rewriting.With(hello.Extensions, ExtensionType.SupportedGroups, 0, 2, 0, 0x1d),
                }),
            },
            Older.ServerFor(Dhe));

        Assert.Equal(NamedGroup.Ffdhe2048, pair.ClientEngine.Parameters!.Group);
    }

    [Fact]
    public void That_no_field_is_common_is_said_only_where_that_is_what_is_missing()
    {
        // The client's suites need no field.
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Older.Client with
            {
                CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256],
                Groups = [NamedGroup.X25519, NamedGroup.Ffdhe3072],
            },
            Older.Server with
            {
                CipherSuites = [CipherSuite.EcdheEcdsaAes256GcmSha384, Dhe],
                Groups = [NamedGroup.X25519, NamedGroup.Ffdhe2048],
            });

        // The field is common; the server has no certificate for the suite.
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Older.ClientFor(Dhe),
            Older.ServerFor(Dhe) with { Identities = [TestIdentity.Server(KeyKind.EcP256)] });
    }

    [Fact]
    public void That_no_field_is_common_is_said_whatever_curves_are()
    {
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonGroup,
            AlertDescription.InsufficientSecurity,
            Older.ClientFor(Dhe) with { Groups = [NamedGroup.X25519, NamedGroup.Ffdhe3072] },
            Older.ServerFor(Dhe) with { Groups = [NamedGroup.X25519, NamedGroup.Ffdhe2048] });

        // Here a curve is missing.
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Older.Client with
            {
                CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256],
                Groups = [NamedGroup.X25519, NamedGroup.Ffdhe3072],
            },
            Older.Server with
            {
                CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256],
                Groups = [NamedGroup.Secp256r1, NamedGroup.Ffdhe2048],
            });

        // And here the client named no field that could be common.
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Older.ClientFor(Dhe) with
            {
                MessageRewriter = Rewriting.ClientHello(static hello => hello with
                {
                    Extensions = Rewriting.With(hello.Extensions, ExtensionType.SupportedGroups, 0, 2, 0, 0x1d),
                }),
            },
            Older.ServerFor(Dhe) with { Identities = [TestIdentity.Server(KeyKind.EcP256)] });
    }

    [Fact]
    public void The_application_is_told_for_what_the_server_s_key_is_used()
    {
        using EnginePair transport = Shake.Hands(
            Older.ClientFor(CipherSuite.RsaAes128GcmSha256), Older.ServerFor(CipherSuite.RsaAes128GcmSha256));
        using EnginePair signature = Shake.Hands(
            Older.Client with { Identities = [TestIdentity.Of(KeyKind.EcP256)] },
            Older.Server with { ClientAuthentication = ClientAuthentication.Required });

        Assert.True(Assert.IsType<PeerCertificatesRequest>(Assert.Single(transport.Client.Requests)).IsKeyTransport);
        Assert.Null(transport.ServerEngine.Parameters!.SignatureScheme);
        Assert.NotNull(signature.ServerEngine.Parameters!.SignatureScheme);
        Assert.False(Assert.IsType<PeerCertificatesRequest>(Assert.Single(signature.Client.Requests)).IsKeyTransport);
        Assert.False(Assert.IsType<PeerCertificatesRequest>(Assert.Single(signature.Server.Requests)).IsKeyTransport);
        Assert.False(signature.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void The_right_key_under_an_identity_that_is_not_known_is_no_key()
    {
        var renamed = new ExternalPreSharedKey("nobody knows me"u8.ToArray(), Older.PreSharedKey.Key);
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.BadRecord,
            AlertDescription.BadRecordMac,
            Older.ClientFor(EcdhePsk) with { PreSharedKeys = [renamed] },
            Older.ServerFor(EcdhePsk));
    }

    [Theory]
    [InlineData(0x0304, TlsReason.NoCommonSignatureScheme)]
    [InlineData(0x0303, TlsReason.NoCommonCipherSuite)]
    [InlineData(0x0302, TlsReason.NoCommonCipherSuite)]
    public void A_server_key_that_can_sign_nothing_is_not_presented(ushort version, TlsReason reason)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        Shake.AssertRefused(
            Sender.Server,
            reason,
            AlertDescription.HandshakeFailure,
            Shake.Client with { Versions = versions, DangerousLegacyVersions = true },
            Shake.Server with
            {
                Versions = versions,
                DangerousLegacyVersions = true,
                Identities = [new ServerIdentity(UnableKey.Identity(), [])],
            });
    }

    [Fact]
    public void A_key_that_older_versions_cannot_sign_with_is_refused()
    {
        CipherSuite suite = CipherSuite.EcdheEcdsaAes128CbcSha;
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.UnusableCertificate,
            AlertDescription.UnsupportedCertificate,
            Older.ClientFor(suite, ProtocolVersion.Tls11),
            Older.ServerFor(suite, ProtocolVersion.Tls11) with
            {
                MessageRewriter = Rewriting.By(
                    HandshakeType.Certificate, new Certificate12([.. TestIdentity.Of(KeyKind.Ed25519).Chain])),
            });
    }

    [Fact]
    public void An_imported_key_is_passed_over()
    {
        // RFC 9258: it is bound to TLS 1.3, and its identity says nothing to others.
        CipherSuite suite = EcdhePsk;
        var imported = new ExternalPreSharedKey("imported"u8.ToArray(), Older.PreSharedKey.Key) { IsImported = true };
        using EnginePair pair = Shake.AndTalk(
            Older.ClientFor(suite) with { PreSharedKeys = [imported, Older.PreSharedKey] },
            Older.ServerFor(suite) with { PreSharedKeys = [imported, Older.PreSharedKey] });
        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);

        Shake.AssertRefused(
            Sender.Server,
            TlsReason.BadRecord,
            AlertDescription.BadRecordMac,
            Older.ClientFor(suite) with { PreSharedKeys = [imported with { IsImported = false }] },
            Older.ServerFor(suite) with { PreSharedKeys = [imported, Older.PreSharedKey] });
    }

    [Fact]
    public void A_changed_parameter_is_found_out_by_the_signature() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.BadSignature,
        AlertDescription.DecryptError,
        Older.Client,
        Older.Server with
        {
            MessageRewriter = Rewriting.Of(HandshakeType.ServerKeyExchange, static message =>
            {
                message[12] ^= 1;
                return message;
            }),
        });

    [Fact]
    public void A_signature_scheme_that_was_not_offered_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        Older.ClientFor(Ecdhe),
        Older.ServerFor(Ecdhe) with
        {
            Groups = [NamedGroup.X25519],
            MessageRewriter = Rewriting.Of(HandshakeType.ServerKeyExchange, static message =>
            {
                // Header, curve type, group, length, key; then the scheme.
                (message[4 + 4 + 32], message[4 + 4 + 33]) = (0x02, 0x01);
                return message;
            }),
        });

    [Fact]
    public void A_certificate_of_another_kind_than_the_suite_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CertificateDoesNotFitSuite,
        AlertDescription.IllegalParameter,
        Older.Client,
        Older.Server with
        {
            MessageRewriter = Rewriting.By(
                HandshakeType.Certificate, new Certificate12([.. TestIdentity.Of(KeyKind.Rsa).Chain])),
            Identities = [TestIdentity.Server(KeyKind.EcP256)],
        });

    [Fact]
    public void An_rsa_key_bound_to_signing_is_no_key_for_transport()
    {
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Older.ClientFor(CipherSuite.RsaAes128GcmSha256),
            Older.ServerFor(CipherSuite.RsaAes128GcmSha256) with { Identities = [TestIdentity.Server(KeyKind.RsaPss)] });
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.CertificateDoesNotFitSuite,
            AlertDescription.IllegalParameter,
            Older.ClientFor(CipherSuite.RsaAes128GcmSha256),
            Older.ServerFor(CipherSuite.RsaAes128GcmSha256) with
            {
                MessageRewriter = Rewriting.By(HandshakeType.Certificate, new Certificate12([.. TestIdentity.Of(KeyKind.RsaPss).Chain])),
            });
    }

    [Fact]
    public void An_empty_certificate_list_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.EmptyServerCertificate,
        AlertDescription.DecodeError,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.By(HandshakeType.Certificate, new Certificate12([])) });

    public static TheoryData<string> BadPoints => ["empty", "zero", "short", "long", "not on the curve", "compressed"];

    [Theory]
    [MemberData(nameof(BadPoints))]
    public void A_client_s_bad_point_is_refused(string what)
    {
        byte[] good = Convert.FromHexString(
            "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
            + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
        byte[] point = what switch
        {
            "empty" => [],
            "zero" => new byte[65],
            "short" => good[..64],
            "long" => [.. good, 0],
            "compressed" => [2, .. good[1..33]],
            _ => [.. good[..64], (byte)(good[64] ^ 1)],
        };
        byte[] body = [(byte)point.Length, .. point];
        using var pair = new EnginePair(
            Older.Client with
            {
                Groups = [NamedGroup.Secp256r1],
                MessageRewriter = Rewriting.Of(HandshakeType.ClientKeyExchange, _ => [16, 0, 0, (byte)body.Length, .. body]),
            },
            Older.Server);
        pair.Pump();

        Assert.NotNull(pair.Server.Failure);
        Assert.True(pair.Server.Failure.Alert == AlertDescription.IllegalParameter
            || pair.Server.Failure.Alert == AlertDescription.DecodeError);
    }

    [Theory]
    [InlineData("zero")]
    [InlineData("one")]
    [InlineData("minus one")]
    [InlineData("prime")]
    [InlineData("long")]
    public void A_client_s_bad_number_is_refused(string what)
    {
        byte[] prime = CryptographyProvider.Default.FindKeyExchange("ffdhe2048")!.Prime.ToArray();
        byte[] number = what switch
        {
            "zero" => [0],
            "one" => [1],
            "minus one" => [.. prime[..^1], (byte)(prime[^1] - 1)],
            "prime" => prime,
            _ => [1, .. prime],
        };
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.InvalidKeyShare,
            AlertDescription.HandshakeFailure,
            Older.ClientFor(Dhe) with { MessageRewriter = Rewriting.By(HandshakeType.ClientKeyExchange, new ClientKeyExchangeDhe(number)) },
            Older.ServerFor(Dhe));
    }

    [Fact]
    public void Leading_zeros_of_a_number_are_of_no_matter()
    {
        using EnginePair pair = Shake.AndTalk(
            Older.ClientFor(Dhe) with
            {
                MessageRewriter = Rewriting.Of(HandshakeType.ClientKeyExchange, static message =>
                {
                    ClientKeyExchangeDhe body = ClientKeyExchangeDhe.Decode(message.AsMemory(HandshakeMessage.HeaderLength));
                    return Hello.Encode(new ClientKeyExchangeDhe(new byte[] { 0, 0 }.Concat(body.PublicKey.ToArray()).ToArray()));
                }),
            },
            Older.ServerFor(Dhe));
        Assert.True(pair.IsEstablished);
    }

    [Theory]
    [InlineData(0xd001)]
    [InlineData(0x00aa)]
    [InlineData(0x00a8)]
    public void A_wrong_pre_shared_key_and_an_unknown_one_look_the_same(ushort value)
    {
        var suite = new CipherSuite(value);
        foreach (string identity in new[] { "the key", "nobody knows me" })
        {
            using Secret other = Secret.CopyOf(new byte[32]);
            var key = new ExternalPreSharedKey(System.Text.Encoding.ASCII.GetBytes(identity), other);
            Shake.AssertRefused(
                Sender.Server,
                TlsReason.BadRecord,
                AlertDescription.BadRecordMac,
                Older.ClientFor(suite) with { PreSharedKeys = [key] },
                Older.ServerFor(suite));
        }
    }

    [Fact]
    public void A_server_may_leave_out_or_send_a_hint_where_there_is_no_field()
    {
        CipherSuite suite = CipherSuite.PskAes128GcmSha256;
        using EnginePair without = Shake.AndTalk(Older.ClientFor(suite), Older.ServerFor(suite));
        using EnginePair with = Shake.AndTalk(
            Older.ClientFor(suite),
            Older.ServerFor(suite) with
            {
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ServerHelloDone,
                    static message => [.. Hello.Encode(new ServerKeyExchangePsk("a hint"u8.ToArray())), .. message]),
            });
        Assert.True(with.IsEstablished);
    }

    [Fact]
    public void A_curve_for_a_pre_shared_key_must_be_sent() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.UnexpectedMessage,
        AlertDescription.UnexpectedMessage,
        Older.ClientFor(EcdhePsk),
        Older.ServerFor(EcdhePsk) with { MessageRewriter = Rewriting.Without(HandshakeType.ServerKeyExchange) });
}
