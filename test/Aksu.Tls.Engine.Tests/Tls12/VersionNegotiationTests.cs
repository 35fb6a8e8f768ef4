using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>Which version comes out of every pair of sets of versions, and how an attempt to push it down is found out.</summary>
public sealed class VersionNegotiationTests
{
    private static readonly ProtocolVersion[] All =
        [ProtocolVersion.Tls13, ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10];

    private static readonly ClientHandshakeOptions Client = Older.Client with { Versions = DefaultParameters.Versions };
    private static readonly ServerHandshakeOptions Server = Older.Server with { Versions = DefaultParameters.Versions };

    /// <summary>
    /// Every range of versions against every other. Sets with holes are no sets to have: the sentinels tell of what lies in the hole.
    /// </summary>
    public static TheoryData<int, int, int, int> Ranges()
    {
        var ranges = new TheoryData<int, int, int, int>();
        for (int i = 0; i < 256; i++)
        {
            (int clientFrom, int clientTo, int serverFrom, int serverTo) = (i & 3, (i >> 2) & 3, (i >> 4) & 3, i >> 6);
            if (clientFrom <= clientTo && serverFrom <= serverTo)
            {
                ranges.Add(clientFrom, clientTo, serverFrom, serverTo);
            }
        }

        return ranges;
    }

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(1, 1, true)]
    public void Signature_schemes_are_for_TLS_1_2_and_later(int from, int to, bool isLegacyOnly)
    {
        // RFC 5246 §7.4.1.4.1: clients of older versions must not offer them.
        ProtocolVersion[] versions = [.. All.Where(version => version.Value >= 0x0301 + from && version.Value <= 0x0301 + to)];
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            Client with { Versions = versions, DangerousLegacyVersions = true, Observer = events },
            Server with { Versions = versions, DangerousLegacyVersions = true });

        ClientHello hello = Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello));
        Assert.Equal(!isLegacyOnly, hello.Extensions.Contains(ExtensionType.SignatureAlgorithms));
    }

    [Fact]
    public void Both_newest_versions_are_on_by_default()
    {
        Assert.Equal([ProtocolVersion.Tls13, ProtocolVersion.Tls12], new ClientHandshakeOptions().Versions);
        Assert.Equal([ProtocolVersion.Tls13, ProtocolVersion.Tls12], new ServerHandshakeOptions().Versions);
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void The_highest_common_version_is_negotiated(int clientFrom, int clientTo, int serverFrom, int serverTo)
    {
        ProtocolVersion[] ofClient = All[clientFrom..(clientTo + 1)];
        ProtocolVersion[] ofServer = All[serverFrom..(serverTo + 1)];
        using var pair = new EnginePair(
            Client with { Versions = ofClient, DangerousLegacyVersions = true },
            Server with { Versions = ofServer, DangerousLegacyVersions = true });

        ProtocolVersion[] common = [.. ofClient.Where(ofServer.Contains)];
        if (common.Length > 0)
        {
            pair.Shake();
            Assert.Equal(common[0], pair.ClientEngine.Parameters!.Version);
            Assert.Equal(common[0], pair.ServerEngine.Parameters!.Version);
            return;
        }

        pair.Pump();
        AlertDescription alert = (pair.Client.Failure is { SentByPeer: false } failure ? failure : pair.Server.Failure)!.Alert;

        // A client of TLS 1.2 alone cannot say that it has nothing below: it has no suite for it.
        Assert.True(alert == AlertDescription.ProtocolVersion || alert == AlertDescription.HandshakeFailure);
    }

    [Fact]
    public void The_hello_of_both_versions_has_all_that_either_needs()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Client with { Observer = events, Grease = false }, Server);
        ClientHello hello = Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello));

        Assert.Equal(ProtocolVersion.Tls12, hello.LegacyVersion);
        Assert.Equal(32, hello.LegacySessionId.Length);
        Assert.Equal(DefaultParameters.CipherSuites, hello.CipherSuites);
        foreach (ExtensionType type in new[]
        {
            ExtensionType.SupportedVersions, ExtensionType.KeyShare, ExtensionType.PskKeyExchangeModes, ExtensionType.SupportedGroups,
            ExtensionType.SignatureAlgorithms, ExtensionType.ExtendedMainSecret, ExtensionType.RenegotiationInfo,
            ExtensionType.EcPointFormats, ExtensionType.SessionTicket,
        })
        {
            Assert.True(hello.Extensions.Contains(type), type.ToString());
        }

        Assert.False(hello.Extensions.Contains(ExtensionType.EncryptThenMac));
        Assert.False(hello.Extensions.Contains(ExtensionType.Heartbeat));
        Assert.Equal([0], hello.LegacyCompressionMethods.ToArray());
    }

    [Fact]
    public void The_hello_of_TLS_1_2_alone_has_nothing_of_TLS_1_3()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.Client with { Observer = events, PostHandshakeAuthentication = true }, Older.Server);
        ClientHello hello = Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello));

        Assert.Empty(hello.LegacySessionId.ToArray());
        foreach (ExtensionType type in new[]
        {
            ExtensionType.SupportedVersions, ExtensionType.KeyShare, ExtensionType.PskKeyExchangeModes, ExtensionType.PostHandshakeAuth,
        })
        {
            Assert.False(hello.Extensions.Contains(type), type.ToString());
        }
    }

    [Fact]
    public void Somebody_who_takes_TLS_1_3_out_of_the_hello_is_found_out_by_the_random()
    {
        // The man in the middle cannot change what the transcripts are: the client sees the sentinel before anything else.
        using var pair = new EnginePair(Client, Server) { InTransit = WithoutSupportedVersions };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.DowngradeDetected, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void Somebody_who_pushes_TLS_1_2_down_is_found_out_by_the_random()
    {
        using var pair = new EnginePair(
            Older.Client with { Versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11], DangerousLegacyVersions = true },
            Older.Server with { Versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11], DangerousLegacyVersions = true })
        {
            InTransit = flight => flight.Number == 0 ? WithLegacyVersion(flight.Bytes, 0x02) : flight.Bytes,
        };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.DowngradeDetected, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void Somebody_who_removes_the_sentinel_too_is_found_out_by_the_signature()
    {
        using var pair = new EnginePair(Client, Server)
        {
            InTransit = flight =>
            {
                byte[] bytes = WithoutSupportedVersions(flight);
                if (flight.From == Sender.Server)
                {
                    // The first byte of the sentinel in the random, behind record header, message header and version.
                    bytes[5 + 4 + 2 + 24] ^= 1;
                }

                return bytes;
            },
        };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.BadSignature, AlertDescription.DecryptError);
    }

    [Fact]
    public void A_server_of_TLS_1_2_alone_sends_no_sentinel()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(Client with { Observer = events }, Older.Server);
        ServerHello hello = Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello));

        Assert.Equal(ProtocolVersion.Tls12, pair.ClientEngine.Parameters!.Version);
        Assert.False(hello.Random.Span.EndsWith(DowngradeSentinel.ToTls12));
    }

    [Fact]
    public void A_server_of_both_marks_the_random_for_a_client_of_TLS_1_2()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(Older.Client with { Observer = events }, Server);
        ServerHello hello = Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello));

        Assert.True(hello.Random.Span.EndsWith(DowngradeSentinel.ToTls12));
        Assert.False(hello.Extensions.Contains(ExtensionType.SupportedVersions));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fallback_is_refused_by_a_server_that_has_more(bool hasMore)
    {
        ClientHandshakeOptions client = Older.Client with { IsFallback = true };
        if (hasMore)
        {
            Shake.AssertRefused(Sender.Server, TlsReason.InappropriateFallback, AlertDescription.InappropriateFallback, client, Server);
            return;
        }

        using EnginePair pair = Shake.AndTalk(client, Older.Server);
        Assert.Equal(ProtocolVersion.Tls12, pair.ClientEngine.Parameters!.Version);
    }

    [Theory]
    [InlineData(0x0304, TlsReason.VersionNotOffered, 47)]
    [InlineData(0x0305, TlsReason.VersionNotOffered, 47)]
    [InlineData(0x0302, TlsReason.UnsupportedVersion, 70)]
    [InlineData(0x0301, TlsReason.UnsupportedVersion, 70)]
    [InlineData(0x0300, TlsReason.Ssl3Refused, 70)]
    [InlineData(0x0002, TlsReason.Ssl3Refused, 70)]
    public void A_server_that_chooses_what_was_not_offered_is_refused(ushort version, TlsReason reason, byte alert)
    {
        using var pair = new EnginePair(Client, Older.Server with
        {
            MessageRewriter = Rewriting.ServerHello(hello => hello with { LegacyVersion = new ProtocolVersion(version) }),
        });
        pair.Pump();
        Shake.AssertFailed(pair.Client, reason, new AlertDescription(alert));
    }

    [Fact]
    public void A_suite_that_is_not_of_the_chosen_version_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CipherSuiteNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client with { Versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11], DangerousLegacyVersions = true },
        Older.Server with
        {
            MessageRewriter = Rewriting.ServerHello(static hello => hello with { LegacyVersion = ProtocolVersion.Tls11 }),
        });

    [Fact]
    public void A_session_that_goes_on_in_another_version_is_refused()
    {
        // The suite is of both versions.
        CipherSuite[] suites = [CipherSuite.EcdheEcdsaAes128CbcSha];
        using var tickets = Sessions.SessionTests.Protector();
        ClientHandshakeOptions client = Older.Client with { CipherSuites = suites };
        ServerHandshakeOptions server = Older.Server with { CipherSuites = suites, Tickets = tickets };
        using EnginePair first = Shake.Hands(client, server);

        Shake.AssertRefused(
            Sender.Client,
            TlsReason.UnexpectedResumption,
            AlertDescription.IllegalParameter,
            client with
            {
                Versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11],
                DangerousLegacyVersions = true,
                Sessions = [Sessions.SessionTests.Take(first)],
            },
            server with
            {
                MessageRewriter = Rewriting.ServerHello(static hello => hello with { LegacyVersion = ProtocolVersion.Tls11 }),
            });
    }

    [Fact]
    public void A_server_that_chooses_TLS_1_3_of_a_client_that_does_not_have_it_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.VersionNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.WithAnswer(ExtensionType.SupportedVersions, 3, 4) });

    [Theory]
    [InlineData(0x0300, TlsReason.Ssl3Refused)]
    [InlineData(0x0002, TlsReason.Ssl3Refused)]
    [InlineData(0x0301, TlsReason.UnsupportedVersion)]
    [InlineData(0x0302, TlsReason.UnsupportedVersion)]
    public void A_client_that_is_too_old_is_told_so(ushort version, TlsReason reason) => Shake.AssertRefused(
        Sender.Server,
        reason,
        AlertDescription.ProtocolVersion,
        Older.Client with { MessageRewriter = Rewriting.ClientHello(hello => hello with { LegacyVersion = new ProtocolVersion(version) }) },
        Server);

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x03ff)]
    [InlineData(0x7f1c)]
    public void A_client_without_supported_versions_gets_TLS_1_2_whatever_it_calls_itself(ushort version)
    {
        using EnginePair pair = Shake.AndTalk(
            Older.Client with
            {
                MessageRewriter = Rewriting.ClientHello(hello => hello with { LegacyVersion = new ProtocolVersion(version) }),
            },
            Server);
        Assert.Equal(ProtocolVersion.Tls12, pair.ServerEngine.Parameters!.Version);
    }

    [Fact]
    public void A_hello_of_SSL_2_gets_an_alert_and_an_error_that_says_why()
    {
        using var server = new EngineEnd(new ServerEngine(Server), SuspensionAnswers.Default);
        server.Take([0x80, 0x2e, 0x01, 0x03, 0x01, 0x00, 0x15, 0x00, 0x00, 0x00, 0x10]);

        Shake.AssertFailed(server, TlsReason.Ssl2Hello, AlertDescription.ProtocolVersion);
        Assert.Contains("SSL 2.0", server.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal([21, 3, 1, 0, 2, 2, 70], server.TakeOutput());
    }

    [Fact]
    public void A_hello_of_SSL_3_gets_an_alert_and_an_error_that_says_why()
    {
        using var server = new EngineEnd(new ServerEngine(Server), SuspensionAnswers.Default);
        byte[] hello = [1, 0, 0, 41, 3, 0, .. new byte[32], 0, 0, 2, 0, 0x2f, 1, 0];
        server.Take(WireRecord.Encode(22, hello, 0x0300));

        Shake.AssertFailed(server, TlsReason.Ssl3Refused, AlertDescription.ProtocolVersion);
        Assert.Contains("SSL 3.0", server.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_of_TLS_1_3_that_asked_for_another_hello_cannot_fall_back()
    {
        bool isFirst = true;
        using var pair = new EnginePair(
            Client,
            Server with
            {
                Groups = [NamedGroup.Secp384r1],
                MessageRewriter = Rewriting.ServerHello(hello =>
                {
                    (bool wasFirst, isFirst) = (isFirst, false);
                    return wasFirst
                        ? hello
                        : hello with { Extensions = ExtensionBlock.Empty, CipherSuite = CipherSuite.EcdheRsaAes128GcmSha256 };
                }),
            });
        pair.Pump();
        Shake.AssertFailed(pair.Client, TlsReason.VersionNotOffered, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void A_HelloRetryRequest_of_an_older_version_is_refused()
    {
        using var pair = new EnginePair(Client, Older.Server with
        {
            MessageRewriter = Rewriting.ServerHello(hello => hello with { Random = ServerHello.HelloRetryRequestRandom.ToArray() }),
        });
        Shake.AssertEnded(pair, Sender.Client, TlsReason.VersionNotOffered, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void A_change_cipher_spec_before_ServerHello_is_for_TLS_1_3_alone()
    {
        using var pair = new EnginePair(Client, Older.Server)
        {
            InTransit = static flight => flight.Number == 1 ? [.. WireRecord.Encode(20, [1]), .. flight.Bytes] : flight.Bytes,
        };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
    }

    private static byte[] WithoutSupportedVersions(Flight flight)
    {
        if (flight.Number != 0)
        {
            return [.. flight.Bytes];
        }

        // Unknown to everybody, the extension is passed over.
        byte[] changed = [.. flight.Bytes];
        ClientHello hello = Hello.Client(changed.AsMemory(WireRecord.HeaderSize));
        ReadOnlyMemory<byte> body = hello.Extensions.Entries.Single(entry => entry.Type == ExtensionType.SupportedVersions).Body;
        int at = changed.AsSpan().IndexOf((ReadOnlySpan<byte>)[0, 43, 0, (byte)body.Length, .. body.Span]);
        changed[at] = 0x7f;
        return changed;
    }

    private static byte[] WithLegacyVersion(byte[] bytes, byte minor)
    {
        byte[] changed = [.. bytes];
        changed[WireRecord.HeaderSize + HandshakeMessage.HeaderLength + 1] = minor;
        return changed;
    }
}
