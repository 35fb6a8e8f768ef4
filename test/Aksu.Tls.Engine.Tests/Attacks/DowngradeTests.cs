using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Somebody on the way changes each thing that the hellos negotiate to something weaker that both sides would take. The version has a
/// defence of its own (the sentinels), everything has Finished; so some cases take away whatever else might notice.
/// </summary>
/// <seealso cref="Tls12.VersionNegotiationTests"/>
public sealed class DowngradeTests
{
    private static readonly Dictionary<string, Func<ReadOnlyMemory<byte>, byte[]>> Changes = new()
    {
        ["suites to the last one"] = static hello => Hello.Encode(
            Hello.Client(hello) with { CipherSuites = [Hello.Client(hello).CipherSuites[^1]] }),
        ["groups to the second one"] = static hello => Hello.Replace(hello, new SupportedGroups([NamedGroup.Secp256r1])),
        ["schemes to the last one"] = static hello => Hello.Replace(hello, new SignatureAlgorithms([SignatureScheme.RsaPkcs1Sha256])),
        ["the application protocol"] = static hello => Hello.Replace(
            hello, new ApplicationProtocols([Encoding.ASCII.GetBytes("http/1.1")])),
        ["no application protocol"] = static hello => Hello.Without(hello, ExtensionType.ApplicationLayerProtocolNegotiation),
        ["the name"] = static hello => Hello.Replace(hello, new ServerNameOffer("evil.example")),
        ["no name"] = static hello => Hello.Without(hello, ExtensionType.ServerName),
        ["no stapling"] = static hello => Hello.Without(hello, ExtensionType.StatusRequest),
        ["no extended main secret"] = static hello => Hello.Without(hello, ExtensionType.ExtendedMainSecret),
        ["no encrypt-then-MAC"] = static hello => Hello.Without(hello, ExtensionType.EncryptThenMac),
        ["smaller records"] = static hello => Hello.Replace(hello, new RecordSizeLimit(64)),
        ["no point formats"] = static hello => Hello.Without(hello, ExtensionType.EcPointFormats),
        ["no tickets"] = static hello => Hello.Without(hello, ExtensionType.SessionTicket),
        ["resumption without a key exchange"] = static hello => Hello.Replace(
            hello, new PskKeyExchangeModes([PskKeyExchangeMode.PskKe, PskKeyExchangeMode.PskDheKe])),
        ["a certificate instead of a raw key"] = static hello => Hello.Without(hello, ExtensionType.ServerCertificateType),
        ["the random"] = static hello =>
        {
            byte[] changed = hello.ToArray();
            changed[10] ^= 1;
            return changed;
        },
    };

    public static TheoryData<ushort, string, bool> Fields()
    {
        var cases = new TheoryData<ushort, string, bool>();
        foreach (string change in Changes.Keys)
        {
            cases.Add(0x0304, change, true);
            cases.Add(0x0303, change, true);
            cases.Add(0x0303, change, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void No_field_of_the_hello_is_changed_unseen(ushort version, string field, bool hasExtendedMainSecret)
    {
        ClientHandshakeOptions client = Client(version, hasExtendedMainSecret);
        ServerHandshakeOptions server = Server(version);
        bool isChanged = false;
        using var pair = new EnginePair(client, server)
        {
            InTransit = OnTheWay.ClientHello(hello =>
            {
                byte[] changed = Changes[field](hello);
                isChanged = !changed.AsSpan().SequenceEqual(hello.Span);
                return changed;
            }),
        };
        pair.Pump();
        if (!isChanged)
        {
            // This hello has no such field.
            Assert.True(pair.IsEstablished);
            return;
        }

        OnTheWay.AssertNoConnection(pair);
    }

    [Fact]
    public void The_client_sees_by_the_sentinel_that_TLS_1_3_was_taken_away()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server)
        {
            InTransit = OnTheWay.ClientHello(static hello => Hello.Without(hello, ExtensionType.SupportedVersions)),
        };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.DowngradeDetected, AlertDescription.IllegalParameter);

        // Nothing went out after the server's flight: no key was used for the attacker.
        Assert.Equal([Sender.Client, Sender.Server, Sender.Client], pair.Flights.Select(static flight => flight.From));
        Assert.Equal(NullRecord.Alert, Assert.Single(WireRecord.Split(pair.Flights[^1].Bytes)).Type);
    }

    [Fact]
    public void The_client_sees_by_the_sentinel_that_TLS_1_2_was_taken_away()
    {
        ProtocolVersion[] versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11];
        using var pair = new EnginePair(
            Shake.Client with { Versions = versions, DangerousLegacyVersions = true, Grease = false },
            Older.Server with { Versions = versions, DangerousLegacyVersions = true })
        {
            InTransit = OnTheWay.ClientHello(static hello =>
                Hello.Encode(Hello.Client(hello) with { LegacyVersion = ProtocolVersion.Tls11 })),
        };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.DowngradeDetected, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void With_RSA_key_transport_Finished_sees_what_no_signature_covers()
    {
        // No sentinel, no signature, no extended main secret: the oldest handshake that there is.
        ClientHandshakeOptions client = Older.ClientFor(CipherSuite.RsaAes128GcmSha256) with
        {
            CipherSuites = [CipherSuite.RsaAes256GcmSha384, CipherSuite.RsaAes128GcmSha256],
            DangerousWithoutExtendedMainSecret = true,
        };
        ServerHandshakeOptions server = Older.ServerFor(CipherSuite.RsaAes128GcmSha256) with
        {
            CipherSuites = [CipherSuite.RsaAes256GcmSha384, CipherSuite.RsaAes128GcmSha256],
            DangerousWithoutExtendedMainSecret = true,
        };
        using var pair = new EnginePair(client, server)
        {
            InTransit = OnTheWay.ClientHello(static hello => Hello.Without(
                Hello.Encode(Hello.Client(hello) with { CipherSuites = [CipherSuite.RsaAes128GcmSha256] }),
                ExtensionType.ExtendedMainSecret)),
        };
        OnTheWay.AssertNoConnection(pair);
        Assert.Equal(TlsReason.BadFinished, pair.Server.Failure!.Reason);
    }

    private static readonly CipherSuite[] Cbc =
        [CipherSuite.EcdheEcdsaAes128CbcSha256, CipherSuite.EcdheRsaAes128CbcSha256, CipherSuite.EcdheRsaAes128CbcSha];

    private static ClientHandshakeOptions Client(ushort version, bool hasExtendedMainSecret) => Shake.Client with
    {
        CipherSuites = version == 0x0304 ? Shake.Client.CipherSuites : Cbc,
        Versions = [new ProtocolVersion(version)],
        ApplicationProtocols = ["h2", "http/1.1"],
        RecordSizeLimit = 4000,
        Grease = false,
        DangerousWithoutExtendedMainSecret = true,
        PeerCertificateTypes = [CertificateType.RawPublicKey, CertificateType.X509],
        MessageRewriter = hasExtendedMainSecret ? null : Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
    };

    private static ServerHandshakeOptions Server(ushort version) => Shake.Server with
    {
        CipherSuites = version == 0x0304 ? Shake.Server.CipherSuites : Cbc,
        Versions = [new ProtocolVersion(version)],
        Identities = [.. Older.Server.Identities, RawPublicKeys.RawKeys.Server()],
        ApplicationProtocols = ["h2", "http/1.1"],
        RecordSizeLimit = 4000,
        DangerousWithoutExtendedMainSecret = true,
    };
}
