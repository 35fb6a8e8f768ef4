using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

public sealed class ExternalPreSharedKeyTests
{
    [Theory]
    [InlineData("SHA-256")]
    [InlineData("SHA-384")]
    public void Authenticates_without_certificates(string hash)
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = [key.Of(hash)] }, Shake.Server with { PreSharedKeys = [key.Of(hash)], Identities = [] });

        foreach (TlsEngine engine in new TlsEngine[] { pair.ClientEngine, pair.ServerEngine })
        {
            Engine.Sessions.TlsConnectionParameters parameters = engine.Parameters!;
            Assert.True(parameters.IsExternalPreSharedKey);
            Assert.False(parameters.IsResumed);
            Assert.Empty(parameters.PeerCertificates);
            Assert.Null(parameters.SignatureScheme);
            Assert.NotNull(parameters.Group);
        }

        Assert.Empty(pair.Client.Requests);
    }

    [Fact]
    public void What_a_client_could_show_does_not_count_under_a_key()
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = [key.Of()] },
            Shake.Server with
            {
                PreSharedKeys = [key.Of()],
                ClientAuthentication = ClientAuthentication.Required,
                PeerCertificateTypes = [CertificateType.RawPublicKey],
            });

        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void The_server_takes_the_first_that_it_knows()
    {
        using var key = new ExternalKeys();
        using var other = new ExternalKeys(7);
        using EnginePair pair = Shake.Hands(
            Shake.Client with { PreSharedKeys = [other.Of(identity: "unknown"), key.Of()] },
            Shake.Server with { PreSharedKeys = [key.Of()] });

        Assert.True(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void An_unknown_identity_leads_to_a_handshake_with_certificates()
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = [key.Of(identity: "unknown")] }, Shake.Server with { PreSharedKeys = [key.Of()] });

        Assert.False(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
        Assert.NotEmpty(pair.ClientEngine.Parameters.PeerCertificates);
    }

    [Fact]
    public void Another_key_of_the_same_identity_ends_in_decrypt_error()
    {
        using var key = new ExternalKeys();
        using var wrong = new ExternalKeys(7);
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.InvalidBinder,
            AlertDescription.DecryptError,
            Shake.Client with { PreSharedKeys = [wrong.Of()] },
            Shake.Server with { PreSharedKeys = [key.Of()] });
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void Goes_without_key_exchange_only_where_both_opted_in_and_share_no_group(bool client, bool server, bool works)
    {
        using var key = new ExternalKeys();
        ClientHandshakeOptions clientOptions = Shake.Client with
        {
            PreSharedKeys = [key.Of()],
            DangerousPskWithoutForwardSecrecy = client,
            Groups = [NamedGroup.X25519],
        };
        ServerHandshakeOptions serverOptions = Shake.Server with
        {
            PreSharedKeys = [key.Of()],
            DangerousPskWithoutForwardSecrecy = server,
            Groups = [NamedGroup.Secp256r1],
        };
        if (!works)
        {
            Shake.AssertRefused(Sender.Server, TlsReason.NoCommonGroup, AlertDescription.HandshakeFailure, clientOptions, serverOptions);
            return;
        }

        using EnginePair pair = Shake.AndTalk(clientOptions, serverOptions);
        Assert.Null(pair.ClientEngine.Parameters!.Group);
        Assert.Null(pair.ServerEngine.Parameters!.Group);
    }

    [Fact]
    public void Key_exchange_is_preferred_even_where_both_opted_out_of_it()
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { PreSharedKeys = [key.Of()], DangerousPskWithoutForwardSecrecy = true },
            Shake.Server with { PreSharedKeys = [key.Of()], DangerousPskWithoutForwardSecrecy = true });

        Assert.Equal(NamedGroup.X25519, pair.ClientEngine.Parameters!.Group);
    }

    [Fact]
    public void The_key_stands_for_the_client_s_certificate_too()
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { PreSharedKeys = [key.Of()] },
            Shake.Server with { PreSharedKeys = [key.Of()], ClientAuthentication = ClientAuthentication.Required });

        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void Is_not_reported_as_a_resumed_session()
    {
        using var key = new ExternalKeys();
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { PreSharedKeys = [key.Of()], Observer = events }, Shake.Server with { PreSharedKeys = [key.Of()] });

        Assert.True(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
        Assert.DoesNotContain(events.Lines, static line => line.StartsWith("SessionResumed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 32, "SHA-256")]
    [InlineData("the key", 15, "SHA-256")]
    [InlineData("the key", 32, "SHA-512")]
    public void A_key_that_cannot_be_used_is_refused_when_the_engine_is_made(string identity, int length, string hash)
    {
        using var secret = new Aksu.Cryptography.Secret(length);
        var key = new ExternalPreSharedKey(System.Text.Encoding.ASCII.GetBytes(identity), secret, hash);

        Assert.Throws<ArgumentException>(() => new Engine.Connections.ClientEngine(Shake.Client with { PreSharedKeys = [key] }));
    }
}
