using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests;

/// <summary><c>openssl s_client</c> against our server, TLS 1.3.</summary>
public sealed class OpenSslClientOurServer13Tests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    [Theory]
    [MemberData(nameof(Parameters13.Kinds), MemberType = typeof(Parameters13))]
    public async Task Every_suite_and_group(KeyKind kind)
    {
        await using var server = new EchoServer(Options(kind));
        var expected = new List<(CipherSuite, NamedGroup?)>();
        foreach (CipherSuite suite in Parameters13.Suites)
        {
            foreach (NamedGroup group in Parameters13.Groups)
            {
                await TalkAsync(
                    server.Port, "-quiet", "-no_ign_eof", "-tls1_3", "-ciphersuites", suite.ToString(),
                    "-groups", Parameters13.OpenSslName(group));
                expected.Add((suite, group));
            }
        }

        await server.WaitForConnectionsAsync(expected.Count);
        Assert.Equal(expected, server.Connections.Select(c => (c.CipherSuite, c.Group)));
    }

    [Fact]
    public async Task Hello_retry_request_with_a_cookie()
    {
        await using var server = new EchoServer(Options(KeyKind.EcP256) with { Groups = [NamedGroup.Secp384r1], SendCookie = true });
        await TalkAsync(server.Port, "-quiet", "-no_ign_eof", "-tls1_3", "-groups", "X25519:P-384");
        await server.WaitForConnectionsAsync(1);
        Assert.True(server.Connections[0].IsHelloRetried);
    }

    [Fact]
    public async Task Resumes_with_a_ticket()
    {
        await using var server = new EchoServer(Options(KeyKind.EcP256));
        string session = Path.Combine(certificates.Folder, "session.pem");
        await TalkAsync(server.Port, "-tls1_3", "-nocommands", "-sess_out", session);
        await TalkAsync(server.Port, "-tls1_3", "-nocommands", "-sess_in", session);
        await server.WaitForConnectionsAsync(2);
        Assert.Equal([false, true], server.Connections.Select(c => c.IsResumed));
    }

    [Theory]
    [MemberData(nameof(Parameters13.Kinds), MemberType = typeof(Parameters13))]
    public async Task Demands_a_client_certificate(KeyKind kind)
    {
        IssuedFiles client = certificates.Client(kind);
        await using var server = new EchoServer(Options(KeyKind.EcP256) with
        {
            ClientAuthentication = ClientAuthentication.Required,
            Trust = certificates.Trust,
        });
        await TalkAsync(
            server.Port, "-quiet", "-no_ign_eof", "-tls1_3",
            "-cert", client.CertificateFile, "-cert_chain", client.CertificateFile, "-key", client.KeyFile);
        await server.WaitForConnectionsAsync(1);
        Assert.Equal(client.Identity.Certificate.Der.ToArray(), server.Connections[0].PeerCertificate!.Der.ToArray());
    }

    [Fact]
    public async Task Refuses_a_client_without_the_certificate_that_is_demanded()
    {
        await using var server = new EchoServer(Options(KeyKind.EcP256) with
        {
            ClientAuthentication = ClientAuthentication.Required,
            Trust = certificates.Trust,
        });
        await using PeerProcess client = OpenSslClient.Start(server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_3");
        await client.WaitForAsync("certificate required");
    }

    [Fact]
    public async Task Asks_for_a_client_certificate_after_the_handshake()
    {
        IssuedFiles issued = certificates.Client();
        await using var server = new EchoServer(
            Options(KeyKind.EcP256) with { Trust = certificates.Trust },
            async stream => await stream.RequestClientCertificateAsync());
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_3", "-enable_pha",
            "-cert", issued.CertificateFile, "-cert_chain", issued.CertificateFile, "-key", issued.KeyFile);
        await client.Input.WriteLineAsync("one");
        await client.WaitForAsync("one");
        await client.Input.WriteLineAsync("two");
        await client.WaitForAsync("two");
        client.Input.Close();
        await server.WaitForConnectionsAsync(1);
        Assert.Equal(issued.Identity.Certificate.Der.ToArray(), server.Connections[0].PeerCertificate?.Der.ToArray());
    }

    [Fact]
    public async Task Follows_key_updates_of_the_client()
    {
        await using var server = new EchoServer(Options(KeyKind.EcP256));
        await using PeerProcess client = OpenSslClient.Start(server.Port, certificates.RootFile, "-tls1_3");
        await client.WaitForAsync("Verify return code: 0");
        string[] commands = ["K", "k", "K"];
        for (int i = 0; i < commands.Length; i++)
        {
            // A command has to be alone in what the client reads.
            await client.Input.WriteLineAsync(commands[i]);
            await client.WaitForAsync("KEYUPDATE", times: i + 1);
            await client.Input.WriteLineAsync($"after update {i}");
            await client.WaitForAsync($"after update {i}");
        }

        client.Input.Close();
        await server.WaitForConnectionsAsync(1);
    }

    [Fact]
    public async Task Chooses_the_application_protocol_and_refuses_when_there_is_none_in_common()
    {
        await using var server = new EchoServer(Options(KeyKind.EcP256) with { ApplicationProtocols = ["h2", "http/1.1"] });
        await TalkAsync(server.Port, "-quiet", "-no_ign_eof", "-tls1_3", "-alpn", "http/1.1,h2");
        await server.WaitForConnectionsAsync(1);
        Assert.Equal("h2", server.Connections[0].ApplicationProtocol);
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, certificates.RootFile, "-quiet", "-no_ign_eof", "-tls1_3", "-alpn", "imap");
        await client.WaitForAsync("no application protocol");
    }

    private TlsServerOptions Options(KeyKind kind) => new()
    {
        Identities = [certificates.Server(kind).Identity],
        CipherSuites = Parameters13.Suites,
        Groups = Parameters13.Groups,
        Versions = [ProtocolVersion.Tls13],
    };

    private async Task TalkAsync(int port, params IEnumerable<string> arguments)
    {
        await using PeerProcess client = OpenSslClient.Start(port, certificates.RootFile, arguments);
        await client.Input.WriteLineAsync("hand in hand");
        await client.WaitForAsync("hand in hand");
        client.Input.Close();
        Assert.Equal(0, await client.WaitForExitAsync());
    }
}
