using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

public sealed class ClientAuthenticationTests
{
    private static readonly CertifiedKey Identity = TestIdentity.Of(KeyKind.EcP384, "client.example");

    [Theory]
    [InlineData(ClientAuthentication.Required)]
    [InlineData(ClientAuthentication.Requested)]
    public void The_server_learns_the_client_s_certificates(ClientAuthentication wanted)
    {
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { Identities = [Identity] }, Shake.Server with { ClientAuthentication = wanted });

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(Identity.Chain, pair.ClientEngine.Parameters!.LocalCertificates, Same.Bytes);
        Assert.Equal(SignatureScheme.EcdsaSecp384r1Sha384, pair.ServerEngine.Parameters.ClientSignatureScheme);
        var request = Assert.IsType<PeerCertificatesRequest>(Assert.Single(pair.Server.Requests));
        Assert.Equal((TlsSide.Server, null), (request.Side, request.ServerName));
    }

    [Fact]
    public void A_server_that_does_not_ask_gets_no_certificate()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { Identities = [Identity] });

        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
        Assert.Empty(pair.Server.Requests);
    }

    [Fact]
    public void A_client_without_certificate_is_served_where_one_is_only_requested()
    {
        using EnginePair pair = Shake.AndTalk(server: Shake.Server with { ClientAuthentication = ClientAuthentication.Requested });

        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
        Assert.Null(pair.ServerEngine.Parameters.ClientSignatureScheme);
    }

    [Fact]
    public void A_client_without_certificate_is_refused_where_one_is_required() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.CertificateRequired,
        AlertDescription.CertificateRequired,
        server: Shake.Server with { ClientAuthentication = ClientAuthentication.Required });

    [Fact]
    public void The_client_presents_the_certificate_whose_issuer_the_server_names()
    {
        CertifiedKey other = TestIdentity.Of(KeyKind.EcP256, "other.example");
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Identities = [other, Identity] },
            Shake.Server with
            {
                ClientAuthentication = ClientAuthentication.Required,
                ClientCertificateAuthorities = [TestCertificate.NameOf("somebody.example"), TestCertificate.NameOf("client.example")],
            });

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_client_presents_none_when_the_server_trusts_no_issuer_of_its_own()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Identities = [Identity] },
            Shake.Server with
            {
                ClientAuthentication = ClientAuthentication.Requested,
                ClientCertificateAuthorities = [TestCertificate.NameOf("somebody.example")],
            });

        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void A_certificate_of_unknown_issuer_is_presented_whatever_the_server_names()
    {
        CertifiedKey unknown = Identity with { IssuerNames = [] };
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Identities = [unknown] },
            Shake.Server with
            {
                ClientAuthentication = ClientAuthentication.Required,
                ClientCertificateAuthorities = [TestCertificate.NameOf("somebody.example")],
            });

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_client_passes_over_a_key_that_the_server_cannot_verify()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Identities = [TestIdentity.Of(KeyKind.Ed448), Identity] },
            Shake.Server with
            {
                ClientAuthentication = ClientAuthentication.Required,
                SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.EcdsaSecp384r1Sha384],
            });

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_application_is_asked_when_no_identity_fits_and_may_give_one()
    {
        var answers = new SuspensionAnswers { Identity = static request => request.Provide(Identity) };
        using EnginePair pair = EnginePair.Connect(
            Shake.Client with { AsksForIdentity = true },
            Shake.Server with
            {
                ClientAuthentication = ClientAuthentication.Required,
                ClientCertificateAuthorities = [TestCertificate.NameOf("client.example")],
            },
            clientAnswers: answers);

        IdentityRequest request = Assert.Single(pair.Client.Requests.OfType<IdentityRequest>());
        Assert.Equal(DefaultParameters.SignatureSchemes, request.SignatureSchemes);
        Assert.Equal([TestCertificate.NameOf("client.example")], request.CertificateAuthorities, Same.Bytes);
        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_application_is_not_asked_when_an_identity_fits()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { AsksForIdentity = true, Identities = [Identity] },
            Shake.Server with { ClientAuthentication = ClientAuthentication.Required });

        Assert.Empty(pair.Client.Requests.OfType<IdentityRequest>());
    }

    [Fact]
    public void The_application_may_decline()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { AsksForIdentity = true }, Shake.Server with { ClientAuthentication = ClientAuthentication.Requested });

        Assert.Single(pair.Client.Requests.OfType<IdentityRequest>());
        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_identity_of_the_application_that_does_not_fit_ends_the_handshake(bool isOlder)
    {
        using EnginePair pair = Asked(
            static request => request.Provide(TestIdentity.Of(KeyKind.Ed448)), isOlder ? ProtocolVersion.Tls12 : ProtocolVersion.Tls13);

        Shake.AssertEnded(pair, Sender.Client, TlsReason.NoCommonSignatureScheme, AlertDescription.HandshakeFailure);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_application_without_a_fitting_identity_may_end_the_handshake(bool isOlder)
    {
        using EnginePair pair = Asked(
            static request => request.Refuse(AlertDescription.AccessDenied, "There is none."),
            isOlder ? ProtocolVersion.Tls12 : ProtocolVersion.Tls13);

        Shake.AssertEnded(pair, Sender.Client, TlsReason.ApplicationRefused, AlertDescription.AccessDenied);
    }

    private static EnginePair Asked(Action<IdentityRequest> answer, ProtocolVersion version) => new(
        Shake.Client with { AsksForIdentity = true, Versions = [version] },
        Shake.Server with
        {
            ClientAuthentication = ClientAuthentication.Requested,
            SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256],
        },
        clientAnswers: new SuspensionAnswers { Identity = answer });
}
