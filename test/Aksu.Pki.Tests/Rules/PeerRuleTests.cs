using Aksu.Ca;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

public sealed class PeerRuleTests
{
    private static readonly TestNode Root = TestNode.Root();
    private static readonly VerificationPolicy Policy = Verifying.Trusting(Root.Certificate);

    [Fact]
    public void Validity_includes_both_ends_and_nothing_beyond()
    {
        Certificate leaf = Root.Leaf();
        var verifier = new CertificateVerifier(Policy);
        Assert.Equal(VerificationFailure.NotYetValid, At(leaf.NotBefore.AddSeconds(-1)));
        Assert.Equal(VerificationFailure.None, At(leaf.NotBefore));
        Assert.Equal(VerificationFailure.None, At(leaf.NotAfter));
        Assert.Equal(VerificationFailure.None, At(leaf.NotAfter.AddMilliseconds(999)));
        Assert.Equal(VerificationFailure.Expired, At(leaf.NotAfter.AddSeconds(1)));

        VerificationFailure At(DateTimeOffset time) => verifier.Verify(Verifying.Request(leaf) with { Time = time }).Failure;
    }

    [Fact]
    public void Expired_authorities_are_refused_too()
    {
        TestNode expired = Root.Authority(change: static t => t with { NotAfter = TestNode.Now.AddSeconds(-1) });
        Verifying.Refuses(VerificationFailure.Expired, Policy, expired.Leaf(), expired.Certificate);
        TestNode oldRoot = TestNode.Root(change: static t => t with { NotAfter = TestNode.Now.AddSeconds(-1) });
        Verifying.Refuses(VerificationFailure.Expired, Verifying.Trusting(oldRoot.Certificate), oldRoot.Leaf());
    }

    [Fact]
    public void The_clock_of_the_policy_counts_when_no_time_is_given()
    {
        Certificate leaf = Root.Leaf();
        VerificationRequest request = Verifying.Request(leaf) with { Time = null };
        Assert.True(new CertificateVerifier(Policy with { TimeProvider = new FixedClock(TestNode.Now) }).Verify(request).IsAccepted);
        Assert.Equal(VerificationFailure.Expired,
            new CertificateVerifier(Policy with { TimeProvider = new FixedClock(TestNode.Now.AddYears(1)) }).Verify(request).Failure);
    }

    [Fact]
    public void The_common_name_is_no_identity()
    {
        Certificate leaf = Root.Leaf(static t => t with { Names = [] });
        Assert.Equal("example.com", leaf.Subject.CommonName);
        Verifying.Refuses(VerificationFailure.NameMismatch, Policy, leaf);
    }

