using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.5.1.2, RFC 5246 §7.4.4: a client shows a chain that the server says it can verify, where it has one.</summary>
public sealed class ClientChainRuleTests
{
    private static readonly CertifiedKey SignedByRsa = TestIdentity.Of(KeyKind.EcP256) with
    {
        ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha384],
    };

    private static readonly CertifiedKey SignedByEc = TestIdentity.Of(KeyKind.EcP384) with
    {
        ChainSignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256],
    };

    private static readonly ServerHandshakeOptions Server = Shake.Server with
    {
        ClientAuthentication = ClientAuthentication.Required,
        SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.EcdsaSecp384r1Sha384],
    };

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void The_chain_that_the_server_can_verify_comes_first(int version)
    {
        using EnginePair pair = Connect(version, SignedByRsa, SignedByEc);

        Assert.Equal(SignedByEc.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_chain_that_it_perhaps_cannot_verify_is_better_than_none(int version)
    {
        using EnginePair pair = Connect(version, SignedByRsa);

        Assert.Equal(SignedByRsa.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void What_is_said_of_certificates_alone_counts_for_chains()
    {
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { Identities = [SignedByEc, SignedByRsa] },
            Server with { CertificateSignatureSchemes = [SignatureScheme.RsaPkcs1Sha384] });

        Assert.Equal(SignedByRsa.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    private static EnginePair Connect(int version, params CertifiedKey[] keys) => Shake.AndTalk(
        Shake.Client with { Versions = [new ProtocolVersion((ushort)version)], Identities = keys }, Server);
}
