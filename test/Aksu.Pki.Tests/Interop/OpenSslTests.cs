using System.Globalization;
using Aksu.Ca;
using Aksu.Ca.Ocsp;
using Aksu.Cryptography;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Interop;

/// <summary>OpenSSL and GnuTLS judge what we issue; we judge what OpenSSL issues.</summary>
public sealed class OpenSslTests
{
    public static TheoryData<KeyKind> AllKinds => [.. Enum.GetValues<KeyKind>()];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task Openssl_accepts_what_we_issue(KeyKind kind)
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions { Key = new KeyRequest(kind) });
        using IssuedIdentity issued = authority.Issue(
            new IssueOptions { Names = ["example.com", "127.0.0.1"], Key = new KeyRequest(kind), ForClient = true });
        (string certificate, _) = issued.WriteFiles(folder.Path);
        folder.Write("intermediate.pem", authority.IntermediateCertificate.ToPem());
        foreach (string purpose in (string[])["sslserver", "sslclient"])
        {
            await Tool.SucceedAsync("openssl", folder.Path, "verify", "-x509_strict", "-purpose", purpose, "-CAfile",
                authority.RootCertificatePath,
                "-untrusted", "intermediate.pem", "-verify_hostname", "example.com", "-verify_ip", "127.0.0.1", certificate);
        }

        (int exitCode, _) = await Tool.RunAsync("openssl", folder.Path, "verify", "-CAfile", authority.RootCertificatePath,
            "-untrusted", "intermediate.pem", "-verify_hostname", "example.org", certificate);
        Assert.NotEqual(0, exitCode);
    }

    [Theory]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.Ed25519)]
    public async Task Gnutls_accepts_what_we_issue(KeyKind kind)
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions { Key = new KeyRequest(kind) });
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"], Key = new KeyRequest(kind) });
        (string certificate, _) = issued.WriteFiles(folder.Path);
        string output = await Tool.SucceedAsync("certtool", folder.Path, "--verify", "--load-ca-certificate", authority.RootCertificatePath,
            "--infile", certificate, "--verify-hostname", "example.com");
        Assert.Contains("The certificate is trusted", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openssl_accepts_our_revocation_lists()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        using IssuedIdentity good = authority.Issue(new IssueOptions { Names = ["good.example"] });
        using IssuedIdentity bad = authority.Issue(new IssueOptions { Names = ["bad.example"] });
        authority.Revoke(bad.Certificate.SerialNumberText, RevocationReason.KeyCompromise);
        folder.Write("lists.pem", authority.MakeCrl(TimeSpan.FromDays(1)).ToPem() + authority.MakeRootCrl(TimeSpan.FromDays(1)).ToPem());
        folder.Write("intermediate.pem", authority.IntermediateCertificate.ToPem());
        string[] common = ["verify", "-crl_check_all", "-CRLfile", "lists.pem", "-CAfile", authority.RootCertificatePath, "-untrusted",
            "intermediate.pem"];
        await Tool.SucceedAsync("openssl", folder.Path, [.. common, good.WriteFiles(folder.Path).CertificatePath]);
        (int exitCode, string output) = await Tool.RunAsync("openssl", folder.Path,
            [.. common, bad.WriteFiles(folder.Path).CertificatePath]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("certificate revoked", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.Rsa)]
    public async Task Openssl_asks_our_responder(KeyKind kind)
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions { Key = new KeyRequest(kind) });
        using IssuedIdentity good = authority.Issue(new IssueOptions { Names = ["good.example"] });
        using IssuedIdentity bad = authority.Issue(new IssueOptions { Names = ["bad.example"] });
        authority.Revoke(bad.Certificate.SerialNumberText, RevocationReason.Superseded);
        folder.Write("intermediate.pem", authority.IntermediateCertificate.ToPem());
        folder.Write("good.pem", good.Certificate.ToPem());
        folder.Write("bad.pem", bad.Certificate.ToPem());
        await using var server = OcspServer.Start(0, request => authority.AnswerOcsp(request, TimeSpan.FromHours(1)));
        string output = await Tool.SucceedAsync("openssl", folder.Path, "ocsp", "-issuer", "intermediate.pem", "-cert", "good.pem",
            "-cert", "bad.pem",
            "-url", server.Address.ToString(), "-CAfile", authority.RootCertificatePath, "-verify_other", "intermediate.pem");
        Assert.Contains("Response verify OK", output, StringComparison.Ordinal);
        Assert.Contains("good.pem: good", output, StringComparison.Ordinal);
        Assert.Contains("bad.pem: revoked", output, StringComparison.Ordinal);
        Assert.Contains("superseded", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task We_understand_responses_of_openssl()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"] });
        folder.Write("intermediate.pem", authority.IntermediateCertificate.ToPem());
        folder.Write("leaf.pem", issued.Certificate.ToPem());
        foreach (bool isRevoked in (bool[])[false, true])
        {
            string expiry = issued.Certificate.NotAfter.ToString("yyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
            string revoked = isRevoked
                ? DateTimeOffset.UtcNow.AddDays(-1).ToString("yyMMddHHmmss'Z'", CultureInfo.InvariantCulture) + ",keyCompromise"
                : "";
            folder.Write("index.txt",
                $"{(isRevoked ? 'R' : 'V')}\t{expiry}\t{revoked}\t"
                + $"{issued.Certificate.SerialNumberText.ToUpperInvariant()}\tunknown\t/CN=example.com\n");
            await Tool.SucceedAsync("openssl", folder.Path, "ocsp", "-index", "index.txt", "-CA", "intermediate.pem", "-rsigner",
                "intermediate.pem",
                "-rkey", Path.Combine(folder["ca"],
                    "intermediate.key.pem"), "-issuer", "intermediate.pem", "-cert", "leaf.pem", "-no_nonce", "-ndays", "1", "-respout",
                        "response.der");
            var verifier = new CertificateVerifier(new VerificationPolicy { Trust = TrustStore.Of(authority.RootCertificate) });
            VerificationRequest request = VerificationRequest.ForServer([.. issued.Chain.Select(static one => one.Der)],
                ServerIdentity.Parse("example.com"));
            Verdict verdict = verifier.Verify(request with { StapledOcspResponse = File.ReadAllBytes(folder["response.der"]) });
            Assert.Equal(isRevoked ? VerificationFailure.Revoked : VerificationFailure.None, verdict.Failure);
            Assert.Contains(verdict.Path!.Checks,
                static check => check is { Kind: CheckKind.Revocation, Outcome: not CheckOutcome.Tolerated });
        }
    }

    [Theory]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-256", "-sha256")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-384", "-sha384")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-521", "-sha512")]
    [InlineData("rsa -pkeyopt rsa_keygen_bits:2048", "-sha256")]
    [InlineData("rsa -pkeyopt rsa_keygen_bits:3072", "-sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest")]
    [InlineData(
        "rsa-pss -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_pss_keygen_md:sha256 "
        + "-pkeyopt rsa_pss_keygen_mgf1_md:sha256 -pkeyopt rsa_pss_keygen_saltlen:32",
        "-sha256 -sigopt rsa_pss_saltlen:32")]
    [InlineData("ed25519", "")]
    [InlineData("ed448", "")]
    public async Task We_accept_what_openssl_issues(string key, string signing)
    {
        using var folder = new TemporaryFolder();
        string[] options = signing.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        folder.Write("leaf.ext",
            "subjectAltName=DNS:example.com,IP:127.0.0.1\nbasicConstraints=critical,CA:FALSE\n"
            + "extendedKeyUsage=serverAuth\nkeyUsage=digitalSignature\n");
        foreach (string file in (string[])["root.key", "leaf.key"])
        {
            await Tool.SucceedAsync("openssl", folder.Path, ["genpkey", "-algorithm", .. key.Split(' '), "-out", file]);
        }

        await Tool.SucceedAsync("openssl", folder.Path,
            ["req", "-x509", "-key", "root.key", "-out", "root.pem", "-subj", "/CN=OpenSSL root", "-days", "30", .. options]);
        await Tool.SucceedAsync("openssl", folder.Path,
            ["req", "-new", "-key", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=example.com", .. options]);
        await Tool.SucceedAsync("openssl", folder.Path,
            ["x509", "-req", "-in", "leaf.csr", "-CA", "root.pem", "-CAkey", "root.key", "-out", "leaf.pem", "-days", "10", "-extfile",
                "leaf.ext", .. options]);
        using var identity = Identity.FromPemFiles(folder["leaf.pem"], folder["leaf.key"]);
        var verifier = new CertificateVerifier(new VerificationPolicy { Trust = TrustStore.FromPemFile(folder["root.pem"]) });
        foreach (string name in (string[])["example.com", "127.0.0.1"])
        {
            Verdict verdict = verifier.Verify(VerificationRequest.ForServer(identity.DerChain, ServerIdentity.Parse(name)));
            Assert.True(verdict.IsAccepted, verdict.ToText());
        }
    }

    [Fact]
    public async Task We_certify_requests_of_openssl()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        await Tool.SucceedAsync("openssl", folder.Path, "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out",
            "request.pem",
            "-subj", "/CN=example.com", "-addext", "subjectAltName=DNS:example.com,IP:2001:db8::1");
        var request = CertificateSigningRequest.ParsePem(File.ReadAllText(folder["request.pem"]));
        Assert.Equal(["example.com", "2001:db8::1"], request.Names);
        using IssuedIdentity issued = authority.Issue(request, new IssueOptions { Names = [] });
        Assert.False(issued.HasPrivateKey);
        (string certificate, string? key) = issued.WriteFiles(folder.Path);
        Assert.Null(key);
        using var identity = Identity.FromPemFiles(certificate, folder["key.pem"]);
        Assert.Equal(2, identity.Chain.Count);

        byte[] der = System.Security.Cryptography.PemEncoding.Find(File.ReadAllText(folder["request.pem"])) is var fields
            ? Convert.FromBase64String(File.ReadAllText(folder["request.pem"])[fields.Base64Data]) : [];
        der[^1] ^= 1;
        Assert.Throws<CertificateException>(() => CertificateSigningRequest.Parse(der));
    }

    [Fact]
    public async Task We_use_revocation_lists_of_openssl()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"] });
        folder.Write("intermediate.pem", authority.IntermediateCertificate.ToPem());
        folder.Write("leaf.pem", issued.Certificate.ToPem());
        folder.Write("index.txt", "");
        folder.Write("number.txt", "01\n");
        folder.Write("ca.conf",
            "[ca]\ndefault_ca=x\n[x]\ndatabase=index.txt\ncrlnumber=number.txt\ndefault_md=sha256\n"
            + "crl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid\n");
        string key = Path.Combine(folder["ca"], "intermediate.key.pem");
        string[] common = ["ca", "-config", "ca.conf", "-cert", "intermediate.pem", "-keyfile", key];
        foreach (bool isRevoked in (bool[])[false, true])
        {
            if (isRevoked)
            {
                await Tool.SucceedAsync("openssl", folder.Path, [.. common, "-revoke", "leaf.pem", "-crl_reason", "superseded"]);
            }

            await Tool.SucceedAsync("openssl", folder.Path, [.. common, "-gencrl", "-crldays", "1", "-out", "list.pem"]);
            VerificationPolicy policy = new()
            {
                Trust = TrustStore.Of(authority.RootCertificate),
                Profile = CertificateProfile.Rfc5280,
                Revocation = new RevocationPolicy { Mode = RevocationMode.Hard, Crls = CrlStore.Of(CrlStore.ReadFile(folder["list.pem"])) },
            };
            Verdict verdict = new CertificateVerifier(policy).Verify(
                VerificationRequest.ForServer([.. issued.Chain.Select(static one => one.Der)], ServerIdentity.Parse("example.com")));
            Assert.Equal(isRevoked ? VerificationFailure.Revoked : VerificationFailure.None, verdict.Failure);
        }
    }
}
