using Aksu.Ca;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Parsing;

/// <summary>Whatever is done to the bytes: the documented exception or a refusal, never anything else.</summary>
public sealed class DamageTests
{
    private static readonly byte[] Flips = [0x01, 0x80, 0xFF, 0x20];

    [Fact]
    public void Every_truncation_of_a_certificate_is_refused() => EveryTruncation(RichLeaf().Der, static der => Certificate.Parse(der));

    [Fact]
    public void Every_truncation_of_a_revocation_list_is_refused() =>
        EveryTruncation(Crl(), static der => CertificateRevocationList.Parse(der));

    [Fact]
    public void Every_truncation_of_an_ocsp_response_is_refused() =>
        EveryTruncation(Ocsp(out _, out _), static der => OcspResponse.Parse(der));

    [Fact]
    public void Every_extra_byte_is_refused()
    {
        Assert.Throws<CertificateException>(() => Certificate.Parse([.. RichLeaf().Der.Span, 0]));
        Assert.Throws<CertificateException>(() => CertificateRevocationList.Parse([.. Crl().Span, 0]));
        Assert.Throws<CertificateException>(() => OcspResponse.Parse([.. Ocsp(out _, out _).Span, 0]));
    }

    [Fact]
    public void No_flipped_byte_of_a_certificate_is_accepted()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Certificate leaf = RichLeaf(intermediate);
        Verifying.Accepts(Verifying.Trusting(root.Certificate), leaf, intermediate.Certificate);
        var verifier = new CertificateVerifier(Verifying.Trusting(root.Certificate));
        EveryFlip(leaf.Der, damaged =>
        {
            VerificationRequest request = Verifying.Request(leaf,
                intermediate.Certificate) with
            { Chain = [damaged, intermediate.Certificate.Der] };
            Verdict verdict = verifier.Verify(request);
            Assert.False(verdict.IsAccepted);
            Assert.NotEmpty(verdict.ToText());
            Assert.NotEmpty(verdict.ToJson());
        });
    }

    [Fact]
    public void No_flipped_byte_of_an_intermediate_is_accepted()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Certificate leaf = intermediate.Leaf();
        var verifier = new CertificateVerifier(Verifying.Trusting(root.Certificate));
        EveryFlip(intermediate.Certificate.Der, damaged =>
            Assert.False(verifier.Verify(Verifying.Request(leaf) with { Chain = [leaf.Der, damaged] }).IsAccepted));
    }

    [Fact]
    public void Flipped_bytes_of_a_root_raise_only_the_documented_exception()
    {
        TestNode root = TestNode.Root();
        Certificate leaf = root.Leaf();
        EveryFlip(root.Certificate.Der, damaged =>
        {
            try
            {
                Verifying.Verify(Verifying.Trusting(Certificate.Parse(damaged.Span)), leaf);
            }
            catch (CertificateException error)
            {
                Assert.NotEmpty(error.Message);
            }
        });
    }

    [Fact]
    public void No_flipped_byte_of_a_revocation_list_clears_a_revoked_certificate()
    {
        using var authority = EmbeddedAuthority.Create();
        using Identity identity = authority.IssueServer("example.com");
        authority.Revoke(identity.Certificate, RevocationReason.KeyCompromise);
        EveryFlip(authority.MakeCrl().Der, damaged =>
        {
            try
            {
                CertificateRevocationList list = CertificateRevocationList.Parse(damaged.Span);
                Assert.False(Verify(authority, identity, RevocationMode.Hard, CrlStore.Of(list), default).IsAccepted);
            }
            catch (CertificateException error)
            {
                Assert.NotEmpty(error.Message);
            }
        });
    }

    [Fact]
    public void No_flipped_byte_of_an_ocsp_response_clears_a_certificate()
    {
        ReadOnlyMemory<byte> response = Ocsp(out EmbeddedAuthority authority, out Identity identity);
        Assert.True(Verify(authority, identity, RevocationMode.Hard, CrlStore.Empty, response).IsAccepted);
        EveryFlip(response, damaged => Assert.False(Verify(authority, identity, RevocationMode.Hard, CrlStore.Empty, damaged).IsAccepted));
        authority.Dispose();
        identity.Dispose();
    }

    private static Verdict Verify(EmbeddedAuthority authority, Identity identity, RevocationMode mode, CrlStore lists,
        ReadOnlyMemory<byte> staple)
    {
        var policy = new VerificationPolicy { Trust = authority.Trust, Revocation = new RevocationPolicy { Mode = mode, Crls = lists } };
        return new CertificateVerifier(policy).Verify(
            VerificationRequest.ForServer(identity.DerChain, ServerIdentity.Parse("example.com")) with { StapledOcspResponse = staple });
    }

    private static Certificate RichLeaf() => RichLeaf(TestNode.Root());

    /// <summary>A certificate with as many kinds of extensions and names as there are.</summary>
    private static Certificate RichLeaf(TestNode issuer) => issuer.Leaf(static template => template with
    {
        Names = [.. ((string[])["example.com", "*.example.com", "192.0.2.1", "2001:db8::1", "me@example.com", "https://example.com/x"])
            .Select(SubjectAlternativeName.Parse)],
        OcspLocation = "http://ocsp.example/",
        CrlLocation = "http://crl.example/list",
        MustStaple = false,
        Overrides = [new Ca.Writing.ExtensionTemplate("2.5.29.32", false, Convert.FromHexString("300A3008060667810C010201"))],
    });

    private static ReadOnlyMemory<byte> Crl()
    {
        using var authority = EmbeddedAuthority.Create();
        for (int i = 0; i < 3; i++)
        {
            using Identity identity = authority.IssueServer("example.com");
            authority.Revoke(identity.Certificate, (RevocationReason)i);
        }

        return authority.MakeCrl().Der;
    }

    private static ReadOnlyMemory<byte> Ocsp(out EmbeddedAuthority authority, out Identity identity)
    {
        authority = EmbeddedAuthority.Create();
        identity = authority.IssueServer("example.com");
        return authority.MakeOcspResponse(identity.Certificate);
    }

    private static void EveryTruncation(ReadOnlyMemory<byte> whole, Action<ReadOnlySpan<byte>> parse)
    {
        parse(whole.Span);
        for (int length = 0; length < whole.Length; length++)
        {
            ReadOnlyMemory<byte> part = whole[..length];
            Assert.Throws<CertificateException>(() => parse(part.Span));
        }
    }

    private static void EveryFlip(ReadOnlyMemory<byte> whole, Action<ReadOnlyMemory<byte>> test)
    {
        byte[] damaged = whole.ToArray();
        for (int position = 0; position < damaged.Length; position++)
        {
            foreach (byte flip in Flips)
            {
                damaged[position] ^= flip;
                test(damaged);
                damaged[position] ^= flip;
            }
        }
    }
}
