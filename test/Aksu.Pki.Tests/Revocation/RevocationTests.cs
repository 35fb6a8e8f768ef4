using System.Numerics;
using Aksu.Ca.Ocsp;
using Aksu.Ca.Writing;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Revocation;

public sealed class RevocationTests
{
    private static readonly TestNode Root = TestNode.Root();
    private static readonly TestNode Issuer = Root.Authority();
    private static readonly Certificate Leaf = Issuer.Leaf();

    [Theory]
    [InlineData(RevocationMode.Off, false)]
    [InlineData(RevocationMode.StapledOnly, false)]
    [InlineData(RevocationMode.Soft, true)]
    [InlineData(RevocationMode.Hard, true)]
    public void A_listed_certificate_is_refused_where_lists_count(RevocationMode mode, bool isRefused)
    {
        Verdict verdict = Verify(mode, [Crl(revoked: Leaf)]);
        Assert.Equal(isRefused ? VerificationFailure.Revoked : VerificationFailure.None, verdict.Failure);
    }

    [Theory]
    [InlineData(RevocationMode.Soft, false)]
    [InlineData(RevocationMode.Hard, true)]
    public void An_unknown_status_is_refused_in_hard_mode_only(RevocationMode mode, bool isRefused)
    {
        VerificationFailure expected = isRefused ? VerificationFailure.RevocationUnknown : VerificationFailure.None;
        Assert.Equal(expected, Verify(mode, []).Failure);
        Assert.Equal(expected, Verify(mode, [Crl(next: TestNode.Now.AddSeconds(-1))]).Failure);
        Assert.Equal(expected, Verify(mode, [Crl(made: TestNode.Now.AddHours(1))]).Failure);
        Assert.Equal(expected, Verify(mode, [Crl(signer: TestNode.Root("Test intermediate"))]).Failure);
        Assert.Equal(expected, Verify(mode, [Crl(signer: Root)]).Failure);
    }

    [Fact]
    public void A_list_that_does_not_name_the_certificate_clears_it()
    {
        Assert.True(Verify(RevocationMode.Hard, [Crl()]).IsAccepted);
        Assert.True(Verify(RevocationMode.Hard, [Crl(revoked: Issuer.Leaf())]).IsAccepted);
        Assert.True(Verify(RevocationMode.Hard, [Crl(next: TestNode.Now)]).IsAccepted);
    }

    [Fact]
    public void The_newest_good_list_decides()
    {
        CertificateRevocationList old = Crl(made: TestNode.Now.AddDays(-3));
        CertificateRevocationList recent = Crl(made: TestNode.Now.AddDays(-1), revoked: Leaf);
        Assert.Equal(VerificationFailure.Revoked, Verify(RevocationMode.Hard, [old, recent]).Failure);
        Assert.Equal(VerificationFailure.Revoked, Verify(RevocationMode.Hard, [recent, old]).Failure);
    }

    [Fact]
    public void Every_certificate_of_the_path_can_be_looked_at()
    {
        CertificateRevocationList rootList = Crl(signer: Root, revoked: Issuer.Certificate);
        Assert.True(Verify(RevocationMode.Hard, [Crl(), rootList]).IsAccepted);
        Assert.Equal(VerificationFailure.Revoked, Verify(RevocationMode.Hard, [Crl(), rootList], scope: RevocationScope.Path).Failure);
        Assert.Equal(VerificationFailure.RevocationUnknown, Verify(RevocationMode.Hard, [Crl()], scope: RevocationScope.Path).Failure);
        Assert.True(Verify(RevocationMode.Hard, [Crl(), Crl(signer: Root)], scope: RevocationScope.Path).IsAccepted);
    }

