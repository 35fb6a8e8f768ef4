using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

public sealed class ClientAuthenticationTests
{
    private static readonly CertifiedKey Identity = TestIdentity.Of(KeyKind.EcP384, "client.example");
    private static readonly ServerHandshakeOptions Asking = Older.Server with { ClientAuthentication = ClientAuthentication.Required };

    public static TheoryData<KeyKind, ushort> KeysAndVersions()
    {
        var cases = new TheoryData<KeyKind, ushort>();
        foreach (KeyKind kind in Enum.GetValues<KeyKind>())
        {
            cases.Add(kind, ProtocolVersion.Tls12.Value);
            if (kind is KeyKind.Rsa or KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521)
            {
                cases.Add(kind, ProtocolVersion.Tls11.Value);
                cases.Add(kind, ProtocolVersion.Tls10.Value);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(KeysAndVersions))]
    public void The_server_learns_the_client_s_certificates(KeyKind kind, ushort versionValue)
    {
        var version = new ProtocolVersion(versionValue);
        CertifiedKey identity = TestIdentity.Of(kind, "client.example");
        using EnginePair pair = Shake.AndTalk(
            Legacy(Older.Client with { Identities = [identity] }, version), Legacy(Asking, version));

        Assert.Equal(identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(identity.Chain, pair.ClientEngine.Parameters!.LocalCertificates, Same.Bytes);
        Assert.NotNull(pair.ServerEngine.Parameters.ClientSignatureScheme);
        Assert.Equal(pair.ServerEngine.Parameters.ClientSignatureScheme, pair.ClientEngine.Parameters.ClientSignatureScheme);
        var request = Assert.IsType<PeerCertificatesRequest>(Assert.Single(pair.Server.Requests));
        Assert.Equal((TlsSide.Server, null), (request.Side, request.ServerName));
    }

    [Theory]
    [InlineData(0x0303, true, true)]
    [InlineData(0x0303, false, false)]
    [InlineData(0x0304, true, true)]
    [InlineData(0x0304, false, false)]
    public void The_client_s_application_is_asked_only_where_it_wants_to_be_and_nothing_fits(ushort version, bool asks, bool fits)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { Versions = versions, AsksForIdentity = asks, Identities = fits ? [Identity] : [] },
            Asking with { Versions = versions, ClientAuthentication = ClientAuthentication.Requested });

        Assert.DoesNotContain(pair.Client.Requests, static request => request is IdentityRequest);
        Assert.Equal(fits, pair.ServerEngine.Parameters!.PeerCertificates.Count > 0);
    }

    [Fact]
    public void Where_the_server_names_no_schemes_the_first_key_that_fits_is_shown()
    {
        // Before TLS 1.2 nobody says what is accepted in certificates.
        CertifiedKey first = Identity with { ChainSignatureSchemes = [SignatureScheme.EcdsaSecp384r1Sha384] };
        CertifiedKey second = TestIdentity.Of(KeyKind.EcP256, "client.example");
        using EnginePair pair = Shake.AndTalk(
            Legacy(Older.Client with { Identities = [first, second] }, ProtocolVersion.Tls11), Legacy(Asking, ProtocolVersion.Tls11));

        Assert.Equal(first.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Theory]
    [MemberData(nameof(KeysAndVersions))]
    public void A_key_that_is_elsewhere_signs(KeyKind kind, ushort versionValue)
    {
        var version = new ProtocolVersion(versionValue);
        var answers = new SuspensionAnswers { Signature = Signing.Answer };
        using EnginePair pair = EnginePair.Connect(
            Legacy(Older.Client with { Identities = [TestIdentity.Remote(kind)] }, version), Legacy(Asking, version), answers);

        Shake.Talk(pair);
        Assert.NotEmpty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void A_server_that_does_not_ask_gets_no_certificate()
    {
        using EnginePair pair = Shake.Hands(Older.Client with { Identities = [Identity] }, Older.Server);

        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
        Assert.Empty(pair.Server.Requests);
    }

    [Fact]
    public void A_client_without_certificate_is_served_where_one_is_only_requested()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { Observer = events }, Older.Server with { ClientAuthentication = ClientAuthentication.Requested });

        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
        Assert.Contains(HandshakeType.Certificate, events.Types(TlsDirection.Sent));
        Assert.DoesNotContain(HandshakeType.CertificateVerify, events.Types(TlsDirection.Sent));
    }

    [Fact]
    public void A_client_without_certificate_is_refused_where_one_is_required() => Shake.AssertRefused(
        Sender.Server, TlsReason.CertificateRequired, AlertDescription.HandshakeFailure, Older.Client, Asking);

