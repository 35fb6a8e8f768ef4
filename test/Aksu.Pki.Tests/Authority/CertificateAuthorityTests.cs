using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki.Revocation;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Authority;

public sealed class CertificateAuthorityTests
{
    [Fact]
    public void Keeps_its_state_in_the_folder()
    {
        using var folder = new TemporaryFolder();
        string serial;
        using (var authority =
            CertificateAuthority.Create(folder.Path,
                new AuthorityOptions { OcspLocation = "http://ocsp.example/", CrlLocation = "http://crl.example/" }, "secret"))
        {
            using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"], MustStaple = true });
            serial = issued.Certificate.SerialNumberText;
            Assert.Equal(["http://ocsp.example/"], issued.Certificate.OcspLocations);
            Assert.Equal(["http://crl.example/"], issued.Certificate.CrlLocations);
        }

        using var again = CertificateAuthority.Open(folder.Path, "secret");
        Assert.Equal(serial, Assert.Single(again.List()).Certificate.SerialNumberText);
        Assert.Null(again.Find(serial).Revoked);
        again.Revoke(serial.ToUpperInvariant(), RevocationReason.KeyCompromise);
        again.Revoke(serial, RevocationReason.Superseded);
        Assert.Equal(RevocationReason.KeyCompromise,
            again.Find(string.Join(':', serial.Chunk(2).Select(static pair => new string(pair)))).Revoked?.Reason);
        CertificateRevocationList first = again.MakeCrl(TimeSpan.FromDays(1));
        CertificateRevocationList second = again.MakeCrl(TimeSpan.FromDays(1));
        Assert.Equal(("01", "02"), (first.NumberText, second.NumberText));
        Assert.Equal(1, second.Count);
        Assert.True(
            OcspResponse.Parse(again.MakeOcspResponse(serial, TimeSpan.FromHours(1))).Answers is [
            { Status: OcspCertificateStatus.Revoked }]);
    }

    [Fact]
    public void Renews_with_the_same_names_and_a_new_key()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder.Path, new AuthorityOptions());
        using IssuedIdentity old = authority.Issue(new IssueOptions
        {
            Names = ["example.com", "192.0.2.1", "me@example.com"],
            ForClient = true,
            Key = new KeyRequest(KeyKind.EcP384),
            NotAfter = DateTimeOffset.UtcNow.AddDays(30),
            MustStaple = true,
        });
        using IssuedIdentity renewed = authority.Renew(old.Certificate.SerialNumberText);
        Assert.Equal(old.Certificate.SubjectAlternativeNames.Select(static name => name.ToString()),
            renewed.Certificate.SubjectAlternativeNames.Select(static name => name.ToString()));
        Assert.Equal(old.Certificate.ExtendedKeyUsage, renewed.Certificate.ExtendedKeyUsage);
        Assert.Equal(PublicKeyAlgorithm.EcP384, renewed.Certificate.PublicKey.Algorithm);
        Assert.True(renewed.Certificate.MustStaple);
        Assert.NotEqual(old.Certificate.SubjectPublicKeyInfo.ToArray(), renewed.Certificate.SubjectPublicKeyInfo.ToArray());
        Assert.InRange(renewed.Certificate.NotAfter - old.Certificate.NotAfter, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(5));
        Assert.Equal(2, authority.List().Count);
    }

    [Fact]
    public void Demands_names_and_knows_what_it_issued()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder.Path, new AuthorityOptions());
        Assert.Throws<ArgumentException>(() => authority.Issue(new IssueOptions { Names = [] }));
        Assert.Throws<FormatException>(() => authority.Issue(new IssueOptions { Names = ["not a name"] }));
        Assert.Throws<KeyNotFoundException>(() => authority.Find("00"));
        Assert.Throws<KeyNotFoundException>(() => authority.Find("../../etc/passwd"));
        Assert.Throws<KeyNotFoundException>(() => authority.Revoke("abcdef"));
        Assert.Empty(authority.List());
    }

    [Fact]
    public void A_folder_holds_one_authority()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<FileNotFoundException>(() => CertificateAuthority.Open(folder.Path));
        CertificateAuthority.Create(folder.Path, new AuthorityOptions()).Dispose();
        Assert.Throws<InvalidOperationException>(() => CertificateAuthority.Create(folder.Path, new AuthorityOptions()));
    }

    [Fact]
    public void Keys_are_readable_by_the_owner_alone_and_encrypted_under_a_passphrase()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions(), "secret");
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["*.example.com"] });
        (_, string? key) = issued.WriteFiles(folder["out"]);
        string[] keys = [.. Directory.GetFiles(folder["ca"], "*.key.pem"), key!];
        Assert.Equal(3, keys.Length);
        Assert.All(keys[..2],
            static path => Assert.Contains("BEGIN ENCRYPTED PRIVATE KEY", File.ReadAllText(path), StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            foreach (string path in keys)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }

        using var locked = CertificateAuthority.Open(folder["ca"]);
        Assert.Single(locked.List());
        Assert.Throws<CertificateException>(() => locked.Issue(new IssueOptions { Names = ["example.com"] }));
        using var wrong = CertificateAuthority.Open(folder["ca"], "wrong");
        Assert.Throws<CertificateException>(() => wrong.MakeCrl(TimeSpan.FromDays(1)));
    }

    [Fact]
    public void What_a_killed_process_left_behind_does_no_harm()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["issued"]);
        Directory.CreateDirectory(folder["revoked"]);
        folder.Write("root.key.pem", "half a k");
        folder.Write("root.pem.new-0011223344556677", "half a cer");
        using var authority = CertificateAuthority.Create(folder.Path, new AuthorityOptions());
        folder.Write("issued/abcd.pem.new-0011223344556677", "half a cer");
        Assert.Empty(authority.List());
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"] });
        Assert.Single(authority.List());
        Assert.Empty(Directory.GetFiles(folder.Path, "*.new-*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Several_at_once_do_not_lose_anything()
    {
        using var folder = new TemporaryFolder();
        CertificateAuthority.Create(folder.Path, new AuthorityOptions()).Dispose();
        await Parallel.ForAsync(0, 12, (i, _) =>
        {
            using var authority = CertificateAuthority.Open(folder.Path);
            using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = [$"host{i}.example"] });
            authority.Revoke(issued.Certificate.SerialNumberText);
            authority.MakeCrl(TimeSpan.FromDays(1));
            return ValueTask.CompletedTask;
        });
        using var after = CertificateAuthority.Open(folder.Path);
        Assert.Equal(12, after.List().Count(static issued => issued.Revoked is not null));
        CertificateRevocationList list = after.MakeCrl(TimeSpan.FromDays(1));
        Assert.Equal(12, list.Count);
        Assert.Equal("0d", list.NumberText);
    }

    [Fact]
    public void Serial_numbers_are_random_and_128_bits_long()
    {
        using var authority = EmbeddedAuthority.Create();
        HashSet<string> serials = [];
        for (int i = 0; i < 20; i++)
        {
            using Identity identity = authority.IssueServer("example.com");
            Assert.True(serials.Add(identity.Certificate.SerialNumberText));
            Assert.Equal(32, identity.Certificate.SerialNumberText.Length);
        }
    }
}
