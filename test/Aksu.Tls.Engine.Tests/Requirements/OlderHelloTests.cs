using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>What the hellos of TLS 1.2 and before must have and must not have (RFC 5246 and its extensions).</summary>
public sealed class OlderHelloTests
{
    private static readonly ClientHandshakeOptions Client = Older.Client with { Grease = false };

    [Fact]
    public void A_client_sends_what_secures_TLS_1_2()
    {
        ExtensionBlock extensions = First(Client).Extensions;

        Assert.True(extensions.TryFind(ExtensionType.RenegotiationInfo, out ReadOnlyMemory<byte> info));
        Assert.Equal([0], info.ToArray());
        Assert.True(extensions.TryFind(ExtensionType.ExtendedMainSecret, out ReadOnlyMemory<byte> main));
        Assert.True(main.IsEmpty);
        Assert.True(extensions.TryFind(ExtensionType.EcPointFormats, out ReadOnlyMemory<byte> formats));
        Assert.Equal([1, 0], formats.ToArray());
        Assert.True(extensions.Contains(ExtensionType.SignatureAlgorithms));
    }

    [Fact]
    public void Signature_algorithms_are_not_offered_with_older_versions_alone()
    {
        ClientHello hello = First(Client with
        {
            Versions = [ProtocolVersion.Tls11, ProtocolVersion.Tls10],
            DangerousLegacyVersions = true,
        });

        Assert.Equal(ProtocolVersion.Tls11, hello.LegacyVersion);
        Assert.False(hello.Extensions.Contains(ExtensionType.SignatureAlgorithms));
    }

    [Theory]
    [InlineData(0x0303, true)]
    [InlineData(0x0302, false)]
    public void Nor_are_those_of_certificates(ushort version, bool isOffered)
    {
        ClientHello hello = First(Client with
        {
            Versions = [new ProtocolVersion(version)],
            DangerousLegacyVersions = true,
            CertificateSignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256],
        });

