using System.Text.Json;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class JsonTests
{
    [Fact]
    public async Task A_connection_is_one_object()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--alpn", "http/1.1", "--write-ca", workshop.File("ca.pem"));
        string[] arguments = ["connect", server.Address, "--ca", workshop.File("ca.pem"), "--alpn", "h2,http/1.1", "--json"];
        ToolRun run = (await Tool.RunAsync(arguments, input: null)).Expect(0);
        Assert.Empty(run.Errors);
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        string[] members =
        [
            "connected", "host", "port", "address", "handshakeMilliseconds", "version", "cipherSuite", "group", "signatureScheme",
            "clientSignatureScheme", "applicationProtocol", "serverName", "resumed", "helloRetried", "verified", "certificates", "verdict",
            "error",
        ];
        Assert.Equal(members, root.EnumerateObject().Select(static member => member.Name));
        Assert.True(root.GetProperty("connected").GetBoolean());
        Assert.Equal("localhost", root.GetProperty("host").GetString());
        Assert.Equal(server.Port, root.GetProperty("port").GetInt32());
        Assert.Equal($"127.0.0.1:{server.Port}", root.GetProperty("address").GetString());
        Assert.Equal("TLS 1.3", root.GetProperty("version").GetString());
        Assert.Equal("TLS_AES_128_GCM_SHA256", root.GetProperty("cipherSuite").GetString());
        Assert.Equal("x25519", root.GetProperty("group").GetString());
        Assert.Equal("ecdsa_secp256r1_sha256", root.GetProperty("signatureScheme").GetString());
        Assert.Equal("http/1.1", root.GetProperty("applicationProtocol").GetString());
        Assert.Equal("localhost", root.GetProperty("serverName").GetString());
        Assert.False(root.GetProperty("resumed").GetBoolean());
        Assert.True(root.GetProperty("verified").GetBoolean());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("error").ValueKind);
        Assert.Equal(2, root.GetProperty("certificates").GetArrayLength());
        Assert.Equal("CN=localhost", root.GetProperty("certificates")[0].GetProperty("subject").GetString());
        Assert.True(root.GetProperty("verdict").GetProperty("accepted").GetBoolean());
    }

    [Fact]
    public async Task A_refused_certificate_is_one_object_too()
    {
        await using ToolServer server = await ToolServer.StartAsync();
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--json")).Expect(1);
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["connected", "host", "port", "verdict", "error"], root.EnumerateObject().Select(static member => member.Name));
        Assert.False(root.GetProperty("connected").GetBoolean());
        Assert.Equal("UnknownAuthority", root.GetProperty("verdict").GetProperty("failure").GetString());
        JsonElement error = root.GetProperty("error");
        Assert.Equal(
            ["kind", "step", "exitCode", "message", "reason", "alert", "sentByPeer"],
            error.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("tls", error.GetProperty("kind").GetString());
        Assert.Equal(1, error.GetProperty("exitCode").GetInt32());
        Assert.Equal("PeerCertificateRefused", error.GetProperty("reason").GetString());
        Assert.Equal("unknown_ca", error.GetProperty("alert").GetString());
        Assert.False(error.GetProperty("sentByPeer").GetBoolean());
        Assert.Equal(run.ErrorLine, "aksu: " + error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_closed_port_is_one_object_too()
    {
        ToolRun run = (await Tool.RunAsync("connect", $"127.0.0.1:{Loopback.ClosedPort()}", "--json")).Expect(3);
        JsonElement error = JsonDocument.Parse(run.Output).RootElement.GetProperty("error");
        Assert.Equal("network", error.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, error.GetProperty("alert").ValueKind);
    }

    [Fact]
    public async Task Insecure_is_not_verified()
    {
        await using ToolServer server = await ToolServer.StartAsync();
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--json", "--insecure")).Expect(0);
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        Assert.False(root.GetProperty("verified").GetBoolean());
        Assert.False(root.GetProperty("verdict").GetProperty("accepted").GetBoolean());
    }
}
