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

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Which of its certificates a server presents (RFC 9846 §4.5.1.2).</summary>
public sealed class ServerCertificateChoiceTests
{
    private static readonly ServerIdentity First = TestIdentity.Server(KeyKind.EcP256, "a.example");
    private static readonly ServerIdentity Second = TestIdentity.Server(KeyKind.EcP384, "b.example", "*.b.example");
    private static readonly ServerIdentity Rsa = TestIdentity.Server(KeyKind.Rsa, "a.example");

    [Theory]
    [InlineData("a.example", true)]
    [InlineData("A.EXAMPLE", true)]
    [InlineData("b.example", false)]
    [InlineData("www.b.example", false)]
    [InlineData("WWW.B.example", false)]
    [InlineData("x.www.b.example", true)] // a wildcard stands for one label: the first identity is the fallback
    [InlineData("unknown.example", true)]
    public void Presents_the_certificate_for_the_name(string name, bool isFirst)
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { ServerName = name }, Shake.Server with { Identities = [First, Second] });

        Assert.Equal((isFirst ? First : Second).Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void Presents_the_first_when_the_client_names_nobody()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { SendServerName = false, ServerName = "b.example" }, Shake.Server with { Identities = [First, Second] });

        Assert.Equal(First.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Null(pair.ServerEngine.Parameters!.ServerName);
        Assert.Equal("b.example", pair.Client.Requests.OfType<PeerCertificatesRequest>().Single().ServerName);
    }

    [Fact]
    public void In_TLS_1_2_the_client_s_groups_are_those_of_certificates_too()
    {
        // RFC 8422 §5.3.
        ClientHandshakeOptions client = Shake.Client with { Versions = [ProtocolVersion.Tls12] };
        ServerHandshakeOptions server = Shake.Server with { Versions = [ProtocolVersion.Tls12], Identities = [First, Rsa] };
        using EnginePair both = Shake.Hands(client, server);
        using EnginePair other = Shake.Hands(client with { Groups = [NamedGroup.X25519] }, server);

        Assert.Equal(First.Key.Chain, both.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(Rsa.Key.Chain, other.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void In_TLS_1_2_a_certificate_on_a_curve_that_was_not_offered_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CertificateDoesNotFitSuite,
        AlertDescription.IllegalParameter,
        Shake.Client with
        {
            Versions = [ProtocolVersion.Tls12],
            Groups = [NamedGroup.X25519],
            MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SupportedGroups),
        },
        Shake.Server with { Versions = [ProtocolVersion.Tls12], Identities = [First] });

    [Fact]
    public void A_key_may_sign_with_schemes_that_are_not_accepted_from_others()
    {
        CertifiedKey key = TestIdentity.Server(KeyKind.EcP256).Key with { SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256] };
        using EnginePair pair = Shake.Hands(
            Shake.Client,
            Shake.Server with { Identities = [new ServerIdentity(key, [])], SignatureSchemes = [SignatureScheme.Ed25519] });

        Assert.Equal(SignatureScheme.EcdsaSecp256r1Sha256, pair.ClientEngine.Parameters!.SignatureScheme);
    }

    [Fact]
    public void An_address_is_never_told_as_a_name()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { ServerName = "192.0.2.1" });

        Assert.Null(pair.ServerEngine.Parameters!.ServerName);
    }

    [Fact]
    public void A_strict_server_refuses_an_unknown_name() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.UnrecognizedName,
        AlertDescription.UnrecognizedName,
        Shake.Client with { ServerName = "unknown.example" },
        Shake.Server with { Identities = [First, Second], StrictServerName = true });

    [Fact]
    public void A_strict_server_serves_a_client_that_names_nobody()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { ServerName = null }, Shake.Server with { Identities = [First], StrictServerName = true });

        Assert.Equal(First.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void Takes_the_certificate_whose_key_the_client_can_verify()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { ServerName = "a.example", SignatureSchemes = [SignatureScheme.RsaPssRsaeSha256] },
            Shake.Server with { Identities = [First, Rsa] });

        Assert.Equal(Rsa.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void Takes_the_certificate_whose_chain_the_client_can_verify()
    {
        ServerIdentity signedByRsa = First with { Key = First.Key with { ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha256] } };
        ServerIdentity signedByEc = Rsa with { Key = Rsa.Key with { ChainSignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256] } };
        using EnginePair pair = Shake.Hands(
            Shake.Client with { ServerName = "a.example", CertificateSignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256] },
            Shake.Server with { Identities = [signedByRsa, signedByEc] });

        Assert.Equal(Rsa.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void A_chain_that_the_client_perhaps_cannot_verify_is_better_than_none()
    {
        ServerIdentity only = First with { Key = First.Key with { ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha256] } };
        using EnginePair pair = Shake.Hands(
            Shake.Client with { ServerName = "a.example", CertificateSignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256] },
            Shake.Server with { Identities = [only] });

        Assert.Equal(First.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void Takes_the_certificate_whose_issuer_the_client_names()
    {
        ServerIdentity any = TestIdentity.Server(KeyKind.EcP256);
        ServerIdentity wanted = new(TestIdentity.Of(KeyKind.EcP521, "wanted.example"), []);
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CertificateAuthorities = [TestCertificate.NameOf("wanted.example")] },
            Shake.Server with { Identities = [any, wanted] });

        Assert.Equal(wanted.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void A_strict_server_presents_the_name_s_certificate_though_nothing_else_speaks_for_it()
    {
        CertifiedKey key = First.Key with
        {
            ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSecp384r1Sha384],
            IssuerNames = [TestCertificate.NameOf("issuer.example")],
        };
        using EnginePair pair = Shake.Hands(
            Shake.Client with
            {
                ServerName = "a.example",
                CertificateSignatureSchemes = [SignatureScheme.RsaPkcs1Sha1],
                CertificateAuthorities = [TestCertificate.NameOf("other.example")],
            },
            Shake.Server with { Identities = [First with { Key = key }], StrictServerName = true });

        Assert.Equal(First.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void One_for_which_nothing_speaks_is_better_than_none()
    {
        CertifiedKey key = First.Key with
        {
            ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSecp384r1Sha384],
            IssuerNames = [TestCertificate.NameOf("issuer.example")],
        };
        using EnginePair pair = Shake.Hands(
            Shake.Client with
            {
                ServerName = "unknown.example",
                CertificateSignatureSchemes = [SignatureScheme.RsaPkcs1Sha1],
                CertificateAuthorities = [TestCertificate.NameOf("other.example")],
            },
            Shake.Server with { Identities = [First with { Key = key }] });

        Assert.Equal(First.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void That_the_client_can_verify_it_counts_more_than_all_else()
    {
        ReadOnlyMemory<byte> wanted = TestCertificate.NameOf("wanted.example");
        ReadOnlyMemory<byte> other = TestCertificate.NameOf("other.example");
        CertifiedKey fresh = First.Key with { ChainSignatureSchemes = [SignatureScheme.EcdsaSecp384r1Sha384], IssuerNames = [wanted] };
        CertifiedKey stale = Second.Key with { ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha1], IssuerNames = [other] };
        AssertPresents(Second, [SignatureScheme.RsaPkcs1Sha1], wanted, fresh, stale);
    }

    [Fact]
    public void That_it_is_without_SHA_1_counts_more_than_who_issued_it()
    {
        ReadOnlyMemory<byte> wanted = TestCertificate.NameOf("wanted.example");
        ReadOnlyMemory<byte> other = TestCertificate.NameOf("other.example");
        SignatureScheme[] schemes = [SignatureScheme.RsaPkcs1Sha1, SignatureScheme.RsaPkcs1Sha256];
        CertifiedKey stale = First.Key with { ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha1], IssuerNames = [wanted] };
        CertifiedKey fresh = Second.Key with { ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha256], IssuerNames = [other] };
        AssertPresents(Second, schemes, wanted, stale, fresh);
    }

    [Fact]
    public void One_whose_issuers_are_not_known_is_as_good_as_one_of_the_named()
    {
        ReadOnlyMemory<byte> name = TestCertificate.NameOf("wanted.example");
        ServerIdentity unknown = new(First.Key with { IssuerNames = [] }, []);
        ServerIdentity named = new(Second.Key with { IssuerNames = [name] }, []);
        ClientHandshakeOptions client = Shake.Client with { CertificateAuthorities = [name] };
        using EnginePair one = Shake.Hands(client, Shake.Server with { Identities = [unknown, named] });
        using EnginePair other = Shake.Hands(client, Shake.Server with { Identities = [named, unknown] });

        Assert.Equal(First.Key.Chain, one.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(Second.Key.Chain, other.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);

        // To a client that names nobody all are the same.
        using EnginePair unsaid = Shake.Hands(Shake.Client, Shake.Server with { Identities = [named, unknown] });
        Assert.Equal(Second.Key.Chain, unsaid.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void Keeps_to_the_schemes_that_a_key_is_bound_to()
    {
        CertifiedKey bound = TestIdentity.Of(KeyKind.Rsa) with { SignatureSchemes = [SignatureScheme.RsaPssRsaeSha512] };
        using EnginePair pair = Shake.Hands(server: Shake.Server with { Identities = [new ServerIdentity(bound, [])] });

        Assert.Equal(SignatureScheme.RsaPssRsaeSha512, pair.ClientEngine.Parameters!.SignatureScheme);
    }

    [Fact]
    public void Staples_what_goes_with_the_certificate_when_the_client_asks()
    {
        byte[] timestamp = [0, 1, 2, 3];
        CertifiedKey stapled = First.Key with { OcspResponse = new byte[] { 0x30, 0 }, SignedCertificateTimestamps = [timestamp] };
        ServerHandshakeOptions server = Shake.Server with { Identities = [new ServerIdentity(stapled, [])] };

        using EnginePair asking = Shake.Hands(Shake.Client with { RequestSignedCertificateTimestamps = true }, server);
        using EnginePair silent = Shake.Hands(Shake.Client with { RequestOcspResponse = false }, server);

        PeerCertificatesRequest asked = asking.Client.Requests.OfType<PeerCertificatesRequest>().Single();
        Assert.Equal([0x30, 0], asked.OcspResponse.ToArray());
        Assert.Equal([timestamp], asked.SignedCertificateTimestamps, Same.Bytes);
        PeerCertificatesRequest unasked = silent.Client.Requests.OfType<PeerCertificatesRequest>().Single();
        Assert.True(unasked.OcspResponse.IsEmpty);
        Assert.Empty(unasked.SignedCertificateTimestamps);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_goes_with_the_certificate_goes_with_no_other_of_the_chain(bool isThere)
    {
        var events = new CollectedEvents();
        CertifiedKey chain = new CertifiedKey([First.Key.Chain[0], Second.Key.Chain[0]], First.Key.Key!) with
        {
            OcspResponse = isThere ? new byte[] { 0x30, 0 } : default,
            SignedCertificateTimestamps = isThere ? [new byte[] { 1 }] : [],
        };
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Observer = events, RequestSignedCertificateTimestamps = true },
            Shake.Server with { Identities = [new ServerIdentity(chain, [])] });

        ReadOnlyMemory<byte> message = events.Last(TlsDirection.Received, HandshakeType.Certificate);
        CertificateEntry[] entries = Certificate13.Decode(message[HandshakeMessage.HeaderLength..], maxEntries: 2).Entries;
        Assert.Equal(isThere, entries[0].Extensions.Contains(ExtensionType.StatusRequest));
        Assert.Equal(isThere, entries[0].Extensions.Contains(ExtensionType.SignedCertificateTimestamp));
        Assert.True(entries[1].Extensions.IsEmpty);
    }

    private static void AssertPresents(
        ServerIdentity expected, SignatureScheme[] schemes, ReadOnlyMemory<byte> authority, params CertifiedKey[] keys)
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CertificateSignatureSchemes = schemes, CertificateAuthorities = [authority] },
            Shake.Server with { Identities = [.. keys.Select(static key => new ServerIdentity(key, []))] });

        Assert.Equal(expected.Key.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }
}
