using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Identities;

public sealed class IdentityTests
{
    private static readonly KeyKind[] Kinds = Enum.GetValues<KeyKind>();

    public static TheoryData<KeyKind> AllKinds => [.. Kinds];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Reads_back_what_an_authority_wrote_in_the_clear_and_encrypted(KeyKind kind)
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"], Key = new KeyRequest(kind) });
        foreach (string? passphrase in (string?[])[null, "pa55 wörd"])
        {
            (string certificate, string? key) = issued.WriteFiles(folder["out"], passphrase);
            using var identity = Identity.FromPemFiles(certificate, key!, passphrase);
            Assert.Equal(2, identity.Chain.Count);
            Assert.Empty(identity.Warnings);
            Assert.Equal(kind, identity.Key.Kind);
        }
    }

    [Fact]
    public void A_missing_or_wrong_passphrase_is_said_so()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"] });
        (string certificate, string? key) = issued.WriteFiles(folder["out"], "right");
        Assert.Contains("passphrase is needed",
            Assert.Throws<CertificateException>(() => Identity.FromPemFiles(certificate, key!)).Message, StringComparison.Ordinal);
        Assert.Contains("passphrase is wrong",
            Assert.Throws<CertificateException>(() => Identity.FromPemFiles(certificate, key!, "wrong")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_belongs_to_no_certificate_is_an_error_that_says_so()
    {
        TestNode root = TestNode.Root();
        var error = Assert.Throws<CertificateException>(() => Identity.Create([root.Leaf(), root.Certificate], TestNode.NewKey()));
        Assert.Contains("does not belong", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_repaired_with_a_warning_and_strangers_left_out()
    {
        TestNode root = TestNode.Root();
        TestNode first = root.Authority("First");
        TestNode second = first.Authority("Second");
        SigningKey key = TestNode.NewKey();
        Certificate leaf = second.Leaf(key: key);
        var repaired = Identity.Create([root.Certificate, first.Certificate, second.Certificate, leaf], key);
        Assert.Equal([leaf, second.Certificate, first.Certificate, root.Certificate], repaired.Chain);
        Assert.Single(repaired.Warnings);
        var ordered = Identity.Create([leaf, second.Certificate, first.Certificate], key);
        Assert.Empty(ordered.Warnings);
        var stranger = Identity.Create([leaf, second.Certificate, TestNode.Root("Stranger").Certificate], key);
        Assert.Equal([leaf, second.Certificate], stranger.Chain);
        Assert.Single(stranger.Warnings);
    }

    [Theory]
    [InlineData("", "no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n", "Certificate 1")]
    [InlineData("-----BEGIN TRUSTED CERTIFICATE-----\nMAA=\n-----END TRUSTED CERTIFICATE-----\n", "TRUSTED")]
    public void Broken_certificate_files_are_explained(string pem, string part) =>
        Assert.Contains(part, Assert.Throws<CertificateException>(() => Pem.ReadCertificates(pem)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "no private key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n", "malformed")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----\n", "malformed")]
    [InlineData("-----BEGIN DSA PRIVATE KEY-----\nMAA=\n-----END DSA PRIVATE KEY-----\n", "not supported")]
    [InlineData(
        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nMAA=\n-----END RSA PRIVATE KEY-----\n",
            "old format")]
    [InlineData(
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
            "several")]
    public void Broken_key_files_are_explained(string pem, string part)
    {
        string certificate = TestNode.Root().Certificate.ToPem();
        Assert.Contains(part, Assert.Throws<CertificateException>(() => Identity.FromPem(certificate, pem)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256", "secret")]
    [InlineData("-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1", "pässword")]
    [InlineData("-keypbe NONE -certpbe NONE", "")]
    public async Task Reads_pkcs12_files_of_openssl(string options, string passphrase)
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"] });
        (string certificate, string? key) = issued.WriteFiles(folder.Path);
        await Tool.SucceedAsync("openssl", folder.Path,
            ["pkcs12", "-export", "-in", certificate, "-inkey", key!, "-out", "identity.p12", "-passout", "pass:" + passphrase,
                .. options.Split(' ')]);
        byte[] file = File.ReadAllBytes(folder["identity.p12"]);
        using var identity = Identity.FromPkcs12(file, passphrase);
        Assert.Equal(issued.Chain, identity.Chain);
        Assert.Contains("passphrase", Assert.Throws<CertificateException>(() => Identity.FromPkcs12(file, passphrase + "x")).Message,
            StringComparison.Ordinal);
        for (int length = 0; length < file.Length; length += 7)
        {
            Assert.Throws<CertificateException>(() => Identity.FromPkcs12(file.AsSpan(0, length), passphrase));
        }
    }

    [Theory]
    [InlineData("genrsa -traditional -out key.pem 2048", "RSA PRIVATE KEY", KeyKind.Rsa)]
    [InlineData("ecparam -name secp384r1 -genkey -out key.pem", "EC PRIVATE KEY", KeyKind.EcP384)]
    [InlineData("genpkey -algorithm ed25519 -out key.pem", "PRIVATE KEY", KeyKind.Ed25519)]
    [InlineData(
        "genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -aes-128-cbc -pass pass:secret -out key.pem", "ENCRYPTED PRIVATE KEY",
            KeyKind.Rsa)]
    public async Task Reads_keys_in_the_forms_of_openssl(string command, string label, KeyKind kind)
    {
        using var folder = new TemporaryFolder();
        await Tool.SucceedAsync("openssl", folder.Path, command.Split(' '));
        Assert.Contains($"BEGIN {label}", File.ReadAllText(folder["key.pem"]), StringComparison.Ordinal);
        await Tool.SucceedAsync("openssl", folder.Path,
            "req", "-x509", "-key", "key.pem", "-passin", "pass:secret", "-out", "cert.pem", "-subj", "/CN=x", "-days", "2");
        using var identity = Identity.FromPemFiles(folder["cert.pem"], folder["key.pem"], "secret");
        Assert.Equal(kind, identity.Key.Kind);
    }
}
