using System.Diagnostics;
using System.Text;
using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests;

/// <summary>Our client against <c>openssl s_server</c>, TLS 1.2 and before.</summary>
public sealed class OurClientOpenSslServer12Tests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    private static readonly NamedGroup[] Curves =
        [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1, NamedGroup.X448];

    [Theory]
    [InlineData(KeyKind.Rsa, 0x0303, true)]
    [InlineData(KeyKind.Rsa, 0x0303, false)]
    [InlineData(KeyKind.Rsa, 0x0302, true)]
    [InlineData(KeyKind.Rsa, 0x0302, false)]
    [InlineData(KeyKind.Rsa, 0x0301, true)]
    [InlineData(KeyKind.Rsa, 0x0301, false)]
    [InlineData(KeyKind.EcP256, 0x0303, true)]
    [InlineData(KeyKind.EcP256, 0x0303, false)]
    [InlineData(KeyKind.EcP256, 0x0302, true)]
    [InlineData(KeyKind.EcP256, 0x0301, true)]
    [InlineData(KeyKind.EcP256, 0x0301, false)]
    public async Task Every_suite(KeyKind kind, ushort versionValue, bool encryptThenMac)
    {
        var version = new ProtocolVersion(versionValue);
        await using OpenSslServer server = await StartAsync(kind, version, encryptThenMac ? [] : ["-no_etm"]);
        int count = 0;
        foreach (CipherSuite suite in OpenSslParameters12.OpenSslNames.Keys.Where(suite => OpenSslParameters12.Fits(suite, version)))
        {
            if (OpenSslParameters12.UsesEcdsa(suite) != (kind == KeyKind.EcP256) && !OpenSslParameters12.UsesPreSharedKey(suite))
            {
                continue;
            }

            await using TlsStream stream = await TlsClient.ConnectAsync(
                "localhost", server.Port, OpenSslParameters12.Only(Options(), suite, version));
            Assert.Equal((suite, version), (stream.Info.CipherSuite, stream.Info.Version));
            await ReverseAsync(stream);
            await ReverseAsync(stream, new string('x', 3000));
            count++;
        }

        Assert.True(count >= (version == ProtocolVersion.Tls12 ? 30 : 8), $"Only {count} suites were tried.");
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
        await using OpenSslServer server = await StartAsync(kind, ProtocolVersion.Tls12);
        foreach (NamedGroup group in Curves)
        {
            // A server of TLS 1.2 takes the groups for the curves of its certificate as well.
            NamedGroup[] groups = [group, .. CurveOf(kind)];
            await using TlsStream stream = await TlsClient.ConnectAsync(
                "localhost", server.Port, Options() with { Groups = [.. groups.Distinct()] });
            Assert.Equal(group, stream.Info.Group);
            await ReverseAsync(stream);
        }
    }

    [Fact]
    public async Task Both_newest_versions_are_offered_and_the_best_is_taken()
    {
        await using OpenSslServer both = await OpenSslServer.StartAsync(certificates.Server(), "-rev");
        await using OpenSslServer older = await OpenSslServer.StartAsync(certificates.Server(), "-rev", "-tls1_2");
        TlsClientOptions options = new() { Trust = certificates.Trust };
        await using TlsStream new13 = await TlsClient.ConnectAsync("localhost", both.Port, options);
        await using TlsStream old12 = await TlsClient.ConnectAsync("localhost", older.Port, options);

        Assert.Equal(ProtocolVersion.Tls13, new13.Info.Version);
        Assert.Equal(ProtocolVersion.Tls12, old12.Info.Version);
        await ReverseAsync(old12);
    }

    [Theory]
    [InlineData(0x0303, true)]
    [InlineData(0x0303, false)]
    [InlineData(0x0302, true)]
    [InlineData(0x0301, false)]
    public async Task Resumes_by_ticket_and_by_identifier(ushort versionValue, bool byTicket)
    {
        var version = new ProtocolVersion(versionValue);
        await using OpenSslServer server = await StartAsync(KeyKind.Rsa, version, byTicket ? [] : ["-no_ticket"]);
        var client = new TlsClient(Options() with
        {
            Versions = [version],
            DangerousLegacyVersions = version != ProtocolVersion.Tls12,
        });
        for (int i = 0; i < 3; i++)
        {
            await using TlsStream stream = await client.ConnectAsync("localhost", server.Port);
            Assert.Equal(i > 0, stream.Info.IsResumed);
            await ReverseAsync(stream);
        }
    }

    [Theory]
    [InlineData(KeyKind.EcP256, 0x0303)]
    [InlineData(KeyKind.EcP384, 0x0303)]
    [InlineData(KeyKind.Rsa, 0x0303)]
    [InlineData(KeyKind.RsaPss, 0x0303)]
    [InlineData(KeyKind.Ed25519, 0x0303)]
    [InlineData(KeyKind.Rsa, 0x0302)]
    [InlineData(KeyKind.EcP256, 0x0302)]
    [InlineData(KeyKind.Rsa, 0x0301)]
    [InlineData(KeyKind.EcP256, 0x0301)]
    public async Task Shows_a_client_certificate(KeyKind kind, ushort versionValue)
    {
        var version = new ProtocolVersion(versionValue);
        await using OpenSslServer server = await StartAsync(
            KeyKind.Rsa, version, ["-Verify", "3", "-verify_return_error", "-CAfile", certificates.RootFile]);
        TlsClientOptions options = Options() with
        {
            Versions = [version],
            DangerousLegacyVersions = version != ProtocolVersion.Tls12,
            Identities = [certificates.Client(kind).Identity],
        };
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, options);
        await ReverseAsync(stream);
        Assert.NotNull(stream.Info.ClientSignatureScheme);
    }

    [Fact]
    public async Task Is_refused_without_the_client_certificate_that_is_demanded()
    {
        await using OpenSslServer server = await StartAsync(
            KeyKind.Rsa, ProtocolVersion.Tls12, ["-Verify", "3", "-verify_return_error", "-CAfile", certificates.RootFile]);
        var refused = await Assert.ThrowsAsync<TlsException>(async () => await TlsClient.ConnectAsync("localhost", server.Port, Options()));
        Assert.True(refused.SentByPeer);
        Assert.Equal(AlertDescription.HandshakeFailure, refused.Alert);
    }

    [Fact]
    public async Task Refuses_a_prime_that_it_does_not_know()
    {
        // Its own choice of a prime is one of RFC 3526.
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(KeyKind.Rsa), "-tls1_2", "-rev", "-cipher", "ALL:@SECLEVEL=0");
        var refused = await Assert.ThrowsAsync<TlsException>(async () => await TlsClient.ConnectAsync(
            "localhost", server.Port, OpenSslParameters12.Only(Options(), CipherSuite.DheRsaAes128GcmSha256, ProtocolVersion.Tls12)));
        Assert.Equal(TlsReason.UnknownFiniteField, refused.Reason);
    }

    [Fact]
    public async Task Negotiates_an_application_protocol()
    {
        await using OpenSslServer server = await StartAsync(KeyKind.EcP256, ProtocolVersion.Tls12, ["-alpn", "h2,http/1.1"]);
        await using TlsStream stream = await TlsClient.ConnectAsync(
            "localhost", server.Port, Options() with { ApplicationProtocols = ["http/1.1", "imap"] });
        Assert.Equal("http/1.1", stream.Info.ApplicationProtocol);
        await ReverseAsync(stream);
    }

    [Fact]
    public async Task Exports_the_same_keying_material()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(), "-tls1_2", "-keymatexport", "EXPERIMENTAL aksu", "-keymatexportlen", "32");
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options());
        await server.Process.WaitForAsync("Keying material:");
        byte[] ours = new byte[32];
        stream.ExportKeyingMaterial("EXPERIMENTAL aksu", ours);
        await server.Process.WaitForAsync(Convert.ToHexString(ours));
    }

    [Fact]
    public async Task Refuses_to_renegotiate_and_goes_on()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(certificates.Server(), "-tls1_2");
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options());
        await server.Process.WaitForAsync("CIPHER is");
        await server.Process.Input.WriteLineAsync("r");
        await server.Process.Input.FlushAsync();

        // The server takes the warning for the end; what matters is that there was no second handshake.
        byte[] buffer = new byte[100];
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (await stream.ReadAsync(buffer, deadline.Token) > 0)
            {
            }
        }
        catch (TlsException ended)
        {
            Assert.NotEqual(TlsErrorKind.Local, ended.Kind);
        }

        await server.Process.WaitForAsync("no renegotiation");
    }

    [Fact]
    public async Task Reads_and_writes_many_records()
    {
        await using OpenSslServer server = await StartAsync(KeyKind.EcP256, ProtocolVersion.Tls12, ["-max_send_frag", "600"]);
        await using TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, Options() with { MaxRecordContent = 100 });
        await ReverseAsync(stream, new string('x', 10_000));
    }

    private Task<OpenSslServer> StartAsync(KeyKind kind, ProtocolVersion version, params IEnumerable<string> more) =>
        OpenSslServer.StartAsync(
            certificates.Server(kind),
            [
                OpenSslParameters12.OpenSslOption(version), "-rev", "-cipher", "ALL:PSK:@SECLEVEL=0", "-dhparam", FiniteFieldFile(),
                "-psk", OpenSslParameters12.PskHex, "-psk_identity", OpenSslParameters12.PskIdentity,
                "-groups", "X25519:P-256:P-384:P-521:X448", .. more,
            ]);

    private string FiniteFieldFile()
    {
        string file = Path.Combine(certificates.Folder, "ffdhe2048.pem");
        lock (certificates)
        {
            if (!File.Exists(file))
            {
                string[] arguments = ["genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048", "-out", file];
                using Process process = Process.Start(PeerProgram.Require("openssl"), arguments);
                process.WaitForExit();
            }
        }

        return file;
    }

    private TlsClientOptions Options() => new() { Trust = certificates.Trust, Versions = [ProtocolVersion.Tls12] };

    private static NamedGroup[] CurveOf(KeyKind kind) => kind switch
    {
        KeyKind.EcP256 => [NamedGroup.Secp256r1],
        KeyKind.EcP384 => [NamedGroup.Secp384r1],
        KeyKind.EcP521 => [NamedGroup.Secp521r1],
        _ => [],
    };

    private static async Task ReverseAsync(TlsStream stream, string text = "handshake")
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\n"), deadline.Token);
        byte[] answer = new byte[text.Length + 1];
        await stream.ReadExactlyAsync(answer, deadline.Token);
        Assert.Equal(string.Concat(text.Reverse()) + "\n", Encoding.ASCII.GetString(answer));
    }
}
