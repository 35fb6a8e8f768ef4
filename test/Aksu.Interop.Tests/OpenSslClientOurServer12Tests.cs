using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Interop.Tests;

/// <summary><c>openssl s_client</c> against our server, TLS 1.2 and before.</summary>
public sealed class OpenSslClientOurServer12Tests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    [Theory]
    [InlineData(0x0303, true)]
    [InlineData(0x0303, false)]
    [InlineData(0x0302, true)]
    [InlineData(0x0302, false)]
    [InlineData(0x0301, true)]
    [InlineData(0x0301, false)]
    public async Task Every_suite(ushort versionValue, bool encryptThenMac)
    {
        var version = new ProtocolVersion(versionValue);
        await using var server = new EchoServer(OpenSslParameters12.Everything(Options()));
        var expected = new List<(CipherSuite, ProtocolVersion)>();
        string[] more = encryptThenMac ? [] : ["-no_etm"];
        foreach ((CipherSuite suite, string name) in OpenSslParameters12.NamesFor(version))
        {
            await TalkAsync(
                server.Port,
                [
                    "-quiet", "-no_ign_eof", OpenSslParameters12.OpenSslOption(version), "-cipher", name + ":@SECLEVEL=0",
                    "-psk", OpenSslParameters12.PskHex, "-psk_identity", OpenSslParameters12.PskIdentity, .. more,
                ]);
            expected.Add((suite, version));
        }

        await WaitForConnectionsAsync(server, expected.Count);
        Assert.Equal(expected, server.Connections.Select(c => (c.CipherSuite, c.Version)));
        Assert.True(expected.Count >= (version == ProtocolVersion.Tls12 ? 60 : 14), $"Only {expected.Count} suites were tried.");
    }

    [Theory]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.EcP384)]
    [InlineData(KeyKind.EcP521)]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.RsaPss)]
    [InlineData(KeyKind.Ed25519)]
    [InlineData(KeyKind.Ed448)]
    public async Task Every_kind_of_key_and_every_curve(KeyKind kind)
    {
        await using var server = new EchoServer(Options() with
        {
            Identities = [certificates.Server(kind).Identity],
            Groups = [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1, NamedGroup.X448],
        });
        string[] groups = ["X25519", "P-256", "P-384", "P-521", "X448"];
        foreach (string group in groups)
        {
            string more = kind is KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521 ? ":P-" + kind.ToString()[3..] : "";
            await TalkAsync(server.Port, "-quiet", "-no_ign_eof", "-tls1_2", "-groups", group + (more == ":" + group ? "" : more));
        }

        await WaitForConnectionsAsync(server, groups.Length);
    }

    [Fact]
    public async Task A_client_of_both_versions_gets_the_newer_one()
    {
        await using var server = new EchoServer(Options() with { Versions = DefaultParameters.Versions });
        await TalkAsync(server.Port, "-quiet", "-no_ign_eof");
        await TalkAsync(server.Port, "-quiet", "-no_ign_eof", "-tls1_2");
        await WaitForConnectionsAsync(server, 2);
        Assert.Equal([ProtocolVersion.Tls13, ProtocolVersion.Tls12], server.Connections.Select(c => c.Version));
    }

    [Fact]
    public async Task A_fallback_is_refused()
    {
        await using var server = new EchoServer(Options() with { Versions = DefaultParameters.Versions });
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_2", "-fallback_scsv");
        await client.WaitForAsync("inappropriate fallback");
    }

    [Fact]
    public async Task A_client_of_TLS_1_1_is_told_that_it_is_too_old()
    {
        await using var server = new EchoServer(Options());
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0");
        await client.WaitForAsync("protocol version");
    }

    [Theory]
    [InlineData(0x0303, true)]
    [InlineData(0x0303, false)]
    [InlineData(0x0302, true)]
    [InlineData(0x0301, false)]
    public async Task Resumes_by_ticket_and_by_identifier(ushort versionValue, bool byTicket)
    {
        var version = new ProtocolVersion(versionValue);
        using var cache = new MemorySessionCache();
        await using var server = new EchoServer(OpenSslParameters12.Everything(Options()) with { SessionCache = cache });
        string session = Path.Combine(certificates.Folder, $"session12-{versionValue}-{byTicket}.pem");
        string[] ticket = byTicket ? [] : ["-no_ticket"];
        string[] common =
        [
            OpenSslParameters12.OpenSslOption(version), "-nocommands", "-cipher", "ECDHE-RSA-AES128-SHA:@SECLEVEL=0", .. ticket,
        ];
        await TalkAsync(server.Port, [.. common, "-sess_out", session]);
        await TalkAsync(server.Port, [.. common, "-sess_in", session]);
        await TalkAsync(server.Port, [.. common, "-sess_in", session]);
        await WaitForConnectionsAsync(server, 3);
        Assert.Equal([false, true, true], server.Connections.Select(c => c.IsResumed));
        Assert.Equal(byTicket ? 0 : 1, cache.Count);
    }

    [Theory]
    [InlineData(KeyKind.EcP256, 0x0303)]
    [InlineData(KeyKind.EcP384, 0x0303)]
    [InlineData(KeyKind.Rsa, 0x0303)]
    [InlineData(KeyKind.RsaPss, 0x0303)]
    [InlineData(KeyKind.Ed25519, 0x0303)]
    [InlineData(KeyKind.Ed448, 0x0303)]
    [InlineData(KeyKind.Rsa, 0x0302)]
    [InlineData(KeyKind.EcP256, 0x0302)]
    [InlineData(KeyKind.Rsa, 0x0301)]
    [InlineData(KeyKind.EcP256, 0x0301)]
    public async Task Demands_a_client_certificate(KeyKind kind, ushort versionValue)
    {
        var version = new ProtocolVersion(versionValue);
        IssuedFiles client = certificates.Client(kind);
        await using var server = new EchoServer(Options() with
        {
            Versions = [version],
            DangerousLegacyVersions = version != ProtocolVersion.Tls12,
            ClientAuthentication = ClientAuthentication.Required,
            Trust = certificates.Trust,
        });
        await TalkAsync(
            server.Port, "-quiet", "-no_ign_eof", OpenSslParameters12.OpenSslOption(version), "-cipher", "ALL:@SECLEVEL=0",
            "-cert", client.CertificateFile, "-cert_chain", client.CertificateFile, "-key", client.KeyFile);
        await WaitForConnectionsAsync(server, 1);
        Assert.Equal(client.Identity.Certificate.Der.ToArray(), server.Connections[0].PeerCertificate!.Der.ToArray());
    }

    [Fact]
    public async Task Refuses_a_client_without_the_certificate_that_is_demanded()
    {
        await using var server = new EchoServer(Options() with
        {
            ClientAuthentication = ClientAuthentication.Required,
            Trust = certificates.Trust,
        });
        await using PeerProcess client = OpenSslClient.Start(server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_2");
        await client.WaitForAsync("handshake failure");
    }

    [Fact]
    public async Task Refuses_a_wrong_pre_shared_key()
    {
        await using var server = new EchoServer(
            OpenSslParameters12.Only(Options(), CipherSuite.EcdhePskChaCha20Poly1305Sha256, ProtocolVersion.Tls12));
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_2", "-cipher", "PSK:@SECLEVEL=0",
            "-psk", "00", "-psk_identity", OpenSslParameters12.PskIdentity);
        await client.WaitForAsync("bad record mac");
    }

    [Fact]
    public async Task Chooses_the_application_protocol()
    {
        await using var server = new EchoServer(Options() with { ApplicationProtocols = ["h2", "http/1.1"] });
        await TalkAsync(server.Port, "-quiet", "-no_ign_eof", "-tls1_2", "-alpn", "http/1.1,h2");
        await WaitForConnectionsAsync(server, 1);
        Assert.Equal("h2", server.Connections[0].ApplicationProtocol);
    }

    [Fact]
    public async Task Does_not_renegotiate()
    {
        await using var server = new EchoServer(Options());
        await using PeerProcess client = OpenSslClient.Start(server.Port, certificates.RootFile, "-tls1_2");
        await client.WaitForAsync("Verify return code: 0");
        await client.Input.WriteLineAsync("R");
        await client.Input.FlushAsync();
        await client.WaitForAsync("no renegotiation");
    }

    [Fact]
    public async Task Splits_records_as_the_client_wishes()
    {
        await using var server = new EchoServer(Options());
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_2", "-maxfraglen", "512");
        string text = new('x', 4000);
        await client.Input.WriteLineAsync(text);
        await client.Input.FlushAsync();
        await client.WaitForAsync(text);
    }

    private TlsServerOptions Options() => new()
    {
        Identities = [certificates.Server(KeyKind.Rsa).Identity, certificates.Server(KeyKind.EcP256).Identity],
        Versions = [ProtocolVersion.Tls12],
    };

    private async Task TalkAsync(int port, params IEnumerable<string> arguments)
    {
        await using PeerProcess client = OpenSslClient.Start(port, certificates.RootFile, arguments);
        await client.Input.WriteLineAsync("hand in hand");
        await client.WaitForAsync("hand in hand");
        client.Input.Close();
        Assert.Equal(0, await client.WaitForExitAsync());
    }

    private static async Task WaitForConnectionsAsync(EchoServer server, int count)
    {
        for (int i = 0; i < 200 && server.Connections.Count < count; i++)
        {
            await Task.Delay(50);
        }

        Assert.True(
            server.Connections.Count >= count, "The server saw too few connections; failures: " + string.Join(" | ", server.Failures));
    }
}
