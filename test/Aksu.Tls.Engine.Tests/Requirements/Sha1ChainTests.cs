using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3.3, §4.5.1.2: a chain that is signed with SHA-1.</summary>
public sealed class Sha1ChainTests
{
    private static readonly CertifiedKey Old = TestIdentity.Of(KeyKind.EcP256) with
    {
        ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha256, SignatureScheme.RsaPkcs1Sha1],
    };

    private static readonly CertifiedKey Fresh = TestIdentity.Of(KeyKind.EcP384) with
    {
        ChainSignatureSchemes = [SignatureScheme.RsaPkcs1Sha256],
    };

    private static readonly ClientHandshakeOptions Tolerant = Shake.Client with
    {
        CertificateSignatureSchemes = [.. DefaultParameters.SignatureSchemes, SignatureScheme.RsaPkcs1Sha1],
    };

    [Fact]
    public void None_is_better_than_one_that_the_client_does_not_take() => Shake.AssertRefused(
        Sender.Server, TlsReason.NoCommonSignatureScheme, AlertDescription.HandshakeFailure, Shake.Client, With(Old));

    [Fact]
    public void It_is_shown_to_a_client_that_takes_it()
    {
        using EnginePair pair = Shake.AndTalk(Tolerant, With(Old));

        Assert.Equal(Old.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void Another_chain_is_shown_where_there_is_one()
    {
        using EnginePair pair = Shake.AndTalk(Tolerant, With(Old, Fresh));

        Assert.Equal(Fresh.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    private static ServerHandshakeOptions With(params CertifiedKey[] keys) =>
        Shake.Server with { Identities = [.. keys.Select(static key => new ServerIdentity(key, []))] };
}
