using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

public sealed class PathBuildingTests
{
    [Fact]
    public void Order_and_extra_certificates_do_not_matter()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First");
        TestNode second = first.Authority("Second");
        TestNode stranger = TestNode.Root("Stranger").Authority("Strange intermediate");
        Certificate leaf = second.Leaf();
        Verifying.Accepts(Verifying.Trusting(root.Certificate), leaf, root.Certificate, first.Certificate, stranger.Certificate,
            second.Certificate, leaf);
    }

    [Fact]
    public void Certificates_that_cannot_be_read_are_ignored_with_a_note()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority();
        VerificationRequest request = Verifying.Request(first.Leaf(), first.Certificate);
        Verdict verdict = new CertificateVerifier(Verifying.Trusting(root.Certificate)).Verify(
            request with { Chain = [request.Chain[0], new byte[] { 1, 2, 3 }, request.Chain[1]] });
        Assert.True(verdict.IsAccepted, verdict.ToText());
        Assert.Single(verdict.Notes);
    }

    [Fact]
    public void A_missing_intermediate_is_named()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority("The missing one");
        Verdict verdict = Verifying.Refuses(VerificationFailure.UnknownAuthority, Verifying.Trusting(root.Certificate),
            intermediate.Leaf());
        Assert.Contains("The missing one", verdict.Reason, StringComparison.Ordinal);
        Verifying.Accepts(Verifying.Trusting(root.Certificate) with { Intermediates = [intermediate.Certificate] }, intermediate.Leaf());
    }

    [Fact]
    public void An_intermediate_can_be_trusted_itself()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Verifying.Accepts(Verifying.Trusting(intermediate.Certificate), intermediate.Leaf(), root.Certificate);
    }

    [Fact]
    public void A_cross_signed_authority_leads_to_either_root()
    {
        TestNode oldRoot = TestNode.Root("Old root");
        SigningKey key = TestNode.NewKey();
        TestNode newRoot = TestNode.Root("New root", key: key);
        TestNode cross = oldRoot.Authority("New root", key: key);
        TestNode intermediate = newRoot.Authority();
        Certificate leaf = intermediate.Leaf();
        Verifying.Accepts(Verifying.Trusting(newRoot.Certificate), leaf, intermediate.Certificate, cross.Certificate);
        Verifying.Accepts(Verifying.Trusting(oldRoot.Certificate), leaf, intermediate.Certificate, cross.Certificate);
        Verifying.Refuses(VerificationFailure.UnknownAuthority, Verifying.Trusting(oldRoot.Certificate), leaf, intermediate.Certificate);
    }

    [Fact]
    public void A_bad_path_does_not_hide_a_good_one()
    {
        TestNode expiredRoot = TestNode.Root("Expired root", static t => t with { NotAfter = TestNode.Now.AddDays(-1) });
        TestNode goodRoot = TestNode.Root("Good root");
        SigningKey key = TestNode.NewKey();
        TestNode viaExpired = expiredRoot.Authority("Shared", key: key);
        TestNode viaGood = goodRoot.Authority("Shared", static t => t with { NotAfter = TestNode.Now.AddDays(1) }, key);
        Certificate leaf = viaGood.Leaf();
        Verifying.Accepts(Verifying.Trusting(expiredRoot.Certificate, goodRoot.Certificate), leaf, viaExpired.Certificate,
            viaGood.Certificate);
    }

    [Fact]
    public void Several_authorities_of_one_name_are_told_apart_by_their_keys()
    {
        TestNode root = TestNode.Root();
        TestNode[
] twins =
                [.. Enumerable.Range(0, 10)
                    .Select(_ => root.Authority("Twin", static t => t with { Overrides = [new("2.5.29.14", false, null)] }))];
        Certificate[] certificates = [.. twins.Select(static twin => twin.Certificate)];
        foreach (TestNode twin in twins)
        {
            Certificate leaf = twin.Leaf(static t => t with { Overrides = [new("2.5.29.35", false, null)] });
            Verifying.Accepts(Verifying.Trusting(root.Certificate), [leaf, .. certificates]);
        }
    }

    [Fact]
    public void Loops_end()
    {
        SigningKey keyA = TestNode.NewKey();
        SigningKey keyB = TestNode.NewKey();
        TestNode a = TestNode.Root("A", key: keyA);
        TestNode b = a.Authority("B", key: keyB);
        TestNode aAgain = b.Authority("A", key: keyA);
        TestNode stranger = TestNode.Root("Stranger");
        Verifying.Refuses(VerificationFailure.UnknownAuthority, Verifying.Trusting(stranger.Certificate), b.Leaf(), aAgain.Certificate,
            b.Certificate, a.Certificate);
        Verifying.Accepts(Verifying.Trusting(a.Certificate), aAgain.Leaf(), aAgain.Certificate, b.Certificate);
    }

    [Fact]
    public void A_mesh_of_authorities_ends_within_the_budget()
    {
        const int Size = 8;
        SigningKey[] keys = [.. Enumerable.Range(0, Size).Select(static _ => TestNode.NewKey())];
        TestNode[] roots = [.. Enumerable.Range(0, Size).Select(i => TestNode.Root($"Mesh {i}", key: keys[i]))];
        var mesh = new List<Certificate>();
        for (int issuer = 0; issuer < Size; issuer++)
        {
            for (int subject = 0; subject < Size; subject++)
            {
                if (issuer != subject)
                {
                    mesh.Add(roots[issuer].Authority($"Mesh {subject}", key: keys[subject]).Certificate);
                }
            }
        }

        // The only trusted root refuses everything, so that every path is tried in vain.
        TestNode trusted = TestNode.Root("Trusted", static t => t with { NotAfter = TestNode.Now.AddDays(-1) });
        Certificate gate = trusted.Authority("Mesh 0", key: keys[0]).Certificate;
        Certificate leaf = roots[1].Leaf();
        Verdict verdict = Verifying.Verify(Verifying.Trusting(trusted.Certificate), [leaf, .. mesh, gate]);
        Assert.Contains(verdict.Failure, (VerificationFailure[])[VerificationFailure.TooComplex, VerificationFailure.Expired]);

        TestNode good = TestNode.Root("Good");
        Verifying.Accepts(Verifying.Trusting(good.Certificate), [leaf, .. mesh, good.Authority("Mesh 0", key: keys[0]).Certificate]);
    }

    [Fact]
    public void Wrong_signatures_end_at_the_budget()
    {
        TestNode root = TestNode.Root("Root");
        Certificate[] impostors = [.. Enumerable.Range(0, 20).Select(_ =>
            root.Authority("Impostor", static t => t with { Overrides = [new("2.5.29.14", false, null)] }).Certificate)];
        TestNode elsewhere = TestNode.Root("Impostor");
        VerificationPolicy policy = Verifying.Trusting(
            root.Certificate) with
        { Budget = VerificationBudget.Default with { MaxSignatureChecks = 19 } };
        Verifying.Refuses(VerificationFailure.TooComplex, policy, [elsewhere.Leaf(), .. impostors]);
        policy = policy with { Budget = VerificationBudget.Default };
        Verifying.Refuses(VerificationFailure.BadSignature, policy,
            [elsewhere.Leaf(static t => t with { Overrides = [new("2.5.29.35", false, null)] }), .. impostors]);
    }

    [Fact]
    public void More_certificates_than_the_budget_are_not_looked_at()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Certificate leaf = intermediate.Leaf();
        VerificationPolicy policy = Verifying.Trusting(
            root.Certificate) with
        { Budget = VerificationBudget.Default with { MaxPresentedCertificates = 2 } };
        Verifying.Accepts(policy, leaf, intermediate.Certificate, leaf);
        Verifying.Refuses(VerificationFailure.UnknownAuthority, policy, leaf, leaf, intermediate.Certificate);
    }

    [Fact]
    public void A_verdict_seen_before_is_not_taken_on_faith()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Certificate leaf = intermediate.Leaf();
        var verifier = new CertificateVerifier(Verifying.Trusting(root.Certificate));
        VerificationRequest request = Verifying.Request(leaf, intermediate.Certificate);
        Assert.True(verifier.Verify(request).IsAccepted);
        Assert.True(verifier.Verify(request).IsAccepted);
        Assert.Equal(VerificationFailure.Expired, verifier.Verify(request with { Time = leaf.NotAfter.AddDays(1) }).Failure);
        Assert.Equal(VerificationFailure.NameMismatch,
            verifier.Verify(request with { ServerIdentity = ServerIdentity.Parse("other.example") }).Failure);
        Assert.Equal(VerificationFailure.UnknownAuthority, verifier.Verify(request with { Chain = [leaf.Der] }).Failure);
    }

    [Fact]
    public void Verdicts_explain_themselves_as_text_and_json()
    {
        TestNode root = TestNode.Root();
        TestNode intermediate = root.Authority();
        Verdict verdict = Verifying.Verify(Verifying.Trusting(root.Certificate), intermediate.Leaf(), intermediate.Certificate);
        Assert.Contains("accepted", verdict.ToText(), StringComparison.Ordinal);
        Assert.Contains("is for example.com", verdict.ToText(), StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(verdict.ToJson());
        Assert.True(json.RootElement.GetProperty("accepted").GetBoolean());
        Assert.Equal(3, json.RootElement.GetProperty("paths")[0].GetProperty("certificates").GetArrayLength());
    }
}