        Assert.Equal(isOffered, hello.Extensions.Contains(ExtensionType.SignatureAlgorithmsCert));
    }

    [Fact]
    public void A_fallback_is_told_behind_all_suites_and_nothing_else_changes()
    {
        Assert.Equal([.. First(Client).CipherSuites, CipherSuite.FallbackScsv], First(Client with { IsFallback = true }).CipherSuites);
    }

    [Fact]
    public void A_hello_without_extensions_is_answered_without_extensions()
    {
        // RFC 5246 §7.4.1.3: not even an empty block.
        CipherSuite suite = CipherSuite.RsaAes128GcmSha256;
        var events = new CollectedEvents();
        using var pair = new EnginePair(
            Older.ClientFor(suite) with
            {
                MessageRewriter = Rewriting.ClientHello(static hello => hello with { Extensions = ExtensionBlock.Absent }),
            },
            Older.ServerFor(suite) with { Observer = events, DangerousWithoutExtendedMainSecret = true });
        pair.Pump();

        byte[] answer = events.Last(TlsDirection.Sent, HandshakeType.ServerHello);
        Assert.Equal(HandshakeMessage.HeaderLength + 2 + 32 + 1 + 2 + 1, answer.Length);
    }

    [Fact]
    public void Suites_of_TLS_1_2_are_not_offered_with_older_versions_alone()
    {
        CipherSuite[] newer =
        [
            CipherSuite.EcdheRsaChaCha20Poly1305Sha256, CipherSuite.EcdheRsaAes128GcmSha256, CipherSuite.EcdheRsaAes128CbcSha256,
            CipherSuite.EcdhePskChaCha20Poly1305Sha256, CipherSuite.EcdhePskAes128CbcSha256, CipherSuite.EcdhePskAes256CbcSha384,
        ];
        ClientHello hello = First(Client with
        {
            Versions = [ProtocolVersion.Tls11],
            DangerousLegacyVersions = true,
            CipherSuites = [.. newer, CipherSuite.EcdheRsaAes128CbcSha],
            PreSharedKeys = [Older.PreSharedKey],
        });

        Assert.Equal([CipherSuite.EcdheRsaAes128CbcSha], hello.CipherSuites);
    }

    [Fact]
    public void Groups_are_not_offered_without_a_suite_that_uses_one()
    {
        ClientHello hello = First(Older.ClientFor(CipherSuite.RsaAes128GcmSha256) with { Grease = false });

        Assert.False(hello.Extensions.Contains(ExtensionType.SupportedGroups));
        Assert.False(hello.Extensions.Contains(ExtensionType.EcPointFormats));
    }

    [Fact]
    public void Encrypt_then_mac_is_not_answered_with_a_suite_that_has_no_mac()
    {
        using EnginePair pair = Shake.Hands(
            Client with { CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256, CipherSuite.EcdheEcdsaAes128CbcSha] }, Older.Server);

        Assert.True(Hello.Client(Record(pair, 0)).Extensions.Contains(ExtensionType.EncryptThenMac));
        Assert.Equal(CipherSuite.EcdheEcdsaAes128GcmSha256, pair.ServerEngine.Parameters!.CipherSuite);
        Assert.False(Hello.Server(Record(pair, 1)).Extensions.Contains(ExtensionType.EncryptThenMac));
    }

    [Fact]
    public void A_hello_that_resumes_has_the_suite_of_the_session_and_the_answer_no_name()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ServerHandshakeOptions server = Older.Server with { Tickets = tickets };
        using EnginePair first = Shake.Hands(Client, server);
        Assert.True(Hello.Server(Record(first, 1)).Extensions.Contains(ExtensionType.ServerName));
        TlsSession session = SessionTests.Take(first);

        using EnginePair second = Shake.AndTalk(Client with { Sessions = [session] }, server);
        ClientHello hello = Hello.Client(Record(second, 0));
        ServerHello answer = Hello.Server(Record(second, 1));

        Assert.True(second.ServerEngine.Parameters!.IsResumed);
        Assert.Contains(session.CipherSuite, hello.CipherSuites);
        Assert.True(hello.Extensions.Contains(ExtensionType.ExtendedMainSecret));
        Assert.True(answer.Extensions.Contains(ExtensionType.ExtendedMainSecret));
        Assert.False(answer.Extensions.Contains(ExtensionType.ServerName));
        Assert.Equal(hello.LegacySessionId.ToArray(), answer.LegacySessionIdEcho.ToArray());
    }

    [Fact]
    public void A_client_that_drops_the_extended_main_secret_of_its_session_is_refused()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ServerHandshakeOptions server = Older.Server with { Tickets = tickets, DangerousWithoutExtendedMainSecret = true };
        using EnginePair first = Shake.Hands(Client, server);

        Shake.AssertRefused(
            Sender.Server,
            TlsReason.ExtendedMainSecretChanged,
            AlertDescription.HandshakeFailure,
            Client with
            {
                Sessions = [SessionTests.Take(first)],
                DangerousWithoutExtendedMainSecret = true,
                MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
            },
            server);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_ticket_is_asked_for_by_those_alone_who_keep_one(bool keeps)
    {
        ClientHello hello = First(Client with { MaxTickets = keeps ? 1 : 0 });

        Assert.Equal(keeps, hello.Extensions.TryFind(ExtensionType.SessionTicket, out ReadOnlyMemory<byte> ticket));
        Assert.True(ticket.IsEmpty);
    }

    private static ClientHello First(ClientHandshakeOptions options)
    {
        using var pair = new EnginePair(options, Older.Server);
        pair.Client.Run();
        return Hello.Client(WireRecord.Split(pair.Client.TakeOutput())[0].Fragment);
    }

    private static byte[] Record(EnginePair pair, int flight) => WireRecord.Split(pair.Flights[flight].Bytes)[0].Fragment;
}