    [Fact]
    public void An_authority_whose_key_may_not_sign_lists_can_not_clear()
    {
        TestNode mute = Root.Authority("Mute", static t => t with { KeyUsage = KeyUsage.KeyCertSign });
        Certificate leaf = mute.Leaf();
        VerificationPolicy policy = Policy(RevocationMode.Hard, [Crl(signer: mute)], RevocationScope.Peer);
        Assert.Equal(VerificationFailure.RevocationUnknown, Verifying.Verify(policy, leaf, mute.Certificate).Failure);
    }

    [Fact]
    public void A_list_without_number_is_refused_in_strict_profiles()
    {
        byte[] withNumber = Crl().Der.ToArray();
        Assert.NotNull(CertificateRevocationList.Parse(withNumber).NumberText);
        VerificationPolicy strict = Policy(RevocationMode.Hard, [Crl()],
            RevocationScope.Peer) with
        { Profile = CertificateProfile.Rfc5280 };
        Assert.True(Verifying.Verify(strict, Leaf, Issuer.Certificate).IsAccepted);
        VerificationPolicy huge = Policy(RevocationMode.Hard, [Crl(number: BigInteger.Pow(2, 160))],
            RevocationScope.Peer) with
        { Profile = CertificateProfile.Rfc5280 };
        Assert.Equal(VerificationFailure.RevocationUnknown, Verifying.Verify(huge, Leaf, Issuer.Certificate).Failure);
    }

    [Fact]
    public void Long_lists_are_searched_by_serial_number()
    {
        Certificate[
] revoked =
                [.. Enumerable.Range(1, 40)
                    .Select(i => Issuer.Leaf(t => t with { SerialNumber = BitConverter.GetBytes(i * 7919 + 1)[..3] }, Issuer.Key))];
        var list = CertificateRevocationList.Parse(CrlWriter.Write(Issuer.Certificate, Issuer.Key, 1, TestNode.Now, TestNode.Now.AddDays(1),
            [.. revoked.Select(
                static certificate => (certificate.SerialNumber, new RevokedEntry(TestNode.Now, RevocationReason.Superseded)))]));
        Assert.Equal(40, list.Count);
        Assert.All(revoked, certificate => Assert.Equal(RevocationReason.Superseded, list.Find(certificate.SerialNumber.Span)?.Reason));
        Assert.Null(list.Find(Leaf.SerialNumber.Span));
    }

    [Theory]
    [InlineData(OcspCertificateStatus.Good, VerificationFailure.None)]
    [InlineData(OcspCertificateStatus.Revoked, VerificationFailure.Revoked)]
    [InlineData(OcspCertificateStatus.Unknown, VerificationFailure.RevocationUnknown)]
    public void A_stapled_response_decides(OcspCertificateStatus status, VerificationFailure expected) =>
        Assert.Equal(expected, VerifyStapled(Ocsp(status), RevocationMode.Hard).Failure);

    [Fact]
    public void A_revoked_certificate_is_refused_by_its_staple_in_the_default_policy() =>
        Assert.Equal(VerificationFailure.Revoked, VerifyStapled(Ocsp(OcspCertificateStatus.Revoked), RevocationMode.StapledOnly).Failure);

