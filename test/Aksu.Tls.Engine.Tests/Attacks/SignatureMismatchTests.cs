using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// A proof under another scheme than was offered, than the key's kind or curve allows, or than the version has: refused before it is looked
/// at, so that nobody can lead a key into an algorithm that it is not for (RFC 9846 §4.5.2, RFC 5246 §7.4.3).
/// </summary>
/// <seealso cref="Tls12.KeyExchangeTests"/>
public sealed class SignatureMismatchTests
{
    private static readonly SignatureScheme[] All =
    [
        SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSha1, SignatureScheme.RsaPkcs1Sha256, SignatureScheme.RsaPkcs1Sha384,
        SignatureScheme.RsaPkcs1Sha512, SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.EcdsaSecp384r1Sha384,
        SignatureScheme.EcdsaSecp521r1Sha512, SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPssRsaeSha384,
        SignatureScheme.RsaPssRsaeSha512, SignatureScheme.RsaPssPssSha256, SignatureScheme.Ed25519, SignatureScheme.Ed448,
    ];

    public static TheoryData<KeyKind, ushort> Wrong13()
    {
        var cases = new TheoryData<KeyKind, ushort>();
        foreach ((KeyKind kind, SignatureScheme[] right) in
            ((KeyKind, SignatureScheme[])[])[
                (KeyKind.EcP256, [SignatureScheme.EcdsaSecp256r1Sha256]),
                (KeyKind.EcP384, [SignatureScheme.EcdsaSecp384r1Sha384]),
                (KeyKind.Rsa, [SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPssRsaeSha512]),
                (KeyKind.Ed25519, [SignatureScheme.Ed25519])])
        {
            foreach (SignatureScheme scheme in All.Except(right))
            {
                cases.Add(kind, scheme.Value);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Wrong13))]
    public void A_server_of_TLS_1_3_says_a_scheme_that_does_not_fit_its_key(KeyKind kind, ushort scheme) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        Shake.Client with { SignatureSchemes = All },
        Shake.Server with { Identities = [TestIdentity.Server(kind)], SignatureSchemes = All, MessageRewriter = Saying(scheme) });

    [Theory]
    [MemberData(nameof(Wrong13))]
    public void A_client_of_TLS_1_3_says_a_scheme_that_does_not_fit_its_key(KeyKind kind, ushort scheme) => Shake.AssertRefused(
        Sender.Server,
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        Shake.Client with { Identities = [TestIdentity.Of(kind)], SignatureSchemes = All, MessageRewriter = Saying(scheme) },
        Shake.Server with { SignatureSchemes = All, ClientAuthentication = ClientAuthentication.Required });

    [Theory]
    [InlineData(KeyKind.EcP256, 0x0401)]
    [InlineData(KeyKind.EcP256, 0x0804)]
    [InlineData(KeyKind.EcP256, 0x0807)]
    [InlineData(KeyKind.Rsa, 0x0403)]
    [InlineData(KeyKind.Rsa, 0x0809)]
    [InlineData(KeyKind.Ed25519, 0x0403)]
    public void A_client_of_TLS_1_2_says_a_scheme_that_does_not_fit_its_key(KeyKind kind, ushort scheme) => Shake.AssertRefused(
        Sender.Server,
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client with { Identities = [TestIdentity.Of(kind)], SignatureSchemes = All, MessageRewriter = Saying(scheme) },
        Older.Server with { SignatureSchemes = All, ClientAuthentication = ClientAuthentication.Required });

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_scheme_that_was_not_offered_though_it_fits(ushort version)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.SignatureSchemeNotOffered,
            AlertDescription.IllegalParameter,
            Shake.Client with
            {
                Versions = versions,
                Identities = [TestIdentity.Of(KeyKind.Rsa)],
                MessageRewriter = Saying(SignatureScheme.RsaPssRsaeSha512.Value),
            },
            Shake.Server with
            {
                Versions = versions,
                ClientAuthentication = ClientAuthentication.Required,
                SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.RsaPssRsaeSha256],
            });
    }

    [Fact]
    public void A_proof_of_the_other_side_cannot_be_sent_back()
    {
        // The server's own signature as the client's: the texts that are signed tell the sides apart (RFC 9846 §4.5.2).
        CertifiedKey shared = TestIdentity.Of(KeyKind.EcP256);
        byte[] proof = [];
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.BadSignature,
            AlertDescription.DecryptError,
            Shake.Client with { Identities = [shared], MessageRewriter = Rewriting.Of(HandshakeType.CertificateVerify, _ => proof) },
            Shake.Server with
            {
                Identities = [new ServerIdentity(shared, [])],
                ClientAuthentication = ClientAuthentication.Required,
                MessageRewriter = Rewriting.Of(HandshakeType.CertificateVerify, message => proof = message),
            });
    }

    private static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Saying(ushort scheme) => Rewriting.Of(
        HandshakeType.CertificateVerify,
        message =>
        {
            (message[HandshakeMessage.HeaderLength], message[HandshakeMessage.HeaderLength + 1]) = ((byte)(scheme >> 8), (byte)scheme);
            return message;
        });
}