    [Fact]
    public void A_dns_name_that_looks_like_an_address_is_not_one()
    {
        Certificate leaf = Root.Leaf(
            static t =>
                t with { Overrides = [new ExtensionTemplate("2.5.29.17", false, Convert.FromHexString("300B82093132372E302E302E31"))] });
        Assert.Equal("DNS:127.0.0.1", leaf.SubjectAlternativeNames[0].ToString());
        Verdict verdict = new CertificateVerifier(Policy).Verify(
            Verifying.Request(leaf) with { ServerIdentity = ServerIdentity.Parse("127.0.0.1") });
        Assert.Equal(VerificationFailure.NameMismatch, verdict.Failure);
    }

    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("bücher.example", "xn--bcher-kva.example", true)]
    [InlineData("xn--bcher-kva.example", "Bücher.example", true)]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8::1", "2001:db8:0::1", true)]
    [InlineData("example.com", "192.0.2.1", false)]
    [InlineData("me@example.com", "example.com", false)]
    public void Names_match_as_rfc_9525_says(string certified, string wanted, bool isAccepted)
    {
        Certificate leaf = Root.Leaf(t => t with { Names = [SubjectAlternativeName.Parse(certified)] });
        Verdict verdict = new CertificateVerifier(Policy).Verify(
            Verifying.Request(leaf) with { ServerIdentity = ServerIdentity.Parse(wanted) });
        Assert.Equal(isAccepted ? VerificationFailure.None : VerificationFailure.NameMismatch, verdict.Failure);
    }

    [Fact]
    public void Mailboxes_of_clients_are_matched()
    {
        Certificate leaf = Root.Leaf(
            static t =>
                t with { Names = [SubjectAlternativeName.Parse("me@Example.com")], ExtendedKeyUsage = ExtendedKeyUsage.ClientAuth });
        var verifier = new CertificateVerifier(Policy);
        VerificationRequest request = VerificationRequest.ForClient([leaf.Der]) with { Time = TestNode.Now };
        Assert.True(verifier.Verify(request).IsAccepted);
        Assert.True(verifier.Verify(request with { Email = "me@example.com" }).IsAccepted);
        Assert.Equal(VerificationFailure.NameMismatch, verifier.Verify(request with { Email = "Me@example.com" }).Failure);
        Assert.Equal(VerificationFailure.NameMismatch, verifier.Verify(request with { Email = "you@example.com" }).Failure);
    }

    [Theory]
    [InlineData(CertificatePurpose.Server, ExtendedKeyUsage.ServerAuth, true)]
    [InlineData(CertificatePurpose.Server, ExtendedKeyUsage.ClientAuth, false)]
    [InlineData(CertificatePurpose.Client, ExtendedKeyUsage.ClientAuth, true)]
    [InlineData(CertificatePurpose.Client, ExtendedKeyUsage.ServerAuth, false)]
    [InlineData(CertificatePurpose.Client, ExtendedKeyUsage.Any, true)]
    [InlineData(CertificatePurpose.Server, null, true)]
    public void Purposes_are_kept_apart(CertificatePurpose purpose, ExtendedKeyUsage? usage, bool isAccepted)
    {
        Certificate leaf = Root.Leaf(t => t with { ExtendedKeyUsage = usage });
        Verdict verdict = new CertificateVerifier(Policy).Verify(Verifying.Request(leaf) with { Purpose = purpose, ServerIdentity = null });
        Assert.Equal(isAccepted ? VerificationFailure.None : VerificationFailure.WrongPurpose, verdict.Failure);
    }

    [Fact]
    public void Key_usage_must_allow_what_is_asked()
    {
        Certificate leaf = Root.Leaf(static t => t with { KeyUsage = KeyUsage.KeyEncipherment });
        var verifier = new CertificateVerifier(Policy);
        Assert.True(verifier.Verify(Verifying.Request(leaf)).IsAccepted);
        Assert.Equal(VerificationFailure.WrongPurpose,
            verifier.Verify(Verifying.Request(leaf) with { RequiredKeyUsage = KeyUsage.DigitalSignature }).Failure);
        Verifying.Refuses(VerificationFailure.WrongPurpose, Policy, Root.Leaf(static t => t with { KeyUsage = KeyUsage.DataEncipherment }));
        Verifying.Accepts(Policy, Root.Leaf(static t => t with { KeyUsage = null }));
    }

    [Fact]
    public void Unknown_critical_extensions_are_refused_anywhere_and_others_ignored()
    {
        ExtensionTemplate unknown = new("1.3.6.1.4.1.99999.1", true, [0x05, 0x00]);
        Verifying.Refuses(VerificationFailure.UnknownCriticalExtension, Policy, Root.Leaf(t => t with { Overrides = [unknown] }));
        Verifying.Accepts(Policy, Root.Leaf(t => t with { Overrides = [unknown with { IsCritical = false }] }));
        TestNode intermediate = Root.Authority(change: t => t with { Overrides = [unknown] });
        Verifying.Refuses(VerificationFailure.UnknownCriticalExtension, Policy, intermediate.Leaf(), intermediate.Certificate);
        TestNode root = TestNode.Root(change: t => t with { Overrides = [unknown] });
        Verifying.Refuses(VerificationFailure.UnknownCriticalExtension, Verifying.Trusting(root.Certificate), root.Leaf());
    }

    [Fact]
    public void Precertificates_are_refused() => Verifying.Refuses(
        VerificationFailure.UnknownCriticalExtension, Policy,
        Root.Leaf(static t => t with { Overrides = [new ExtensionTemplate("1.3.6.1.4.1.11129.2.4.3", true, [0x05, 0x00])] }));

    [Fact]
    public void Weak_hashes_are_refused()
    {
        using GeneratedKey key = CryptographyProvider.Default.GenerateKey(KeyKind.Rsa);
        TestNode root = TestNode.Root(key: key.Key);
        CertificateTemplate template = TestNode.LeafTemplate();
        if (!key.Key.Supports(SignatureAlgorithm.RsaPkcs1Sha1))
        {
            Assert.Skip("The provider does not sign with SHA-1.");
        }

        var leaf = Certificate.Parse(
            CertificateWriter.Write(template, TestNode.NewKey().SubjectPublicKeyInfo.Span, root.Certificate.Subject.Der.Span,
            root.Certificate.SubjectKeyIdentifier, root.Key, SignatureAlgorithm.RsaPkcs1Sha1));
        Verdict verdict = Verifying.Refuses(VerificationFailure.UnsupportedAlgorithm, Verifying.Trusting(root.Certificate), leaf);
        Assert.Contains("SHA-1", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_rsa_keys_are_refused_at_the_bound_of_the_policy()
    {
        using GeneratedKey key = CryptographyProvider.Default.GenerateKey(KeyKind.Rsa, 2048);
        Certificate leaf = Root.Leaf(key: key.Key);
        Verifying.Accepts(Policy, leaf);
        Verifying.Refuses(VerificationFailure.UnsupportedAlgorithm, Policy with { MinimumRsaKeySizeInBits = 2049 }, leaf);
    }

    [Fact]
    public void An_altered_signature_is_found()
    {
        Certificate leaf = Root.Leaf();
        byte[] damaged = leaf.Der.ToArray();
        damaged[^1] ^= 1;
        Verdict verdict = new CertificateVerifier(Policy).Verify(Verifying.Request() with { Chain = [damaged] });
        Assert.Equal(VerificationFailure.BadSignature, verdict.Failure);
    }

    [Fact]
    public void No_certificate_is_a_failure_of_its_own() =>
        Assert.Equal(VerificationFailure.NoCertificate, new CertificateVerifier(Policy).Verify(Verifying.Request()).Failure);

    [Fact]
    public void A_pin_is_demanded_in_addition()
    {
        TestNode intermediate = Root.Authority();
        Certificate leaf = intermediate.Leaf();
        Verifying.Accepts(Policy with { Pins = [intermediate.Certificate.PublicKey.Sha256()] }, leaf, intermediate.Certificate);
        Verifying.Accepts(Policy with { Pins = [new byte[32], leaf.PublicKey.Sha256()] }, leaf, intermediate.Certificate);
        Verifying.Refuses(VerificationFailure.PinMismatch, Policy with { Pins = [new byte[32]] }, leaf, intermediate.Certificate);
        Verifying.Refuses(VerificationFailure.UnknownAuthority, Verifying.Trusting() with { Pins = [leaf.PublicKey.Sha256()] }, leaf,
            intermediate.Certificate);
    }

    [Fact]
    public void A_raw_public_key_is_accepted_by_its_pin_alone()
    {
        ReadOnlyMemory<byte> key = TestNode.NewKey(KeyKind.Ed25519).SubjectPublicKeyInfo;
        var pinning = new CertificateVerifier(Policy with { Pins = [PublicKeyInfo.Parse(key.Span).Sha256()] });
        Assert.True(pinning.VerifyRawPublicKey(key.Span).IsAccepted);
        Assert.Equal(VerificationFailure.PinMismatch, new CertificateVerifier(Policy).VerifyRawPublicKey(key.Span).Failure);
        Assert.Equal(VerificationFailure.PinMismatch, pinning.VerifyRawPublicKey(TestNode.NewKey().SubjectPublicKeyInfo.Span).Failure);
        Assert.Equal(VerificationFailure.Malformed, pinning.VerifyRawPublicKey(key.Span[..^1]).Failure);
    }

    [Fact]
    public void A_trusted_certificate_is_accepted_for_itself()
    {
        SigningKey key = TestNode.NewKey();
        var selfSigned = Certificate.Parse(CertificateWriter.WriteSelfSigned(TestNode.LeafTemplate(), key));
        Verifying.Accepts(Verifying.Trusting(selfSigned), selfSigned);
        Verifying.Refuses(VerificationFailure.UnknownAuthority, Policy, selfSigned);
        Verdict wrongName = new CertificateVerifier(Verifying.Trusting(selfSigned)).Verify(
            Verifying.Request(selfSigned) with { ServerIdentity = ServerIdentity.Parse("other.example") });
        Assert.Equal(VerificationFailure.NameMismatch, wrongName.Failure);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
