using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Every suite with every group and every kind of key.</summary>
public sealed class ParameterMatrixTests
{
    private static readonly CipherSuite[] Suites =
    [
        CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384, CipherSuite.ChaCha20Poly1305Sha256,
        CipherSuite.Aes128CcmSha256, CipherSuite.Aes128Ccm8Sha256,
    ];

    private static readonly NamedGroup[] Groups =
        [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1, NamedGroup.X448];

    public static TheoryData<KeyKind, ushort> KeysAndSuites
    {
        get
        {
            var data = new TheoryData<KeyKind, ushort>();
            foreach (KeyKind kind in Enum.GetValues<KeyKind>())
            {
                foreach (CipherSuite suite in Suites)
                {
                    data.Add(kind, suite.Value);
                }
            }

            return data;
        }
    }

    public static TheoryData<ushort> HandshakeSchemes =>
        [.. DefaultParameters.SignatureSchemes.Where(scheme => Kinds(scheme).Any()).Select(scheme => scheme.Value)];

    [Theory]
    [MemberData(nameof(KeysAndSuites))]
    public void Shakes_hands_over_every_group(KeyKind kind, ushort suiteValue)
    {
        var suite = new CipherSuite(suiteValue);
        foreach (NamedGroup group in Groups)
        {
            ClientHandshakeOptions client = Shake.Client with { CipherSuites = [suite], Groups = [group] };
            ServerHandshakeOptions server = Shake.Server with
            {
                CipherSuites = Suites,
                Groups = Groups,
                Identities = [TestIdentity.Server(kind)],
                ClientAuthentication = ClientAuthentication.Required,
            };
            using EnginePair pair = Shake.AndTalk(client with { Identities = [TestIdentity.Of(kind)] }, server);

            Assert.Equal((suite, group), (pair.ClientEngine.Parameters!.CipherSuite, pair.ClientEngine.Parameters.Group!.Value));
            Assert.Equal((suite, group), (pair.ServerEngine.Parameters!.CipherSuite, pair.ServerEngine.Parameters.Group!.Value));
            Assert.True(SchemeRules.Fits13(pair.ClientEngine.Parameters.SignatureScheme!.Value, kind));
            Assert.Equal(pair.ClientEngine.Parameters.SignatureScheme, pair.ServerEngine.Parameters.ClientSignatureScheme);
        }
    }

    [Theory]
    [MemberData(nameof(HandshakeSchemes))]
    public void Signs_with_every_scheme(ushort schemeValue)
    {
        var scheme = new SignatureScheme(schemeValue);
        KeyKind kind = Kinds(scheme).Single();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { SignatureSchemes = [scheme] }, Shake.Server with { Identities = [TestIdentity.Server(kind)] });

        Assert.Equal(scheme, pair.ClientEngine.Parameters!.SignatureScheme);
        Assert.Equal(scheme, pair.ServerEngine.Parameters!.SignatureScheme);
    }

    [Fact]
    public void The_server_s_order_of_suites_counts()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384] },
            Shake.Server with { CipherSuites = [CipherSuite.Aes256GcmSha384, CipherSuite.Aes128GcmSha256] });

        Assert.Equal(CipherSuite.Aes256GcmSha384, pair.ClientEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void The_client_s_order_of_suites_counts_where_the_server_says_so()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384] },
            Shake.Server with { CipherSuites = [CipherSuite.Aes256GcmSha384, CipherSuite.Aes128GcmSha256], PrefersClientOrder = true });

        Assert.Equal(CipherSuite.Aes128GcmSha256, pair.ClientEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void A_client_that_puts_ChaCha20_first_gets_it()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CipherSuites = [CipherSuite.ChaCha20Poly1305Sha256, CipherSuite.Aes128GcmSha256] });

        Assert.Equal(CipherSuite.ChaCha20Poly1305Sha256, pair.ClientEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void The_server_s_first_application_protocol_that_the_client_has_is_taken()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { ApplicationProtocols = ["http/1.1", "h2"] },
            Shake.Server with { ApplicationProtocols = ["h3", "h2", "http/1.1"] });

        Assert.Equal("h2", pair.ClientEngine.Parameters!.ApplicationProtocol);
        Assert.Equal("h2", pair.ServerEngine.Parameters!.ApplicationProtocol);
    }

    [Fact]
    public void No_application_protocol_where_one_side_has_none()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { ApplicationProtocols = ["h2"] });

        Assert.Null(pair.ClientEngine.Parameters!.ApplicationProtocol);
        Assert.Null(pair.ServerEngine.Parameters!.ApplicationProtocol);
    }

    private static IEnumerable<KeyKind> Kinds(SignatureScheme scheme) =>
        Enum.GetValues<KeyKind>().Where(kind => SchemeRules.Fits13(scheme, kind));
}
