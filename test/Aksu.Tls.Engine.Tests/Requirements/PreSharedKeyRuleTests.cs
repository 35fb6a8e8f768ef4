using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3.11, §4.4.2, §4.7.1, §F.1: what goes with a pre-shared key and what does not.</summary>
public sealed class PreSharedKeyRuleTests
{
    private static readonly ClientHandshakeOptions Willing = Shake.Client with
    {
        PostHandshakeAuthentication = true,
        Identities = [TestIdentity.Of(KeyKind.EcP384)],
    };

    [Fact]
    public void An_external_key_goes_with_sha256_where_nothing_else_is_said()
    {
        using var secret = new Secret(32);

        Assert.Equal("SHA-256", new ExternalPreSharedKey("id"u8.ToArray(), secret).HashName);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void Long_identities_and_keys_can_be_used(int version)
    {
        using var secret = new Secret(64);
        secret.Span.Fill(7);
        var key = new ExternalPreSharedKey(new byte[128], secret);
        ProtocolVersion[] versions = [new ProtocolVersion((ushort)version)];
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { Versions = versions, PreSharedKeys = [key] },
            Shake.Server with { Versions = versions, PreSharedKeys = [key], Identities = [] });

        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void The_age_of_an_external_key_is_not_looked_at()
    {
        using var key = new ExternalKeys();

        // The age stands in front of the binders: the null provider takes any binder.
        ClientHandshakeOptions client = NullCryptography.Client with
        {
            PreSharedKeys = [key.Of()],
            MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, static message =>
            {
                Assert.True(Hello.Extensions(message).TryFind(ExtensionType.PreSharedKey, out ReadOnlyMemory<byte> body));
                var offer = PreSharedKeyOffer.Decode(body);
                return Hello.Replace(
                    message,
                    new PreSharedKeyOffer([offer.Identities[0] with { ObfuscatedTicketAge = 0xdeadbeef }], offer.Binders));
            }),
        };
        using EnginePair pair = Shake.Hands(client, NullCryptography.Server with { PreSharedKeys = [key.Of()] });

        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void Nobody_is_asked_for_a_certificate_in_a_resumed_handshake()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ServerHandshakeOptions server = Shake.Server with { Tickets = tickets, ClientAuthentication = ClientAuthentication.Required };
        using EnginePair first = Shake.Hands(Willing, server);
        var events = new CollectedEvents();
        using EnginePair second = Shake.AndTalk(Willing with { Sessions = [SessionTests.Take(first)], Observer = events }, server);

        Assert.True(second.ServerEngine.Parameters!.IsResumed);
        Assert.DoesNotContain(HandshakeType.CertificateRequest, events.Types(TlsDirection.Received));
    }

    [Fact]
    public void Nobody_is_asked_for_a_certificate_after_a_handshake_under_an_external_key()
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.AndTalk(
            Willing with { PreSharedKeys = [key.Of()] }, Shake.Server with { PreSharedKeys = [key.Of()] });
        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);

        Assert.Throws<InvalidOperationException>(pair.Server.RequestClientCertificate);
        Shake.Talk(pair);
    }

    [Fact]
    public void A_client_under_an_external_key_shows_no_certificate()
    {
        using var key = new ExternalKeys();
        using EnginePair pair = Shake.Hands(
            NullCryptography.Client with
            {
                PreSharedKeys = [key.Of()],
                PostHandshakeAuthentication = true,
                Identities = [NullCryptography.Identity],
            },
            NullCryptography.Server with { PreSharedKeys = [key.Of()] });
        Assert.True(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
        byte[] request = Hello.Encode(new CertificateRequest13(
            new byte[] { 1 }, ExtensionBlock.Of(new SignatureAlgorithms([.. DefaultParameters.SignatureSchemes]))));
        pair.Client.Take(NullRecord.Protected(NullRecord.Handshake, request));

        Shake.AssertFailed(pair.Client, TlsReason.UnexpectedMessage, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void The_name_is_that_of_the_hello_that_resumes()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        ServerHandshakeOptions server = Shake.Server with { Tickets = tickets };
        using EnginePair first = Shake.Hands(server: server);

        // Names are equal whatever their case: what is told must be the new spelling.
        using EnginePair second = Shake.Hands(
            Shake.Client with { ServerName = "TEST.Example", Sessions = [SessionTests.Take(first)] }, server);

        Assert.True(second.ServerEngine.Parameters!.IsResumed);
        Assert.Equal("TEST.Example", second.ServerEngine.Parameters.ServerName);
    }
}
