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

    [Theory]
    [InlineData(0x0304, TlsReason.NoCommonSignatureScheme)]
    [InlineData(0x0303, TlsReason.NoCommonCipherSuite)]
    public void A_server_without_certificates_does_not_speak_of_their_types(ushort version, TlsReason reason)
    {
        using var keys = new ExternalKeys();
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        Shake.AssertRefused(
            Sender.Server,
            reason,
            AlertDescription.HandshakeFailure,
            Shake.Client with { Versions = versions },
            Shake.Server with { Versions = versions, Identities = [], PreSharedKeys = [keys.Of()] });
    }

    [Fact]
    public void That_no_key_can_be_used_is_not_said_to_be_a_matter_of_the_name() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonSignatureScheme,
        AlertDescription.HandshakeFailure,
        Shake.Client with { SignatureSchemes = [SignatureScheme.Ed25519] },
        Shake.Server with { StrictServerName = true });

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
