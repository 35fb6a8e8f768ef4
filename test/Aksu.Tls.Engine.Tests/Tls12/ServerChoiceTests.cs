using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>What a server of TLS 1.2 takes from a hello, and what it answers.</summary>
public sealed class ServerChoiceTests
{
    private static readonly CipherSuite Aes128 = CipherSuite.EcdheEcdsaAes128GcmSha256;
    private static readonly CipherSuite Aes256 = CipherSuite.EcdheEcdsaAes256GcmSha384;
    private static readonly CipherSuite ChaCha = CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256;

    [Fact]
    public void The_server_s_order_of_suites_counts() =>
        AssertSuite(Aes256, [Aes128, Aes256], [Aes256, Aes128]);

    [Fact]
    public void The_client_s_order_counts_where_the_server_says_so() =>
        AssertSuite(Aes128, [Aes128, Aes256], [Aes256, Aes128], prefersClientOrder: true);

    [Fact]
    public void In_the_client_s_order_too_only_what_the_server_has_is_taken()
    {
        AssertSuite(Aes256, [Aes128, Aes256], [Aes256], prefersClientOrder: true);
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384] },
            Shake.Server with { CipherSuites = [CipherSuite.Aes256GcmSha384], PrefersClientOrder = true });

        Assert.Equal(CipherSuite.Aes256GcmSha384, pair.ServerEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void A_curve_is_taken_where_the_suite_wants_one_whatever_stands_before_it()
    {
        NamedGroup[] groups = [NamedGroup.Ffdhe2048, NamedGroup.X25519];
        using EnginePair pair = Shake.AndTalk(Older.Client with { Groups = groups }, Older.Server with { Groups = groups });

        Assert.Equal(NamedGroup.X25519, pair.ServerEngine.Parameters!.Group);
    }

    [Fact]
    public void A_server_without_encrypt_then_mac_does_not_answer_it()
    {
        CipherSuite[] suites = [CipherSuite.EcdheEcdsaAes128CbcSha];

        Assert.True(Answer(Older.Client with { CipherSuites = suites }, Older.Server with { CipherSuites = suites })
            .Contains(ExtensionType.EncryptThenMac));
        Assert.False(Answer(
            Older.Client with { CipherSuites = suites }, Older.Server with { CipherSuites = suites, EncryptThenMac = false })
            .Contains(ExtensionType.EncryptThenMac));
    }

    [Fact]
    public void A_client_that_puts_ChaCha20_first_gets_it() => AssertSuite(ChaCha, [ChaCha, Aes128, Aes256], [Aes256, Aes128, ChaCha]);

    [Fact]
    public void A_client_that_puts_ChaCha20_later_does_not() => AssertSuite(Aes256, [Aes128, ChaCha, Aes256], [Aes256, Aes128, ChaCha]);

    [Fact]
    public void The_suite_follows_the_certificate()
    {
        using EnginePair rsa = Shake.Hands(Older.Client, Older.Server with { Identities = [TestIdentity.Server(KeyKind.Rsa)] });
        using EnginePair ecdsa = Shake.Hands(Older.Client, Older.Server with { Identities = [TestIdentity.Server(KeyKind.EcP256)] });

        Assert.Equal(CipherSuite.EcdheRsaAes128GcmSha256, rsa.ClientEngine.Parameters!.CipherSuite);
        Assert.Equal(CipherSuite.EcdheEcdsaAes128GcmSha256, ecdsa.ClientEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void The_certificate_follows_what_the_client_can_verify()
    {
        using EnginePair pair = Shake.Hands(Older.Client with { CipherSuites = [CipherSuite.EcdheRsaAes128GcmSha256] }, Older.Server);

        Assert.Equal(TestIdentity.Of(KeyKind.Rsa).Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_certificate_follows_the_name()
    {
        using EnginePair pair = Shake.Hands(
            Older.Client with { ServerName = "b.example" },
            Older.Server with
            {
                Identities = [TestIdentity.Server(KeyKind.EcP256, "a.example"), TestIdentity.Server(KeyKind.EcP256, "b.example")],
            });

        Assert.Equal(TestIdentity.Of(KeyKind.EcP256, "b.example").Chain.Count, pair.ClientEngine.Parameters!.PeerCertificates.Count);
        Assert.Equal(pair.ServerEngine.Parameters!.LocalCertificates, pair.ClientEngine.Parameters.PeerCertificates, Same.Bytes);
        string certificate = System.Text.Encoding.Latin1.GetString(pair.ClientEngine.Parameters.PeerCertificates[0].Span);
        Assert.Contains("b.example", certificate, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strict_server_refuses_another_name() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.UnrecognizedName,
        AlertDescription.UnrecognizedName,
        Older.Client,
        Older.Server with { Identities = [TestIdentity.Server(KeyKind.EcP256, "a.example")], StrictServerName = true });

    [Fact]
    public void No_common_suite() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonCipherSuite,
        AlertDescription.HandshakeFailure,
        Older.Client with { CipherSuites = [Aes128] },
        Older.Server with { CipherSuites = [Aes256] });

    [Fact]
    public void An_application_protocol_is_negotiated()
    {
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { ApplicationProtocols = ["http/1.1", "h2"] },
            Older.Server with { ApplicationProtocols = ["h2", "http/1.1"] });

        Assert.Equal("h2", pair.ClientEngine.Parameters!.ApplicationProtocol);
        Assert.Equal("h2", pair.ServerEngine.Parameters!.ApplicationProtocol);
    }

    [Fact]
    public void No_common_application_protocol() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoApplicationProtocol,
        AlertDescription.NoApplicationProtocol,
        Older.Client with { ApplicationProtocols = ["h3"] },
        Older.Server with { ApplicationProtocols = ["h2"] });

    [Fact]
    public void An_application_protocol_that_was_not_offered_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.ApplicationProtocolNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client with { ApplicationProtocols = ["h2"] },
        Older.Server with
        {
            MessageRewriter = Rewriting.WithAnswer(ExtensionType.ApplicationLayerProtocolNegotiation, 0, 3, 2, (byte)'h', (byte)'3'),
        });

    [Fact]
    public void A_stapled_response_and_timestamps_reach_the_application()
    {
        CertifiedKey key = TestIdentity.Of(KeyKind.EcP256) with
        {
            OcspResponse = new byte[] { 0x30, 1, 2 },
            SignedCertificateTimestamps = [new byte[] { 1, 2, 3 }, new byte[] { 4 }],
        };
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { RequestSignedCertificateTimestamps = true },
            Older.Server with { Identities = [new ServerIdentity(key, [])] });
        var request = Assert.IsType<PeerCertificatesRequest>(Assert.Single(pair.Client.Requests));

        Assert.Equal([0x30, 1, 2], request.OcspResponse.ToArray());
        Assert.Equal(key.SignedCertificateTimestamps, request.SignedCertificateTimestamps, Same.Bytes);
    }

    [Fact]
    public void What_was_not_asked_for_is_not_sent()
    {
        CertifiedKey key = TestIdentity.Of(KeyKind.EcP256) with
        {
            OcspResponse = new byte[] { 0x30, 1, 2 },
            SignedCertificateTimestamps = [new byte[] { 1, 2, 3 }],
        };
        using EnginePair pair = Shake.Hands(
            Older.Client with { RequestOcspResponse = false }, Older.Server with { Identities = [new ServerIdentity(key, [])] });
        var request = Assert.IsType<PeerCertificatesRequest>(Assert.Single(pair.Client.Requests));

        Assert.True(request.OcspResponse.IsEmpty);
        Assert.Empty(request.SignedCertificateTimestamps);
    }

    [Theory]
    [InlineData(0x009c)]
    [InlineData(0xc02f)]
    public void An_announced_response_may_stay_away(ushort suite)
    {
        CertifiedKey key = TestIdentity.Of(KeyKind.Rsa) with { OcspResponse = new byte[] { 0x30 } };
        using EnginePair pair = Shake.AndTalk(
            Older.ClientFor(new CipherSuite(suite)),
            Older.ServerFor(new CipherSuite(suite)) with
            {
                Identities = [new ServerIdentity(key, [])],
                MessageRewriter = Rewriting.Without(HandshakeType.CertificateStatus),
            });
        Assert.True(Assert.IsType<PeerCertificatesRequest>(Assert.Single(pair.Client.Requests)).OcspResponse.IsEmpty);
    }

    [Fact]
    public void A_response_that_was_not_announced_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.UnexpectedMessage,
        AlertDescription.UnexpectedMessage,
        Older.Client,
        Older.Server with
        {
            MessageRewriter = Rewriting.Of(
                HandshakeType.ServerKeyExchange,
                static message =>
                [
                    .. Hello.Encode(new CertificateStatus12(new Engine.Messages.Extensions.CertificateStatus(new byte[] { 0x30 }))),
                    .. message,
                ]),
        });

    [Fact]
    public void Record_sizes_are_negotiated_without_the_content_type()
    {
        using EnginePair pair = Shake.Hands(
            Older.Client with { RecordSizeLimit = 100 }, Older.Server with { RecordSizeLimit = 200 });
        int before = pair.Flights.Count;
        pair.Server.Send(new byte[1000]);
        pair.Client.Send(new byte[1000]);
        pair.Pump();

        Assert.Equal(1000, pair.Client.ReceivedData.Length);
        Assert.Equal(1000, pair.Server.ReceivedData.Length);
        Assert.All(pair.Flights.Skip(before), flight => Assert.All(
            WireRecord.Split(flight.Bytes),
            record => Assert.InRange(record.Fragment.Length, 1, (flight.From == Sender.Server ? 100 : 200) + 24)));
        Assert.Contains(pair.Flights.Skip(before), flight => WireRecord.Split(flight.Bytes)[0].Fragment.Length == 200 + 24);
    }

    [Fact]
    public void A_record_size_over_the_version_s_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.RecordSizeLimitInvalid,
        AlertDescription.IllegalParameter,
        Older.Client with { RecordSizeLimit = 1000 },
        Older.Server with { MessageRewriter = Rewriting.WithAnswer(ExtensionType.RecordSizeLimit, 0x40, 0x01) });

    [Theory]
    [InlineData(100, null)]
    [InlineData(null, 100)]
    public void A_record_size_is_answered_by_those_alone_who_have_one(int? client, int? server)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { RecordSizeLimit = client, Observer = events }, Older.Server with { RecordSizeLimit = server });

        ServerHello hello = Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello));
        Assert.False(hello.Extensions.Contains(ExtensionType.RecordSizeLimit));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Records_longer_than_this_side_s_size_are_refused(int length, bool isTaken)
    {
        foreach (TlsSide receiver in new[] { TlsSide.Client, TlsSide.Server })
        {
            using var watched = new Watched(
                Older.Client with { RecordSizeLimit = receiver == TlsSide.Client ? 200 : 1000 },
                Older.Server with { RecordSizeLimit = receiver == TlsSide.Server ? 200 : 1000 });
            AssertTakes(watched, receiver, length, isTaken);
        }
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Records_longer_than_the_fragment_that_was_agreed_are_refused(int length, bool isTaken)
    {
        // The client did not ask by itself and would refuse the answer.
        using var watched = new Watched(
            Older.Client with
            {
                MessageRewriter = Rewriting.ClientHello(hello => hello with
                {
                    Extensions = Rewriting.With(hello.Extensions, ExtensionType.MaxFragmentLength, 1),
                }),
            },
            Older.Server with
            {
                MessageRewriter = Rewriting.ServerHello(hello => hello with { Extensions = Without(hello.Extensions) }),
            });
        AssertTakes(watched, TlsSide.Server, length, isTaken);
    }

    [Fact]
    public void Point_formats_are_answered_where_they_were_asked_for_and_a_curve_is_used()
    {
        Assert.True(Answer(Older.Client, Older.Server).Contains(ExtensionType.EcPointFormats));
        Assert.False(Answer(
            Older.Client with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.EcPointFormats) }, Older.Server)
            .Contains(ExtensionType.EcPointFormats));

        CipherSuite field = CipherSuite.DheRsaAes128GcmSha256;
        Assert.False(Answer(
            Older.ClientFor(field) with { CipherSuites = [field, Aes128], Groups = [NamedGroup.Ffdhe2048, NamedGroup.X25519] },
            Older.ServerFor(field)).Contains(ExtensionType.EcPointFormats));
    }

    [Fact]
    public void The_version_s_own_record_size_is_taken() => Shake.AndTalk(
        Older.Client with { RecordSizeLimit = 1000 },
        Older.Server with { MessageRewriter = Rewriting.WithAnswer(ExtensionType.RecordSizeLimit, 0x40, 0x00) }).Dispose();

    [Fact]
    public void A_max_fragment_length_is_kept()
    {
        using EnginePair pair = Shake.Hands(
            Older.Client with
            {
                MaxRecordContent = 512,
                MessageRewriter = Rewriting.ClientHello(hello => hello with
                {
                    Extensions = Rewriting.With(hello.Extensions, ExtensionType.MaxFragmentLength, 1),
                }),
            },
            Older.Server with
            {
                // The client did not ask by itself and would refuse the answer.
                MessageRewriter = Rewriting.ServerHello(hello =>
                {
                    Assert.True(hello.Extensions.Contains(ExtensionType.MaxFragmentLength));
                    return hello with { Extensions = Without(hello.Extensions) };
                }),
            });
        int before = pair.Flights.Count;
        pair.Server.Send(new byte[2000]);
        pair.Pump();

        Assert.Equal(2000, pair.Client.ReceivedData.Length);
        Assert.All(WireRecord.Split(pair.Flights[before].Bytes), record => Assert.InRange(record.Fragment.Length, 1, 512 + 24));
    }

    [Theory]
    [InlineData(new byte[] { }, false)]
    [InlineData(new byte[] { 1 }, false)]
    [InlineData(new byte[] { 1, 0 }, true)]
    [InlineData(new byte[] { 0, 64 }, true)]
    public void The_null_compression_must_be_there_and_is_the_only_one_used(byte[] methods, bool isTaken)
    {
        ClientHandshakeOptions client = Older.Client with
        {
            MessageRewriter = Rewriting.ClientHello(hello => hello with { LegacyCompressionMethods = methods }),
        };
        using var pair = new EnginePair(client, Older.Server);
        pair.Pump();

        Assert.Equal(isTaken, pair.Server.Failure is null);
    }

    [Fact]
    public void A_server_that_compresses_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.InvalidCompression,
        AlertDescription.IllegalParameter,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.ServerHello(hello => hello with { LegacyCompressionMethod = 1 }) });

    [Fact]
    public void A_suite_that_was_not_offered_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CipherSuiteNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.ServerHello(hello => hello with { CipherSuite = CipherSuite.RsaAes128CbcSha }) });

    [Fact]
    public void A_suite_of_TLS_1_3_in_TLS_1_2_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CipherSuiteNotOffered,
        AlertDescription.IllegalParameter,
        Shake.Client,
        Older.Server with { MessageRewriter = Rewriting.ServerHello(hello => hello with { CipherSuite = CipherSuite.Aes128GcmSha256 }) });

    [Theory]
    [InlineData(22, TlsReason.UnsolicitedExtension, 110)]
    [InlineData(15, TlsReason.UnsolicitedExtension, 110)]
    [InlineData(51, TlsReason.ForbiddenExtension, 47)]
    [InlineData(13172, TlsReason.UnsolicitedExtension, 110)]
    public void An_answer_to_nothing_is_refused(ushort type, TlsReason reason, byte alert)
    {
        using var pair = new EnginePair(
            Older.Client, Older.Server with { MessageRewriter = Rewriting.WithAnswer(new ExtensionType(type)) });
        Shake.AssertEnded(pair, Sender.Client, reason, new AlertDescription(alert));
    }

    [Theory]
    [InlineData(0, new byte[] { 0 })]
    [InlineData(5, new byte[] { 1, 0, 0, 0, 0 })]
    [InlineData(11, new byte[] { })]
    [InlineData(11, new byte[] { 1, 0, 0 })]
    [InlineData(11, new byte[] { 1, 1 })]
    [InlineData(22, new byte[] { 0 })]
    [InlineData(23, new byte[] { 0 })]
    public void A_malformed_answer_is_refused_though_it_only_says_that_it_is_there(ushort type, byte[] body)
    {
        CipherSuite[] suites = [CipherSuite.EcdheEcdsaAes128CbcSha];
        using var pair = new EnginePair(
            Older.Client with { CipherSuites = suites },
            Older.Server with { CipherSuites = suites, MessageRewriter = Rewriting.WithAnswer(new ExtensionType(type), body) });
        pair.Pump();

        Assert.NotNull(pair.Client.Failure);
        Assert.False(pair.Client.Failure.SentByPeer);
        Assert.True(
            pair.Client.Failure.Alert == AlertDescription.DecodeError || pair.Client.Failure.Alert == AlertDescription.IllegalParameter,
            pair.Client.Failure.ToString());
        Assert.DoesNotContain(pair.Client.Requests, static request => request is PeerCertificatesRequest);
    }

    [Fact]
    public void Encrypt_then_mac_is_passed_over_where_there_is_no_mac()
    {
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { CipherSuites = [Aes128, CipherSuite.EcdheEcdsaAes128CbcSha] },
            Older.Server with { CipherSuites = [Aes128], MessageRewriter = Rewriting.WithAnswer(ExtensionType.EncryptThenMac) });

        Assert.Equal(Aes128, pair.ClientEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void The_key_log_has_the_client_s_random_and_the_master_secret()
    {
        var ofClient = new CollectedKeyLog();
        var ofServer = new CollectedKeyLog();
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.Client with { DangerousKeyLog = ofClient, Observer = events }, Older.Server with { DangerousKeyLog = ofServer });
        string random = Convert.ToHexStringLower(Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello)).Random.Span);

        string line = Assert.Single(ofClient.Lines);
        Assert.Matches($"^CLIENT_RANDOM {random} [0-9a-f]{{96}}$", line);
        Assert.Equal(ofClient.Lines, ofServer.Lines);
    }

    private static void AssertSuite(CipherSuite expected, CipherSuite[] client, CipherSuite[] server, bool prefersClientOrder = false)
    {
        using EnginePair pair = Shake.Hands(
            Older.Client with { CipherSuites = client },
            Older.Server with { CipherSuites = server, PrefersClientOrder = prefersClientOrder });
        Assert.Equal(expected, pair.ClientEngine.Parameters!.CipherSuite);
    }

    private static ExtensionBlock Answer(ClientHandshakeOptions client, ServerHandshakeOptions server)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(client with { Observer = events }, server);
        return Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello)).Extensions;
    }

    private static void AssertTakes(Watched watched, TlsSide receiver, int length, bool isTaken)
    {
        TlsSide sender = receiver == TlsSide.Client ? TlsSide.Server : TlsSide.Client;
        EngineEnd end = watched.End(receiver);
        end.Take(watched.Protect(sender, ContentType.ApplicationData, new byte[length]));
        if (isTaken)
        {
            Assert.Null(end.Failure);
            Assert.Equal(length, end.ReceivedData.Length);
        }
        else
        {
            Shake.AssertFailed(end, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
        }
    }

    private static ExtensionBlock Without(ExtensionBlock block) =>
        Hello.Server(Rewriting.WithoutExtension(ExtensionType.MaxFragmentLength)(
            HandshakeType.ServerHello,
            Hello.Encode(new ServerHello(ProtocolVersion.Tls12, new byte[32], default, Aes128, 0, block)))).Extensions;
}
