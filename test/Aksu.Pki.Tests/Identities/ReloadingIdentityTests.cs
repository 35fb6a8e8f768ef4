using Aksu.Ca;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Identities;

public sealed class ReloadingIdentityTests
{
    [Fact]
    public void Follows_its_files_and_keeps_the_old_identity_while_they_do_not_fit()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        (string certificate, string? key) = Issue(authority, folder["live"]);
        (string newCertificate, string? newKey) = Issue(authority, folder["new"]);
        var identity = new ReloadingIdentity(certificate, key!, interval: TimeSpan.Zero);
        Identity first = identity.Current;
        Assert.Same(first, identity.Current);

        Replace(newCertificate, certificate);
        Assert.Same(first, identity.Current);
        Assert.IsType<CertificateException>(identity.LastError);

        Replace(newKey!, key!);
        Identity second = identity.Current;
        Assert.NotSame(first, second);
        Assert.Null(identity.LastError);
        Assert.Equal(Pem.ReadCertificatesFromFile(newCertificate)[0], second.Certificate);

        // The old one still signs.
        Assert.True(first.Key.Sign(Aksu.Cryptography.SignatureAlgorithm.EcdsaSha256, [1], new byte[first.Key.MaxSignatureSize]) > 0);
        File.Delete(key!);
        Assert.Same(second, identity.Current);
        Assert.NotNull(identity.LastError);
    }

    [Fact]
    public void Does_not_look_again_within_the_interval()
    {
        using var folder = new TemporaryFolder();
        using var authority = CertificateAuthority.Create(folder["ca"], new AuthorityOptions());
        (string certificate, string? key) = Issue(authority, folder["live"]);
        var identity = new ReloadingIdentity(certificate, key!, interval: TimeSpan.FromDays(1));
        Identity first = identity.Current;
        File.Delete(certificate);
        Assert.Same(first, identity.Current);
        Assert.Null(identity.LastError);
    }

    private static (string Certificate, string? Key) Issue(CertificateAuthority authority, string folder)
    {
        using IssuedIdentity issued = authority.Issue(new IssueOptions { Names = ["example.com"] });
        return issued.WriteFiles(folder);
    }

    /// <summary>Replaces a file, with a time of writing that is surely another one.</summary>
    private static void Replace(string source, string target)
    {
        DateTime time = File.GetLastWriteTimeUtc(target).AddSeconds(2);
        File.Copy(source, target, overwrite: true);
        File.SetLastWriteTimeUtc(target, time);
    }
}
