using System.Text;
using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests;

/// <summary>Our client against <c>openssl s_server</c>, TLS 1.3.</summary>
public sealed class OurClientOpenSslServer13Tests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    [Theory]
    [MemberData(nameof(Parameters13.Kinds), MemberType = typeof(Parameters13))]
    public async Task Every_suite_and_group(KeyKind kind)
    {
        await using OpenSslServer server = await StartAsync(kind);
        foreach (CipherSuite suite in Parameters13.Suites)
        {
            foreach (NamedGroup group in Parameters13.Groups)
            {
                TlsClientOptions options = Options() with { CipherSuites = [suite], Groups = [group] };
                await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, options);
                Assert.Equal(suite, stream.Info.CipherSuite);
                Assert.Equal(group, stream.Info.Group);
                Assert.NotNull(stream.Info.SignatureScheme);
                await ReverseAsync(stream);
            }
        }
    }

    [Fact]
    public async Task Hello_retry_request()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(certificates.Server(), "-tls1_3", "-rev", "-groups", "P-384");
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options());
        Assert.True(stream.Info.IsHelloRetried);
        Assert.Equal(NamedGroup.Secp384r1, stream.Info.Group);
        await ReverseAsync(stream);
    }

    [Fact]
    public async Task Resumes_with_a_ticket_and_again_after_a_retry()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(), "-tls1_3", "-rev", "-groups", "P-256:X25519");
        var client = new TlsClient(Options() with { KeyShareGroups = [NamedGroup.Secp521r1] });
        for (int i = 0; i < 4; i++)
        {
            await using TlsStream stream = await client.ConnectAsync("localhost", server.Port);
            Assert.Equal(i > 0, stream.Info.IsResumed);
            Assert.True(stream.Info.IsHelloRetried);
            await ReverseAsync(stream);
        }
    }

    [Theory]
    [MemberData(nameof(Parameters13.Kinds), MemberType = typeof(Parameters13))]
    public async Task Shows_a_client_certificate(KeyKind kind)
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(), "-tls1_3", "-rev", "-Verify", "3", "-verify_return_error", "-CAfile", certificates.RootFile);
        TlsClientOptions options = Options() with { Identities = [certificates.Client(kind).Identity] };
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, options);
        await ReverseAsync(stream);
        Assert.NotNull(stream.Info.ClientSignatureScheme);
    }

    [Fact]
    public async Task Is_refused_without_the_client_certificate_that_is_demanded()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(), "-tls1_3", "-rev", "-Verify", "3", "-verify_return_error", "-CAfile", certificates.RootFile);
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options());
        var refused = await Assert.ThrowsAsync<Aksu.Tls.Engine.Errors.TlsException>(async () => await stream.ReadExactlyAsync(new byte[1]));
        Assert.Equal(AlertDescription.CertificateRequired, refused.Alert);
        Assert.True(refused.SentByPeer);
    }

    [Fact]
    public async Task Negotiates_an_application_protocol()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(certificates.Server(), "-tls1_3", "-rev", "-alpn", "h2,http/1.1");
        await using TlsStream stream = await TlsClient.ConnectAsync(
            "localhost", server.Port, Options() with { ApplicationProtocols = ["http/1.1", "imap"] });
        Assert.Equal("http/1.1", stream.Info.ApplicationProtocol);
        await ReverseAsync(stream);
    }

    [Fact]
    public async Task Updates_keys_and_goes_on()
    {
        await using OpenSslServer server = await StartAsync(KeyKind.EcP256);
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options() with { RecordsPerKey = 16 });
        for (int i = 0; i < 40; i++)
        {
            await stream.RequestKeyUpdateAsync(askPeer: i % 2 == 0);
            await ReverseAsync(stream);
        }
    }

    [Fact]
    public async Task Exports_the_same_keying_material()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(), "-tls1_3", "-keymatexport", "EXPERIMENTAL aksu", "-keymatexportlen", "32");
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options());
        await server.Process.WaitForAsync("Keying material:");
        byte[] ours = stream.ExportKeyingMaterial("EXPERIMENTAL aksu", [], 32);
        await server.Process.WaitForAsync(Convert.ToHexString(ours));
    }

    [Fact]
    public async Task Reads_padded_and_many_records()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(), "-tls1_3", "-rev", "-record_padding", "512", "-max_send_frag", "600");
        await using TlsStream stream = await TlsClient.ConnectAsync(
            "localhost", server.Port, Options() with { RecordPadding = 256, MaxRecordContent = 100 });
        await ReverseAsync(stream, new string('x', 10_000));
    }

    [Fact]
    public async Task Refuses_a_certificate_of_an_unknown_authority()
    {
        await using OpenSslServer server = await StartAsync(KeyKind.EcP256);
        var refused = await Assert.ThrowsAsync<Aksu.Tls.Engine.Errors.TlsException>(
            async () => await TlsClient.ConnectAsync("localhost", server.Port, new TlsClientOptions()));
        Assert.Equal(AlertDescription.UnknownCa, refused.Alert);
        await server.Process.WaitForAsync("unknown ca");
    }

    private Task<OpenSslServer> StartAsync(KeyKind kind) => OpenSslServer.StartAsync(
        certificates.Server(kind), "-tls1_3", "-rev", "-ciphersuites", Parameters13.AllSuites, "-groups", Parameters13.OpenSslGroups);

    private TlsClientOptions Options() => new() { Trust = certificates.Trust, Versions = [ProtocolVersion.Tls13] };

    private static async Task ReverseAsync(TlsStream stream, string text = "handshake")
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\n"), deadline.Token);
        byte[] answer = new byte[text.Length + 1];
        await stream.ReadExactlyAsync(answer, deadline.Token);
        Assert.Equal(string.Concat(text.Reverse()) + "\n", Encoding.ASCII.GetString(answer));
    }
}
