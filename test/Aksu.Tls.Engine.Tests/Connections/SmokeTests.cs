using System.Buffers;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Tests.Connections;

public class SmokeTests
{
    private static CertifiedKey Key(KeyKind kind)
    {
        var provider = CryptographyProvider.Default;
        GeneratedKey g = provider.GenerateKey(kind);
        using var ec = System.Security.Cryptography.ECDsa.Create();
        ec.ImportPkcs8PrivateKey(g.Pkcs8.Span, out _);
        var req = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=test", ec, System.Security.Cryptography.HashAlgorithmName.SHA256);
        using var cert = req.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return new CertifiedKey([cert.RawData], g.Key);
    }

    [Fact]
    public void Shakes_hands_and_resumes()
    {
        using var tickets = new RotatingTicketProtector(CryptographyProvider.Default, TimeSpan.FromHours(1), TimeSpan.FromHours(12));
        var serverOptions = new ServerHandshakeOptions { Identities = [new ServerIdentity(Key(KeyKind.EcP256), [])], Tickets = tickets, ApplicationProtocols = ["h2"], ClientAuthentication = ClientAuthentication.Required };
        var clientOptions = new ClientHandshakeOptions { ServerName = "test.example", ApplicationProtocols = ["http/1.1", "h2"], Identities = [Key(KeyKind.EcP256)], RecordSizeLimit = 1000, PostHandshakeAuthentication = true };
        var (c, s) = Run(clientOptions, serverOptions);
        Assert.Equal("h2", c.Parameters!.ApplicationProtocol);
        Assert.True(c.TryTakeSession(out var session));
        var (c2, s2) = Run(clientOptions with { Sessions = [session] }, serverOptions);
        Assert.True(c2.Parameters!.IsResumed);
        Assert.True(s2.Parameters!.IsResumed);
        var (c3, s3) = Run(clientOptions with { KeyShareGroups = [NamedGroup.Secp521r1] }, serverOptions with { Groups = [NamedGroup.Secp384r1], SendsCookie = true });
        Assert.True(c3.Parameters!.IsHelloRetried);
        byte[] a = new byte[32], b = new byte[32];
        c3.ExportKeyingMaterial("EXPERIMENTAL x", [], a);
        s3.ExportKeyingMaterial("EXPERIMENTAL x", [], b);
        Assert.Equal(a, b);
    }

    private static (ClientEngine, ServerEngine) Run(ClientHandshakeOptions co, ServerHandshakeOptions so)
    {
        var client = new ClientEngine(co);
        var server = new ServerEngine(so);
        var toServer = new ArrayBufferWriter<byte>();
        var toClient = new ArrayBufferWriter<byte>();
        for (int i = 0; i < 50; i++)
        {
            Step(client, toClient, toServer);
            Step(server, toServer, toClient);
            if (client.IsEstablished && server.IsEstablished)
            {
                break;
            }
        }

        Assert.True(client.IsEstablished && server.IsEstablished);
        byte[] rest = toClient.WrittenSpan.ToArray();
        while (client.Decrypt(rest, out int used, out var data) == TlsStatus.Complete || used > 0)
        {
            rest = rest[used..];
        }

        var w = new ArrayBufferWriter<byte>();
        client.Encrypt("hello"u8, w);
        byte[] got = w.WrittenSpan.ToArray();
        Assert.Equal(TlsStatus.Complete, server.Decrypt(got, out _, out var plain));
        Assert.Equal("hello"u8.ToArray(), plain.ToArray());
        return (client, server);
    }

    private static void Step(TlsEngine e, ArrayBufferWriter<byte> input, ArrayBufferWriter<byte> output)
    {
        byte[] bytes = input.WrittenSpan.ToArray();
        int at = 0;
        while (true)
        {
            TlsStatus status = e.Handshake(bytes.AsSpan(at), output, out int used);
            at += used;
            if (e.Pending is PeerCertificatesRequest r)
            {
                r.Accept();
                continue;
            }

            break;
        }

        input.Clear();
        input.Write(bytes.AsSpan(at));
    }
}
