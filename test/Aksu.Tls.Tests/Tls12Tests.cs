using System.Security.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>What is particular to a stream over TLS 1.2; the rest does not know the version.</summary>
public sealed class Tls12Tests
{
    private static TlsClientOptions ClientOptions => TestAuthority.ClientOptions with { Versions = [ProtocolVersion.Tls12] };

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(int.MaxValue)]
    public async Task Bytes_arrive_both_ways_in_any_chunking(int largestRead)
    {
        await using Connected pair = await Connected.Make(ClientOptions, largestRead: largestRead);
        Assert.Equal(ProtocolVersion.Tls12, pair.Client.Info.Version);
        Assert.Equal(ProtocolVersion.Tls12, pair.Server.Info.Version);
        byte[] sent = RandomNumberGenerator.GetBytes(60_000);
        byte[] received = new byte[sent.Length];
        foreach ((TlsStream from, TlsStream to) in ((TlsStream, TlsStream)[])[(pair.Client, pair.Server), (pair.Server, pair.Client)])
        {
            Task writing = from.WriteAsync(sent).AsTask();
            await to.ReadExactlyAsync(received).InTime();
            await writing.InTime();
            Assert.Equal(sent, received);
        }

        await pair.Client.ShutdownAsync().InTime();
        Assert.Equal(0, await pair.Server.ReadAsync(received).InTime());
    }

    [Fact]
    public async Task A_session_is_resumed_again_and_again_with_its_verdict()
    {
        var client = new TlsClient(ClientOptions);
        var server = new TlsServer(TestAuthority.ServerOptions);
        for (int i = 0; i < 5; i++)
        {
            await using Connected pair = await Connected.Make(client, server);
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Client.Info.IsResumed);
            Assert.True(pair.Client.Info.Verdict?.IsAccepted);
        }
    }

    [Fact]
    public async Task A_session_that_the_server_keeps_is_resumed_without_tickets()
    {
        using var kept = new MemorySessionCache();
        using var cache = new ClientSessionCache();
        var client = new TlsClient(ClientOptions with { SessionCache = cache });
        var server = new TlsServer(TestAuthority.ServerOptions with { SessionCache = kept, TicketCount = 0 });
        for (int i = 0; i < 4; i++)
        {
            await using Connected pair = await Connected.Make(client, server);
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Client.Info.IsResumed);
            Assert.Equal(1, cache.Count);
        }
    }

    [Fact]
    public async Task Both_sides_know_each_other()
    {
        await using Connected pair = await Connected.Make(
            ClientOptions with { Identities = [TestAuthority.Client] },
            TestAuthority.ServerOptions with { ClientAuthentication = ClientAuthentication.Required, Trust = TestAuthority.Trust });
        await pair.Exchange();
        Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        Assert.True(pair.Server.Info.Verdict?.IsAccepted);
    }

    [Fact]
    public async Task A_refused_server_is_told_so()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(ClientOptions, host: TestAuthority.OtherHost);
        Assert.Equal(AlertDescription.BadCertificate, client?.Alert);
        Assert.Equal(AlertDescription.BadCertificate, server?.Alert);
        Assert.True(server?.SentByPeer);
    }

    [Fact]
    public async Task A_key_elsewhere_signs_for_the_server()
    {
        var remote = TlsIdentity.WithRemoteKey(TestAuthority.Server.Chain, static (request, _) =>
        {
            byte[] signature = new byte[TestAuthority.Server.Key.MaxSignatureSize];
            int length = TestAuthority.Server.Key.Sign(request.Algorithm, request.Content.Span, signature);
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(signature.AsMemory(0, length));
        });
        await using Connected pair = await Connected.Make(ClientOptions, new TlsServerOptions { Identities = [remote] });
        await pair.Exchange();
    }

    [Fact]
    public async Task There_is_no_key_update()
    {
        await using Connected pair = await Connected.Make(ClientOptions);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Client.RequestKeyUpdateAsync().AsTask());
        await pair.Exchange();
    }

    [Fact]
    public async Task Exported_keying_material_is_equal_on_both_sides()
    {
        await using Connected pair = await Connected.Make(ClientOptions);
        Assert.Equal(
            pair.Client.ExportKeyingMaterial("EXPERIMENTAL test", [1], 40), pair.Server.ExportKeyingMaterial("EXPERIMENTAL test", [1], 40));
    }

    [Fact]
    public async Task The_end_without_close_notify_is_an_error()
    {
        await using Connected pair = await Connected.Make(ClientOptions);
        pair.ClientTransport.Outgoing.End();
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.Equal(TlsErrorKind.Truncated, e.Kind);
    }
}
