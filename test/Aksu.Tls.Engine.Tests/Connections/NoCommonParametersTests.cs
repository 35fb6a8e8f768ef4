using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>The two sides have nothing in common in one respect.</summary>
public sealed class NoCommonParametersTests
{
    [Fact]
    public void No_common_suite_ends_in_handshake_failure() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonCipherSuite,
        AlertDescription.HandshakeFailure,
        Shake.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256] },
        Shake.Server with { CipherSuites = [CipherSuite.Aes256GcmSha384] });

    [Fact]
    public void No_common_group_ends_in_handshake_failure() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonGroup,
        AlertDescription.HandshakeFailure,
        Shake.Client with { Groups = [NamedGroup.X25519] },
        Shake.Server with { Groups = [NamedGroup.Secp256r1] });

    [Fact]
    public void No_scheme_for_the_key_ends_in_handshake_failure() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonSignatureScheme,
        AlertDescription.HandshakeFailure,
        Shake.Client with { SignatureSchemes = [SignatureScheme.Ed25519] });

    [Fact]
    public void PKCS1_is_no_scheme_for_the_handshake() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonSignatureScheme,
        AlertDescription.HandshakeFailure,
        Shake.Client with { SignatureSchemes = [SignatureScheme.RsaPkcs1Sha256, SignatureScheme.Ed25519] },
        Shake.Server with { Identities = [TestIdentity.Server(KeyKind.Rsa)] });

    [Fact]
    public void No_common_application_protocol_ends_in_no_application_protocol() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoApplicationProtocol,
        AlertDescription.NoApplicationProtocol,
        Shake.Client with { ApplicationProtocols = ["h2"] },
        Shake.Server with { ApplicationProtocols = ["http/1.1"] });
}
