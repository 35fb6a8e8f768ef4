using System.Text;
using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests;

/// <summary>Both roles against GnuTLS, TLS 1.3.</summary>
public sealed class GnuTls13Tests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    private const string Everything = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+AES-128-CCM:+AES-128-CCM-8:+GROUP-ALL:+SIGN-ALL";

    [Theory]
    [MemberData(nameof(Parameters13.Kinds), MemberType = typeof(Parameters13))]
    public async Task Our_client_with_every_suite_and_group(KeyKind kind)
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(certificates.Server(kind), Everything);
        foreach (CipherSuite suite in Parameters13.Suites)
        {
            foreach (NamedGroup group in Parameters13.Groups)
            {
                TlsClientOptions options = Options() with { CipherSuites = [suite], Groups = [group] };
                await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, options);
                Assert.Equal((suite, group), (stream.Info.CipherSuite, stream.Info.Group));
                await EchoAsync(stream);
            }
        }
    }

    [Fact]
    public async Task Our_client_resumes_and_retries()
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(
            certificates.Server(), "NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+GROUP-SECP384R1");
        var client = new TlsClient(Options());
        for (int i = 0; i < 3; i++)
        {
            await using TlsStream stream = await client.ConnectAsync("localhost", server.Port);
            Assert.True(stream.Info.IsHelloRetried);
            Assert.Equal(i > 0, stream.Info.IsResumed);
            await EchoAsync(stream);
        }
    }

    [Fact]
    public async Task Our_client_shows_a_certificate()
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(
            certificates.Server(), Everything, "--require-client-cert", "--verify-client-cert", "--x509cafile", certificates.RootFile);
        await using TlsStream stream = await TlsClient.ConnectAsync(
            "localhost", server.Port, Options() with { Identities = [certificates.Client().Identity] });
        await EchoAsync(stream);
        Assert.NotNull(stream.Info.ClientSignatureScheme);
    }

    [Fact]
    public async Task Our_client_keeps_to_small_records_and_so_does_the_server()
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(certificates.Server(), Everything, "--recordsize", "512");
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options() with { RecordSizeLimit = 600 });
        await EchoAsync(stream, new string('y', 5000));
    }

    [Theory]
    [MemberData(nameof(Parameters13.Kinds), MemberType = typeof(Parameters13))]
    public async Task Our_server_with_every_suite_and_group(KeyKind kind)
    {
        await using var server = new EchoServer(ServerOptions(kind));
        foreach (CipherSuite suite in Parameters13.Suites)
        {
            string priority = $"NORMAL:-VERS-ALL:+VERS-TLS1.3:-CIPHER-ALL:+{Parameters13.GnuTlsName(suite)}:+SIGN-ALL";
            await TalkAsync(server.Port, priority);
        }

        foreach (NamedGroup group in Parameters13.Groups)
        {
            await TalkAsync(server.Port, $"NORMAL:-VERS-ALL:+VERS-TLS1.3:-GROUP-ALL:+{Parameters13.GnuTlsName(group)}:+SIGN-ALL");
        }

        Assert.Empty(server.Failures);
    }

    [Fact]
    public async Task Our_server_demands_a_certificate()
    {
        IssuedFiles client = certificates.Client();
        await using var server = new EchoServer(ServerOptions(KeyKind.Rsa) with
        {
            ClientAuthentication = ClientAuthentication.Required,
            Trust = certificates.Trust,
        });
        await TalkAsync(server.Port, Everything, "--x509certfile", client.CertificateFile, "--x509keyfile", client.KeyFile);
    }

    [Fact]
    public async Task Our_server_resumes_a_session()
    {
        await using var server = new EchoServer(ServerOptions(KeyKind.EcP256));
        await using PeerProcess client = GnuTlsClient.Start(server.Port, certificates.RootFile, Everything, "--resume", "--waitresumption");
        await client.WaitForAsync("This is a resumed session");
        client.Input.Close();
    }

    [Fact]
    public async Task Our_server_keeps_to_small_records()
    {
        await using var server = new EchoServer(ServerOptions(KeyKind.EcP256) with { RecordSizeLimit = 512 });
        await TalkAsync(server.Port, Everything, "--recordsize", "700");
    }

    private TlsClientOptions Options() => new() { Trust = certificates.Trust, Versions = [ProtocolVersion.Tls13] };

    private TlsServerOptions ServerOptions(KeyKind kind) => new()
    {
        Identities = [certificates.Server(kind).Identity],
        CipherSuites = Parameters13.Suites,
        Groups = Parameters13.Groups,
        Versions = [ProtocolVersion.Tls13],
    };

    private static async Task EchoAsync(TlsStream stream, string text = "handshake")
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\n"), deadline.Token);
        byte[] answer = new byte[text.Length + 1];
        await stream.ReadExactlyAsync(answer, deadline.Token);
        Assert.Equal(text + "\n", Encoding.ASCII.GetString(answer));
    }

    private async Task TalkAsync(int port, string priority, params IEnumerable<string> arguments)
    {
        await using PeerProcess client = GnuTlsClient.Start(port, certificates.RootFile, priority, arguments);
        await client.WaitForAsync("Simple Client Mode");
        await client.Input.WriteLineAsync("hand in hand");
        await client.Input.FlushAsync();
        await client.WaitForAsync("hand in hand");
        client.Input.Close();
        Assert.Equal(0, await client.WaitForExitAsync());
    }
}
