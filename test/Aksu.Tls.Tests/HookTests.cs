using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class HookTests
{
    [Fact]
    public async Task Options_are_chosen_by_ClientHello()
    {
        ClientHelloInfo? seen = null;
        TlsServerOptions forOther = new() { Identities = [TestAuthority.Other], ApplicationProtocols = ["two"] };
        var server = new TlsServer(new TlsServerOptions
        {
            SelectOptions = async (hello, token) =>
            {
                seen = hello;
                await Task.Delay(1, token);
                return hello.ServerName == TestAuthority.OtherHost ? forOther : TestAuthority.ServerOptions;
            },
        });
        var client = new TlsClient(TestAuthority.ClientOptions with { ApplicationProtocols = ["one", "two"] });
        await using (Connected pair = await Connected.Make(client, server, TestAuthority.OtherHost))
        {
            await pair.Exchange();
            Assert.Equal(TestAuthority.Other.Certificate, pair.Client.Info.PeerCertificate);
            Assert.Equal("two", pair.Client.Info.ApplicationProtocol);
            Assert.Equal(["one", "two"], seen?.ApplicationProtocols);
            Assert.Contains(ProtocolVersion.Tls13, seen!.Versions);
            Assert.NotEmpty(seen.CipherSuites);
            Assert.NotEmpty(seen.Groups);
            Assert.NotEmpty(seen.SignatureSchemes);
            Assert.Equal(1, seen.Message.Span[0]);
        }

        await using (Connected pair = await Connected.Make(client, server))
        {
            Assert.Equal(TestAuthority.Server.Certificate, pair.Client.Info.PeerCertificate);
        }
    }

    [Fact]
    public async Task No_options_for_a_ClientHello_is_unrecognized_name()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(
            server: new TlsServerOptions { SelectOptions = static (_, _) => ValueTask.FromResult<TlsServerOptions?>(null) });
        Assert.Equal(AlertDescription.UnrecognizedName, client?.Alert);
        Assert.Equal(TlsReason.ApplicationRefused, server?.Reason);
    }

    [Fact]
    public async Task A_selection_that_throws_is_internal_error()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(
            server: new TlsServerOptions { SelectOptions = static (_, _) => throw new InvalidOperationException("no database") });
        Assert.Equal(AlertDescription.InternalError, client?.Alert);
        Assert.IsType<InvalidOperationException>(server?.InnerException);
    }

    [Fact]
    public async Task The_certificate_is_chosen_by_name()
    {
        var server = new TlsServer(new TlsServerOptions { Identities = [TestAuthority.Server, TestAuthority.Other] });
        await using Connected pair = await Connected.Make(new TlsClient(TestAuthority.ClientOptions), server, TestAuthority.OtherHost);
        Assert.Equal(TestAuthority.Other.Certificate, pair.Client.Info.PeerCertificate);
        Assert.Equal(TestAuthority.OtherHost, pair.Server.Info.ServerName);
    }

    [Fact]
    public async Task A_strict_server_refuses_names_that_it_does_not_have()
    {
        (TlsException? client, _) =
            await Connected.Fail(server: TestAuthority.ServerOptions with { StrictServerName = true }, host: "unknown.test");
        Assert.Equal(AlertDescription.UnrecognizedName, client?.Alert);
        Assert.True(client?.SentByPeer);
    }

    [Fact]
    public async Task A_key_elsewhere_signs_for_the_server()
    {
        SigningRequest? seen = null;
        var remote = TlsIdentity.WithRemoteKey(TestAuthority.Server.Chain, async (request, token) =>
        {
            seen = request;
            await Task.Delay(1, token);
            byte[] signature = new byte[TestAuthority.Server.Key.MaxSignatureSize];
            int length = TestAuthority.Server.Key.Sign(request.Algorithm, request.Content.Span, signature);
            return signature.AsMemory(0, length);
        });
        Assert.True(remote.IsRemote);
        await using Connected pair = await Connected.Make(server: new TlsServerOptions { Identities = [remote] });
        await pair.Exchange();
        Assert.Equal(TestAuthority.Server.Certificate, seen?.Certificate);
        Assert.Equal(pair.Client.Info.SignatureScheme, seen?.Scheme);
    }

    [Fact]
    public async Task A_remote_key_that_fails_ends_the_handshake()
    {
        var cause = new IOException("The key store is gone.");
        var remote = TlsIdentity.WithRemoteKey(TestAuthority.Server.Chain, (_, _) => throw cause);
        (TlsException? client, TlsException? server) = await Connected.Fail(server: new TlsServerOptions { Identities = [remote] });
        Assert.Equal(TlsReason.CannotSign, server?.Reason);
        Assert.Same(cause, server?.InnerException);
        Assert.Equal(AlertDescription.InternalError, client?.Alert);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public async Task A_remote_signature_of_an_impossible_length_ends_the_handshake(int length)
    {
        var remote =
            TlsIdentity.WithRemoteKey(TestAuthority.Server.Chain, (_, _) => ValueTask.FromResult<ReadOnlyMemory<byte>>(new byte[length]));
        (TlsException? client, TlsException? server) = await Connected.Fail(server: new TlsServerOptions { Identities = [remote] });
        Assert.Equal(TlsReason.CannotSign, server?.Reason);
        Assert.True(client?.SentByPeer);
    }

    [Fact]
    public async Task A_wrong_remote_signature_is_found_by_the_peer()
    {
        var remote = TlsIdentity.WithRemoteKey(
            TestAuthority.Server.Chain, static (_, _) => ValueTask.FromResult<ReadOnlyMemory<byte>>(new byte[70]));
        (TlsException? client, TlsException? server) = await Connected.Fail(server: new TlsServerOptions { Identities = [remote] });
        Assert.Equal(TlsReason.BadSignature, client?.Reason);
        Assert.Equal(AlertDescription.DecryptError, server?.Alert);
    }

    [Fact]
    public async Task The_clients_certificate_is_selected_when_the_server_asks()
    {
        IdentitySelection? seen = null;
        TlsClientOptions options = TestAuthority.ClientOptions with
        {
            SelectIdentity = async (selection, token) =>
            {
                seen = selection;
                await Task.Delay(1, token);
                return TestAuthority.Client;
            },
        };
        await using Connected pair = await Connected.Make(
            options,
            TestAuthority.ServerOptions with { ClientAuthentication = ClientAuthentication.Required, Trust = TestAuthority.Trust });
        await pair.Exchange();
        Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        Assert.Equal(TestAuthority.Host, seen?.ServerName);
        Assert.Equal(TestAuthority.Authority.RootCertificate.Subject, Assert.Single(seen!.Authorities));
        Assert.NotEmpty(seen.SignatureSchemes);
    }

    [Fact]
    public async Task A_client_may_select_no_certificate()
    {
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with { SelectIdentity = static (_, _) => ValueTask.FromResult<TlsIdentity?>(null) },
            TestAuthority.ServerOptions with { ClientAuthentication = ClientAuthentication.Requested, Trust = TestAuthority.Trust });
        await pair.Exchange();
        Assert.Null(pair.Server.Info.PeerCertificate);
    }

    [Fact]
    public async Task A_selected_certificate_may_have_its_key_elsewhere()
    {
        var remote = TlsIdentity.WithRemoteKey(TestAuthority.Client.Chain, static (request, _) =>
        {
            byte[] signature = new byte[TestAuthority.Client.Key.MaxSignatureSize];
            int length = TestAuthority.Client.Key.Sign(request.Algorithm, request.Content.Span, signature);
            return ValueTask.FromResult<ReadOnlyMemory<byte>>(signature.AsMemory(0, length));
        });
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with { SelectIdentity = (_, _) => ValueTask.FromResult<TlsIdentity?>(remote) },
            TestAuthority.ServerOptions with { ClientAuthentication = ClientAuthentication.Required, Trust = TestAuthority.Trust });
        await pair.Exchange();
        Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        Assert.NotNull(pair.Server.Info.ClientSignatureScheme);
    }
}
