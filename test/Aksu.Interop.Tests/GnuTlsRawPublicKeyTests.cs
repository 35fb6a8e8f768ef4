using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests;

/// <summary>Raw public keys (RFC 7250) with GnuTLS, both roles. OpenSSL has them from 3.2 on.</summary>
public sealed class GnuTlsRawPublicKeyTests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    private static readonly CertificateType[] KeysAlone = [CertificateType.RawPublicKey];

    public static TheoryData<string, KeyKind> Cases()
    {
        var cases = new TheoryData<string, KeyKind>();
        foreach (string version in (string[])["1.3", "1.2"])
        {
            foreach (KeyKind kind in (KeyKind[])[KeyKind.EcP256, KeyKind.Rsa, KeyKind.Ed25519])
            {
                cases.Add(version, kind);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Our_client_knows_the_server_by_its_key_and_is_known_by_its_own(string version, KeyKind kind)
    {
        (IssuedFiles own, string publicKeyFile) = KeyOf(certificates.Server(kind));
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(
            own, Priority(version), "--rawpkkeyfile", own.KeyFile, "--rawpkfile", publicKeyFile, "--require-client-cert");
        TlsClientOptions options = new()
        {
            Versions = Versions(version),
            PeerCertificateTypes = KeysAlone,
            TrustedPublicKeys = [own.Identity.Certificate.PublicKey],
            Identities = [TlsIdentity.FromRawPublicKey(certificates.Client(kind).Identity.Key)],
        };
        await using (TlsStream stream = await TlsClient.ConnectAsync("localhost", server.Port, options))
        {
            Assert.NotNull(stream.Info.PeerPublicKey);
            Assert.NotNull(stream.Info.ClientSignatureScheme);
            byte[] sent = Encoding.ASCII.GetBytes("by key alone\n");
            await stream.WriteAsync(sent);
            byte[] received = new byte[sent.Length];
            await stream.ReadExactlyAsync(received);
            Assert.Equal(sent, received);
        }

        TlsException refused = await Assert.ThrowsAsync<TlsException>(() => TlsClient.ConnectAsync(
            "localhost",
            server.Port,
            options with { TrustedPublicKeys = [certificates.Client(kind).Identity.Certificate.PublicKey] }).AsTask());
        Assert.Equal(TlsReason.PeerCertificateRefused, refused.Reason);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Our_server_shows_its_key_and_knows_the_client_by_its_own(string version, KeyKind kind)
    {
        (IssuedFiles client, string publicKeyFile) = KeyOf(certificates.Client(kind));
        await using var server = new EchoServer(new TlsServerOptions
        {
            Identities = [TlsIdentity.FromRawPublicKey(certificates.Server(kind).Identity.Key)],
            Versions = Versions(version),
            ClientAuthentication = ClientAuthentication.Required,
            PeerCertificateTypes = KeysAlone,
            TrustedPublicKeys = [client.Identity.Certificate.PublicKey],
        });

        // The tool has no way to say which key it expects: it takes any, which is not what is tested here.
        await using PeerProcess peer = PeerProcess.Start(
            "gnutls-cli",
            [
                "--port", server.Port.ToString(CultureInfo.InvariantCulture), "--insecure", "--rawpkkeyfile", client.KeyFile,
                "--rawpkfile", publicKeyFile, "--priority", Priority(version), "127.0.0.1",
            ]);
        await peer.WaitForAsync("Handshake was completed");
        await peer.Input.WriteLineAsync("by key alone");
        await peer.Input.FlushAsync();
        await peer.WaitForAsync("by key alone");
        peer.Input.Close();
        await server.WaitForConnectionsAsync(1);

        Assert.Contains("Raw Public Key", peer.Output, StringComparison.Ordinal);
        TlsConnectionInfo info = Assert.Single(server.Connections);
        Assert.Equal(client.Identity.Certificate.PublicKey.Der.ToArray(), info.PeerPublicKey!.Der.ToArray());
    }

    [Fact]
    public async Task A_server_that_has_certificates_alone_is_refused()
    {
        await using GnuTlsServer server = await GnuTlsServer.StartAsync(certificates.Server(), "NORMAL");
        TlsException refused = await Assert.ThrowsAsync<TlsException>(() => TlsClient.ConnectAsync(
            "localhost",
            server.Port,
            new TlsClientOptions
            {
                PeerCertificateTypes = KeysAlone,
                TrustedPublicKeys = [certificates.Server().Identity.Certificate.PublicKey],
            }).AsTask());
        Assert.True(refused.Reason == TlsReason.NoCommonCertificateType || refused.SentByPeer);
    }

    private static ProtocolVersion[] Versions(string version) => [version == "1.3" ? ProtocolVersion.Tls13 : ProtocolVersion.Tls12];

    private static string Priority(string version) =>
        $"NORMAL:-VERS-ALL:+VERS-TLS{version}:-CTYPE-ALL:+CTYPE-SRV-RAWPK:+CTYPE-CLI-RAWPK:+SIGN-ALL";

    private static (IssuedFiles Files, string PublicKeyFile) KeyOf(IssuedFiles files)
    {
        string file = files.KeyFile + ".public";
        File.WriteAllText(file, PemEncoding.WriteString("PUBLIC KEY", files.Identity.Certificate.PublicKey.Der.Span));
        return (files, file);
    }
}
