using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Evidence;

/// <summary>
/// What stands for a check is made by that check alone. The states ask in the right order, so these guards never speak in a connection:
/// they are for the day on which a state asks too early.
/// </summary>
public sealed class EvidenceTests
{
    private static readonly DateTimeOffset Until = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Nobody_is_accepted_before_the_application_has_answered()
    {
        PeerCertificatesRequest open = Request();

        Assert.Throws<InvalidOperationException>(() => IdentityAccepted.ByApplication(open, Signature()));
        Assert.Throws<InvalidOperationException>(() => IdentityAccepted.ByApplicationForKeyTransport(open));
    }

    [Fact]
    public void Nobody_is_accepted_whom_the_application_refused()
    {
        PeerCertificatesRequest refused = Request();
        refused.Refuse(AlertDescription.BadCertificate, "Not this one.");

        Assert.Throws<InvalidOperationException>(() => IdentityAccepted.ByApplication(refused, Signature()));
        Assert.Throws<InvalidOperationException>(() => IdentityAccepted.ByApplicationForKeyTransport(refused));
    }

    [Fact]
    public void Nobody_is_accepted_without_a_signature()
    {
        PeerCertificatesRequest accepted = Request();
        accepted.Accept();

        Assert.Throws<ArgumentNullException>(() => IdentityAccepted.ByApplication(accepted, null!));
    }

    [Fact]
    public void Who_is_accepted_is_so_with_its_certificates_and_up_to_their_end()
    {
        PeerCertificatesRequest accepted = Request();
        accepted.Accept(Until);

        foreach (IdentityAccepted identity in new[]
        {
            IdentityAccepted.ByApplication(accepted, Signature()),
            IdentityAccepted.ByApplicationForKeyTransport(accepted),
        })
        {
            Assert.Same(accepted.Certificates, identity.Certificates);
            Assert.Equal(Until, identity.Until);
        }
    }

    [Theory]
    [InlineData(KeyKind.EcP256, 0x0804)]
    [InlineData(KeyKind.Rsa, 0x0403)]
    [InlineData(KeyKind.Ed25519, 0x0403)]
    [InlineData(KeyKind.EcP256, 0x0503)]
    public void A_key_of_another_kind_has_signed_nothing(KeyKind kind, ushort scheme)
    {
        using VerificationKey key = PublicKey(kind);

        TlsException failure = Assert.Throws<TlsException>(
            () => SignatureVerified.Check(key, new SignatureScheme(scheme), "what was signed"u8, new byte[64]));

        Assert.Equal((TlsReason.BadSignature, AlertDescription.DecryptError), (failure.Reason, failure.Alert));
    }

    [Fact]
    public void Under_a_scheme_that_is_none_nothing_was_signed()
    {
        using VerificationKey key = PublicKey(KeyKind.EcP256);

        TlsException failure = Assert.Throws<TlsException>(
            () => SignatureVerified.Check(key, new SignatureScheme(0xfefe), "what was signed"u8, new byte[64]));

        Assert.Equal((TlsReason.SignatureSchemeNotOffered, AlertDescription.IllegalParameter), (failure.Reason, failure.Alert));
    }

    private static PeerCertificatesRequest Request() => new()
    {
        Certificates = TestIdentity.Of(KeyKind.EcP256).Chain,
        Side = TlsSide.Client,
        ServerName = Shake.Name,
    };

    private static VerificationKey PublicKey(KeyKind kind)
    {
        using SigningKey key = TestKeys.Signing(kind);
        return CryptographyProvider.Default.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
    }

    private static SignatureVerified Signature()
    {
        using SigningKey key = TestKeys.Signing(KeyKind.Ed25519);
        using VerificationKey publicKey = PublicKey(KeyKind.Ed25519);
        byte[] signature = new byte[64];
        int length = key.Sign(SignatureAlgorithm.Ed25519, "what was signed"u8, signature);
        return SignatureVerified.Check(publicKey, SignatureScheme.Ed25519, "what was signed"u8, signature.AsSpan(0, length));
    }
}