    [Fact]
    public void The_client_presents_the_certificate_whose_issuer_the_server_names()
    {
        CertifiedKey other = TestIdentity.Of(KeyKind.EcP256, "other.example");
        using EnginePair pair = Shake.Hands(
            Older.Client with { Identities = [other, Identity] },
            Asking with
            {
                ClientCertificateAuthorities = [TestCertificate.NameOf("somebody.example"), TestCertificate.NameOf("client.example")],
            });

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_client_presents_only_a_kind_of_key_that_the_server_takes()
    {
        CertifiedKey rsa = TestIdentity.Of(KeyKind.Rsa, "client.example");
        using EnginePair pair = Shake.Hands(
            Older.Client with { Identities = [Identity, rsa] },
            Asking with
            {
                MessageRewriter = Rewriting.By(
                    HandshakeType.CertificateRequest,
                    new CertificateRequest12([ClientCertificateType.RsaSign], [.. DefaultParameters.SignatureSchemes], [])),
            });

        Assert.Equal(rsa.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_application_is_asked_for_an_identity()
    {
        var answers = new SuspensionAnswers { Identity = static request => request.Provide(Identity) };
        using EnginePair pair = EnginePair.Connect(
            Older.Client with { AsksForIdentity = true },
            Asking with { ClientCertificateAuthorities = [TestCertificate.NameOf("client.example")] },
            answers);

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
        IdentityRequest request = pair.Client.Requests.OfType<IdentityRequest>().Single();
        Assert.Equal(DefaultParameters.SignatureSchemes, request.SignatureSchemes);
        Assert.Equal(TestCertificate.NameOf("client.example"), Assert.Single(request.CertificateAuthorities).ToArray());
    }

    [Fact]
    public void A_refused_client_learns_it_by_the_alert()
    {
        var answers = new SuspensionAnswers { Verdict = static request => request.Refuse(AlertDescription.UnknownCa, "no") };
        using var pair = new EnginePair(Older.Client with { Identities = [Identity] }, Asking, serverAnswers: answers);

        Shake.AssertEnded(pair, Sender.Server, TlsReason.PeerCertificateRefused, AlertDescription.UnknownCa);
    }

    [Fact]
    public void A_signature_over_something_else_is_refused() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.BadSignature,
        AlertDescription.DecryptError,
        Older.Client with
        {
            Identities = [Identity],
            MessageRewriter = Rewriting.Of(HandshakeType.CertificateVerify, static message =>
            {
                message[^1] ^= 1;
                return message;
            }),
        },
        Asking);

    [Fact]
    public void A_scheme_that_was_not_offered_is_refused() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client with
        {
            Identities = [Identity],
            MessageRewriter = Rewriting.Of(HandshakeType.CertificateVerify, static message =>
            {
                (message[4], message[5]) = (0x02, 0x03);
                return message;
            }),
        },
        Asking);

    [Theory]
    [InlineData(0xff, 0x01)]
    [InlineData(0x08, 0x04)]
    public void A_scheme_that_does_not_fit_the_key_is_refused(byte high, byte low) => Shake.AssertRefused(
        Sender.Server,
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client with
        {
            Identities = [Identity],
            MessageRewriter = Rewriting.Of(HandshakeType.CertificateVerify, message =>
            {
                (message[4], message[5]) = (high, low);
                return message;
            }),
        },
        Asking);

    [Fact]
    public void A_client_that_does_not_prove_its_certificate_is_refused()
    {
        using var pair = new EnginePair(
            Older.Client with { Identities = [Identity], MessageRewriter = Rewriting.Without(HandshakeType.CertificateVerify) }, Asking);
        pair.Pump();

        Shake.AssertFailed(pair.Server, TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void A_suite_with_a_pre_shared_key_asks_for_no_certificate()
    {
        CipherSuite suite = CipherSuite.EcdhePskAes128GcmSha256;
        using EnginePair pair = Shake.AndTalk(
            Older.ClientFor(suite) with { Identities = [Identity] },
            Older.ServerFor(suite) with { ClientAuthentication = ClientAuthentication.Required });

        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
        Assert.Empty(pair.ServerEngine.Parameters.PeerCertificates);
    }

    private static ClientHandshakeOptions Legacy(ClientHandshakeOptions options, ProtocolVersion version) =>
        options with { Versions = [version], DangerousLegacyVersions = true };

    private static ServerHandshakeOptions Legacy(ServerHandshakeOptions options, ProtocolVersion version) =>
        options with { Versions = [version], DangerousLegacyVersions = true };
}