    [Fact]
    public void Responses_that_prove_nothing_do_not_clear()
    {
        Assert.Equal(VerificationFailure.RevocationUnknown,
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, next: TestNode.Now.AddHours(-1)), RevocationMode.Hard).Failure);
        Assert.Equal(VerificationFailure.RevocationUnknown,
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, made: TestNode.Now.AddHours(1)), RevocationMode.Hard).Failure);
        Assert.Equal(VerificationFailure.RevocationUnknown,
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, about: Issuer.Leaf()), RevocationMode.Hard).Failure);
        Assert.Equal(VerificationFailure.RevocationUnknown,
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, signer: Root), RevocationMode.Hard).Failure);
        Assert.Equal(VerificationFailure.RevocationUnknown,
            VerifyStapled(OcspResponseWriter.WriteError(OcspError.InternalError), RevocationMode.Hard).Failure);
        Assert.True(
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, next: TestNode.Now.AddHours(-1)), RevocationMode.StapledOnly).IsAccepted);
    }

    [Theory]
    [InlineData(ExtendedKeyUsage.OcspSigning, true)]
    [InlineData(ExtendedKeyUsage.ServerAuth, false)]
    [InlineData(ExtendedKeyUsage.Any, false)]
    public void A_responder_must_be_authorized_by_the_issuer(ExtendedKeyUsage usage, bool isAccepted)
    {
        TestNode responder = Issuer.Authority("Responder",
            t => TestNode.LeafTemplate() with { ExtendedKeyUsage = usage, Names = [], IsOcspNoCheck = true });
        VerificationFailure expected = isAccepted ? VerificationFailure.None : VerificationFailure.RevocationUnknown;
        Assert.Equal(expected,
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, signer: responder, isDelegated: true), RevocationMode.Hard).Failure);
        TestNode elsewhere = Root.Authority("Responder", t => TestNode.LeafTemplate() with { ExtendedKeyUsage = usage, Names = [] });
        Assert.Equal(VerificationFailure.RevocationUnknown,
            VerifyStapled(Ocsp(OcspCertificateStatus.Good, signer: elsewhere, isDelegated: true), RevocationMode.Hard).Failure);
    }

    [Fact]
    public void Must_staple_is_enforced_on_servers()
    {
        Certificate demanding = Issuer.Leaf(static t => t with { MustStaple = true, ExtendedKeyUsage = null });
        var verifier = new CertificateVerifier(Verifying.Trusting(Root.Certificate));
        VerificationRequest request = Verifying.Request(demanding, Issuer.Certificate);
        Assert.Equal(VerificationFailure.RevocationUnknown, verifier.Verify(request).Failure);
        Assert.True(verifier.Verify(request with { StapledOcspResponse = Ocsp(OcspCertificateStatus.Good, about: demanding) }).IsAccepted);
        Assert.Equal(VerificationFailure.RevocationUnknown,
            verifier.Verify(
                request with { StapledOcspResponse = Ocsp(OcspCertificateStatus.Good, about: demanding, next: TestNode.Now.AddDays(-1)) })
                    .Failure);
        Assert.True(verifier.Verify(request with { Purpose = CertificatePurpose.Client, ServerIdentity = null }).IsAccepted);
        var off = new CertificateVerifier(Verifying.Trusting(Root.Certificate) with { Revocation = RevocationPolicy.Off });
        Assert.True(off.Verify(request).IsAccepted);
    }

    [Fact]
    public async Task Evidence_is_fetched_only_where_it_is_missing_and_allowed()
    {
        var fetcher = new CountingFetcher(new RevocationEvidence(Ocsp(OcspCertificateStatus.Revoked), null));
        VerificationRequest request = Verifying.Request(Leaf, Issuer.Certificate);
        RevocationPolicy soft = new() { Mode = RevocationMode.Soft, Fetcher = fetcher };
        Assert.Equal(VerificationFailure.Revoked, (await Verifier(soft).VerifyAsync(request)).Failure);
        Assert.Equal(1, fetcher.Count);
        Assert.True((await Verifier(soft).VerifyAsync(request with { StapledOcspResponse = Ocsp(OcspCertificateStatus.Good) })).IsAccepted);
        Assert.True((await Verifier(soft with { Mode = RevocationMode.StapledOnly }).VerifyAsync(request)).IsAccepted);
        Assert.True(Verifier(soft).Verify(request).IsAccepted);
        Assert.Equal(1, fetcher.Count);

        RevocationPolicy hard = new() { Mode = RevocationMode.Hard, Fetcher = new CountingFetcher(new RevocationEvidence(default, Crl())) };
        Assert.True((await Verifier(hard).VerifyAsync(request)).IsAccepted);
        hard = hard with { Fetcher = new CountingFetcher(RevocationEvidence.None) };
        Assert.Equal(VerificationFailure.RevocationUnknown, (await Verifier(hard).VerifyAsync(request)).Failure);

        static CertificateVerifier Verifier(RevocationPolicy revocation) =>
            new(Verifying.Trusting(Root.Certificate) with { Revocation = revocation });
    }

    [Fact]
    public void Lists_are_read_from_a_folder_and_broken_files_left_out()
    {
        string folder = Directory.CreateTempSubdirectory("aksu-crl").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "good.pem"), Crl(revoked: Leaf).ToPem());
            File.WriteAllBytes(Path.Combine(folder, "root.crl"), Crl(signer: Root).Der.Span);
            File.WriteAllText(Path.Combine(folder, "broken.crl"), "nothing");
            File.WriteAllText(Path.Combine(folder, "readme.txt"), "nothing");
            var store = CrlStore.FromFolder(folder);
            Assert.Single(store.Warnings);
            VerificationPolicy policy = Verifying.Trusting(Root.Certificate) with
            {
                Revocation = new RevocationPolicy { Mode = RevocationMode.Hard, Scope = RevocationScope.Path, Crls = store },
            };
            Assert.Equal(VerificationFailure.Revoked, Verifying.Verify(policy, Leaf, Issuer.Certificate).Failure);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Verdict Verify(RevocationMode mode, CertificateRevocationList[] lists, RevocationScope scope = RevocationScope.Peer) =>
        Verifying.Verify(Policy(mode, lists, scope), Leaf, Issuer.Certificate);

    private static VerificationPolicy Policy(RevocationMode mode, CertificateRevocationList[] lists, RevocationScope scope) =>
        Verifying.Trusting(
            Root.Certificate) with
        { Revocation = new RevocationPolicy { Mode = mode, Scope = scope, Crls = CrlStore.Of(lists) } };

    private static Verdict VerifyStapled(byte[] response, RevocationMode mode) =>
        new CertificateVerifier(Policy(mode, [], RevocationScope.Peer))
        .Verify(Verifying.Request(Leaf, Issuer.Certificate) with { StapledOcspResponse = response });

    private static CertificateRevocationList Crl(
        TestNode? signer = null, Certificate? revoked = null, DateTimeOffset? made = null, DateTimeOffset? next = null,
            BigInteger? number = null)
    {
        TestNode issuer = signer ?? Issuer;
        return CertificateRevocationList.Parse(
            CrlWriter.Write(issuer.Certificate, issuer.Key, number ?? 1, made ?? TestNode.Now.AddDays(-1), next ?? TestNode.Now.AddDays(7),
            revoked is null ? [] : [(revoked.SerialNumber, new RevokedEntry(TestNode.Now.AddDays(-2), RevocationReason.KeyCompromise))]));
    }

    private static byte[] Ocsp(
        OcspCertificateStatus status, TestNode? signer = null, Certificate? about = null, DateTimeOffset? made = null,
            DateTimeOffset? next = null, bool isDelegated = false)
    {
        TestNode responder = signer ?? Issuer;
        byte[] request = OcspRequest.Create(about ?? Leaf, Issuer.Certificate);
        (List<ReadOnlyMemory<byte>> ids, _) = OcspRequestReader.Read(request);
        var statement = new OcspStatement(ids[0], status,
            status == OcspCertificateStatus.Revoked ? new RevokedEntry(TestNode.Now.AddDays(-2), RevocationReason.KeyCompromise) : null);
        return OcspResponseWriter.Write([statement], responder.Certificate, responder.Key, isDelegated, made ?? TestNode.Now.AddDays(-1),
            next ?? TestNode.Now.AddDays(1));
    }

    private sealed class CountingFetcher(RevocationEvidence evidence) : RevocationFetcher
    {
        public int Count { get; private set; }

        public override ValueTask<RevocationEvidence> FetchAsync(Certificate certificate, Certificate issuer,
            CancellationToken cancellationToken)
        {
            Count++;
            return ValueTask.FromResult(evidence);
        }
    }
}
