using System.Text;
using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests;

/// <summary>Both roles against GnuTLS, TLS 1.2, 1.1 and 1.0.</summary>
public sealed class GnuTls12Tests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    private const string PskIdentity = "aksu";
    private static readonly byte[] PskKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    // GnuTLS 3.7 has no ECDHE_PSK with GCM or CCM.
    private static readonly string[] AbsentThere =
        ["TLS_ECDHE_PSK_WITH_AES_128_GCM", "TLS_ECDHE_PSK_WITH_AES_256_GCM", "TLS_ECDHE_PSK_WITH_AES_128_CCM"];

    public static TheoryData<string, string> ExchangesAndVersions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string exchange in (string[])["ECDHE_ECDSA", "ECDHE_RSA", "DHE_RSA", "RSA", "PSK", "ECDHE_PSK", "DHE_PSK"])
            {
                foreach (string version in (string[])["1.2", "1.1", "1.0"])
                {
                    data.Add(exchange, version);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ExchangesAndVersions))]
    public async Task Our_client_with_every_suite(string exchange, string version)
    {
        string passwords = Path.Combine(certificates.Folder, Path.GetRandomFileName());
        await File.WriteAllTextAsync(passwords, $"{PskIdentity}:{Convert.ToHexStringLower(PskKey)}\n");
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(
            certificates.Server(KindFor(exchange)), Priority(version), "--pskpasswd", passwords);
        foreach (CipherSuite suite in SuitesFor(exchange, version))
        {
            await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, ClientOptions(exchange, version, suite));
            Assert.Equal((suite, VersionOf(version)), (stream.Info.CipherSuite, stream.Info.Version));
            await EchoAsync(stream);
        }
    }

    [Theory]
    [MemberData(nameof(ExchangesAndVersions))]
    public async Task Our_server_with_every_suite(string exchange, string version)
    {
        foreach (CipherSuite suite in SuitesFor(exchange, version))
        {
            await using var server = new EchoServer(ServerOptions(exchange, version) with { CipherSuites = [suite] });
            try
            {
                // gnutls-cli 3.7 crashes when it is to describe an (EC)DHE_PSK connection, against its own server as well; it has shaken
                // hands then.
                await TalkAsync(server, Priority(version), survives: !exchange.EndsWith("HE_PSK", StringComparison.Ordinal));
            }
            catch (TimeoutException e)
            {
                Assert.Fail($"{suite}: {string.Join(" | ", server.Failures)}\n{e.Message}");
            }

            Assert.Equal(suite, server.Connections[0].CipherSuite);
        }
    }

    [Theory]
    [InlineData("%NO_ETM")]
    [InlineData("%FORCE_ETM")]
    public async Task Cbc_with_and_without_encrypt_then_mac(string etm)
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(certificates.Server(KeyKind.Rsa), Priority("1.2") + ":" + etm);
        await using TlsStream stream = await TlsClient.ConnectAsync(
            "localhost", server.Port, ClientOptions("ECDHE_RSA", "1.2", CipherSuite.EcdheRsaAes128CbcSha256));
        await EchoAsync(stream, new string('z', 40_000));

        await using var ours = new EchoServer(
            ServerOptions("ECDHE_RSA", "1.2") with { CipherSuites = [CipherSuite.EcdheRsaAes256CbcSha384] });
        await TalkAsync(ours, Priority("1.2") + ":" + etm);
    }

    [Fact]
    public async Task A_peer_without_extended_main_secret_is_refused_unless_an_option_allows_it()
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(
            certificates.Server(KeyKind.Rsa), Priority("1.2") + ":%NO_SESSION_HASH");
        TlsClientOptions options = ClientOptions("ECDHE_RSA", "1.2", CipherSuite.EcdheRsaAes128GcmSha256);
        await Assert.ThrowsAsync<Aksu.Tls.Engine.Errors.TlsException>(
            async () => await TlsClient.ConnectAsync("localhost", server.Port, options));
        await using TlsStream stream = await TlsClient.ConnectAsync(
            "localhost", server.Port, options with { DangerousWithoutExtendedMainSecret = true });
        Assert.False(stream.Info.Parameters.ExtendedMainSecret);
        await EchoAsync(stream);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--noticket")]
    public async Task Our_client_resumes_by_ticket_and_by_session_id(string ticket)
    {
        string[] arguments = ticket.Length > 0 ? [ticket] : [];
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(certificates.Server(KeyKind.Rsa), Priority("1.2"), arguments);
        var client = new TlsClient(ClientOptions("ECDHE_RSA", "1.2", CipherSuite.EcdheRsaAes128GcmSha256));
        for (int i = 0; i < 3; i++)
        {
            await using TlsStream stream = await client.ConnectAsync("localhost", server.Port);
            Assert.Equal(i > 0, stream.Info.IsResumed);
            await EchoAsync(stream);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--noticket")]
    public async Task Our_server_resumes_by_ticket_and_by_session_id(string ticket)
    {
        string[] arguments = ticket.Length > 0 ? [ticket] : [];
        await using var server = new EchoServer(ServerOptions("ECDHE_RSA", "1.2"));
        await using PeerProcess client = GnuTlsClient.Start(
            server.Port, certificates.RootFile, Priority("1.2"), ["--resume", .. arguments]);
        await client.WaitForAsync("This is a resumed session");
        client.Input.Close();
    }

    [Theory]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.Ed25519)]
    public async Task Client_certificates_both_ways(KeyKind kind)
    {
        IssuedFiles client = certificates.Client(kind);
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(
            certificates.Server(KeyKind.Rsa), Priority("1.2"), "--require-client-cert", "--verify-client-cert",
            "--x509cafile", certificates.RootFile);
        TlsClientOptions options = ClientOptions("ECDHE_RSA", "1.2", CipherSuite.EcdheRsaAes128GcmSha256) with
        {
            Identities = [client.Identity],
        };
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, options);
        await EchoAsync(stream);

        await using var ours = new EchoServer(ServerOptions("ECDHE_RSA", "1.2") with
        {
            ClientAuthentication = ClientAuthentication.Required,
            Trust = certificates.Trust,
        });
        await TalkAsync(ours, Priority("1.2"), "--x509certfile", client.CertificateFile, "--x509keyfile", client.KeyFile);
        Assert.Equal(client.Identity.Certificate.Der.ToArray(), ours.Connections[0].PeerCertificate?.Der.ToArray());
    }

    private static KeyKind KindFor(string exchange) => exchange == "ECDHE_ECDSA" ? KeyKind.EcP256 : KeyKind.Rsa;

    private static ProtocolVersion VersionOf(string version) => version switch
    {
        "1.0" => ProtocolVersion.Tls10,
        "1.1" => ProtocolVersion.Tls11,
        _ => ProtocolVersion.Tls12,
    };

    private static IEnumerable<CipherSuite> SuitesFor(string exchange, string version)
    {
        IReadOnlyList<CipherSuite> suites = Parameters12.With(exchange);
        return (version == "1.2" ? suites : Parameters12.ForLegacy(suites))
            .Where(suite => !AbsentThere.Any(name => suite.ToString().StartsWith(name, StringComparison.Ordinal)));
    }

    private static string Priority(string version) =>
        $"NORMAL:-VERS-ALL:+VERS-TLS{version}:+AES-128-CCM:+AES-256-CCM:+AES-128-CCM-8:+AES-256-CCM-8:+AES-128-CBC:+AES-256-CBC"
        + ":+SHA256:+SHA384:+RSA:+DHE-RSA:+PSK:+ECDHE-PSK:+DHE-PSK:+SIGN-ALL:+SIGN-RSA-SHA1:+GROUP-ALL:%VERIFY_ALLOW_SIGN_WITH_SHA1";

    private TlsClientOptions ClientOptions(string exchange, string version, CipherSuite suite) => new()
    {
        Trust = certificates.Trust,
        Versions = [VersionOf(version)],
        CipherSuites = [suite],
        Groups = Parameters12.Groups,
        DangerousLegacyVersions = version != "1.2",
        DangerousRsaKeyTransport = exchange == "RSA",
        PreSharedKeys = exchange.EndsWith("PSK", StringComparison.Ordinal) ? [Psk()] : [],
    };

    private TlsServerOptions ServerOptions(string exchange, string version) => new()
    {
        Identities = [certificates.Server(KindFor(exchange)).Identity],
        Versions = [VersionOf(version)],
        Groups = Parameters12.Groups,
        DangerousLegacyVersions = version != "1.2",
        DangerousRsaKeyTransport = exchange == "RSA",
        PreSharedKeys = exchange.EndsWith("PSK", StringComparison.Ordinal) ? [Psk()] : [],
    };

    private static ExternalPreSharedKey Psk() => new(Encoding.ASCII.GetBytes(PskIdentity), Secret.CopyOf(PskKey));

    private static async Task EchoAsync(TlsStream stream, string text = "handshake")
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\n"), deadline.Token);
        byte[] answer = new byte[text.Length + 1];
        await stream.ReadExactlyAsync(answer, deadline.Token);
        Assert.Equal(text + "\n", Encoding.ASCII.GetString(answer));
    }

    private Task TalkAsync(EchoServer server, string priority, params IEnumerable<string> arguments) =>
        TalkAsync(server, priority, survives: true, arguments);

    private async Task TalkAsync(EchoServer server, string priority, bool survives, params IEnumerable<string> arguments)
    {
        await using PeerProcess client = GnuTlsClient.Start(
            server.Port,
            certificates.RootFile,
            priority,
            ["--pskusername", PskIdentity, "--pskkey", Convert.ToHexStringLower(PskKey), .. arguments]);
        if (!survives)
        {
            await server.WaitForConnectionsAsync(1);
            return;
        }

        await client.WaitForAsync("Simple Client Mode");
        await client.Input.WriteLineAsync("hand in hand");
        await client.Input.FlushAsync();
        await client.WaitForAsync("hand in hand");
        client.Input.Close();
        Assert.Equal(0, await client.WaitForExitAsync());
        await server.WaitForConnectionsAsync(1);
    }
}
