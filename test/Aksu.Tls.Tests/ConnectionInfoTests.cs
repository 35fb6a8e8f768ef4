using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class ConnectionInfoTests
{
    [Fact]
    public async Task Both_sides_tell_the_same_parameters()
    {
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with
            {
                ApplicationProtocols = ["h2", "http/1.1"],
                CipherSuites = [CipherSuite.Aes256GcmSha384],
                Groups = [NamedGroup.Secp256r1],
            },
            TestAuthority.ServerOptions with { ApplicationProtocols = ["http/1.1"] });
        foreach (TlsStream stream in (TlsStream[])[pair.Client, pair.Server])
        {
            TlsConnectionInfo info = stream.Info;
            Assert.Equal(ProtocolVersion.Tls13, info.Version);
            Assert.Equal(CipherSuite.Aes256GcmSha384, info.CipherSuite);
            Assert.Equal(NamedGroup.Secp256r1, info.Group);
            Assert.Equal(SignatureScheme.EcdsaSecp256r1Sha256, info.SignatureScheme);
            Assert.Equal("http/1.1", info.ApplicationProtocol);
            Assert.Equal(TestAuthority.Host, info.ServerName);
            Assert.False(info.IsResumed);
            Assert.Null(stream.RemoteEndPoint);
            Assert.Same(info, stream.Info);
        }
    }

    [Fact]
    public async Task A_group_without_a_share_is_retried()
    {
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with { Groups = [NamedGroup.X25519, NamedGroup.Secp384r1] },
            TestAuthority.ServerOptions with { Groups = [NamedGroup.Secp384r1] });
        Assert.True(pair.Client.Info.IsHelloRetried);
        Assert.Equal(NamedGroup.Secp384r1, pair.Client.Info.Group);
        await pair.Exchange();
    }

    [Fact]
    public async Task Exported_keying_material_is_equal_on_both_sides_and_nowhere_else()
    {
        await using Connected pair = await Connected.Make();
        byte[] context = [1, 2, 3];
        byte[] client = pair.Client.ExportKeyingMaterial("EXPERIMENTAL test", context, 48);
        Assert.Equal(client, pair.Server.ExportKeyingMaterial("EXPERIMENTAL test", context, 48));
        Assert.NotEqual(client, pair.Server.ExportKeyingMaterial("EXPERIMENTAL other", context, 48));
        Assert.NotEqual(client, pair.Server.ExportKeyingMaterial("EXPERIMENTAL test", [], 48));
        await using Connected another = await Connected.Make();
        Assert.NotEqual(client, another.Client.ExportKeyingMaterial("EXPERIMENTAL test", context, 48));
        byte[] without = new byte[48];
        pair.Client.ExportKeyingMaterial("EXPERIMENTAL test", without);
        Assert.Equal(without, pair.Server.ExportKeyingMaterial("EXPERIMENTAL test", [], 48));
        Assert.Throws<ArgumentException>(() => pair.Client.ExportKeyingMaterial("", context, 48));
        Assert.Throws<ArgumentOutOfRangeException>(() => pair.Client.ExportKeyingMaterial("EXPERIMENTAL test", context, -1));
    }

    [Theory]
    [InlineData("TLS 1.3", ChannelBindingKind.TlsExporter, true)]
    [InlineData("TLS 1.3", ChannelBindingKind.TlsServerEndPoint, true)]
    [InlineData("TLS 1.3", ChannelBindingKind.TlsUnique, false)]
    [InlineData("TLS 1.2", ChannelBindingKind.TlsUnique, true)]
    public async Task Channel_bindings_are_equal_on_both_sides(string version, ChannelBindingKind kind, bool exists)
    {
        ProtocolVersion only = version == "TLS 1.3" ? ProtocolVersion.Tls13 : ProtocolVersion.Tls12;
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { Versions = [only] });
        byte[]? binding = pair.Client.GetChannelBinding(kind);
        Assert.Equal(exists, binding is not null);
        Assert.Equal(binding, pair.Server.GetChannelBinding(kind));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(16_385)]
    public async Task Records_keep_to_the_limit_that_the_peer_asked_for(int limit)
    {
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with { RecordSizeLimit = limit }, TestAuthority.ServerOptions with { RecordSizeLimit = 16_385 });
        await pair.Exchange();
        byte[] sent = new byte[100_000];
        Random.Shared.NextBytes(sent);
        Task writing = pair.Server.WriteAsync(sent).AsTask();
        byte[] received = new byte[sent.Length];
        await pair.Client.ReadExactlyAsync(received).InTime();
        await writing.InTime();
        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task Padding_hides_lengths()
    {
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { RecordPadding = 512 });
        await pair.Exchange();
        var lengths = new HashSet<long>();
        foreach (int length in (int[])[1, 100, 500])
        {
            long before = pair.ClientTransport.Outgoing.TotalWritten;
            await pair.Client.WriteAsync(new byte[length]).InTime();
            lengths.Add(pair.ClientTransport.Outgoing.TotalWritten - before);
            await pair.Server.ReadExactlyAsync(new byte[length]).InTime();
        }

        Assert.Single(lengths);
    }
}
