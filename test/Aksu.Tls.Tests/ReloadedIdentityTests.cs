using System.Security.Cryptography;
using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>An identity in files that change while there are connections.</summary>
public sealed class ReloadedIdentityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aksu-reload-").FullName;
    private int _writes;

    private string CertificatePath => Path.Combine(_folder, "live.pem");

    private string KeyPath => Path.Combine(_folder, "live.key.pem");

    [Fact]
    public async Task A_server_presents_the_new_certificate_to_new_connections_and_the_old_ones_go_on()
    {
        Certificate first = Write(new IssueOptions { Names = [TestAuthority.Host] });
        var notices = new List<IdentityReload>();
        var files = new ReloadingIdentity(CertificatePath, KeyPath, interval: TimeSpan.Zero, reloaded: notices.Add);
        var server = new TlsServer(new TlsServerOptions { ReloadingIdentity = files });
        var client = new TlsClient(TestAuthority.ClientOptions);
        await using Connected old = await Connected.Make(client, server);
        Assert.Equal(first, old.Client.Info.PeerCertificate);
        await old.Exchange();

        Certificate second = Write(new IssueOptions { Names = [TestAuthority.Host] });
        await using Connected next = await Connected.Make(client, server);
        Assert.Equal(second, next.Client.Info.PeerCertificate);
        Assert.False(next.Client.Info.IsResumed);
        Assert.Equal(second, Assert.Single(notices).Current.Certificate);

        // The old connection does not notice; with the new certificate sessions are resumed as ever.
        await old.Exchange();
        await next.Exchange();
        await using Connected third = await Connected.Make(client, server);
        Assert.True(third.Client.Info.IsResumed);
    }

    [Fact]
    public async Task Files_that_do_not_fit_leave_the_old_certificate_in_place_and_are_reported_once()
    {
        Certificate first = Write(new IssueOptions { Names = [TestAuthority.Host] });
        var notices = new List<IdentityReload>();
        var files = new ReloadingIdentity(CertificatePath, KeyPath, interval: TimeSpan.Zero, reloaded: notices.Add);
        var server = new TlsServer(new TlsServerOptions { ReloadingIdentity = files });
        string oldKey = File.ReadAllText(KeyPath);
        Certificate second = Write(new IssueOptions { Names = [TestAuthority.Host] });
        string newKey = File.ReadAllText(KeyPath);
        string newCertificate = File.ReadAllText(CertificatePath);

        Put(KeyPath, oldKey);
        await ExpectAsync(first);
        await ExpectAsync(first);
        Assert.Contains("does not belong", Assert.Single(notices).Error!.Message, StringComparison.Ordinal);

        Put(KeyPath, newKey);
        Put(CertificatePath, newCertificate[..(newCertificate.Length * 3 / 4)]);
        await ExpectAsync(first);
        await ExpectAsync(first);
        Assert.Equal(2, notices.Count);
        Assert.Contains("cut off", notices[1].Error!.Message, StringComparison.Ordinal);

        File.Delete(CertificatePath);
        await ExpectAsync(first);
        Assert.IsType<FileNotFoundException>(notices[2].Error);

        Put(CertificatePath, newCertificate);
        await ExpectAsync(second);
        Assert.Equal(4, notices.Count);
        Assert.Null(notices[3].Error);

        async Task ExpectAsync(Certificate expected)
        {
            await using Connected connected = await Connected.Make(new TlsClient(TestAuthority.ClientOptions), server);
            Assert.Equal(expected, connected.Client.Info.PeerCertificate);
        }
    }

    [Fact]
    public async Task A_client_presents_the_new_certificate_on_new_connections()
    {
        Write(new IssueOptions { Names = ["old.test"], ForServer = false, ForClient = true });
        var client = new TlsClient(TestAuthority.ClientOptions with
        {
            ReloadingIdentity = new ReloadingIdentity(CertificatePath, KeyPath, interval: TimeSpan.Zero),
        });
        var server = new TlsServer(TestAuthority.ServerOptions with
        {
            Trust = TestAuthority.Trust,
            ClientAuthentication = ClientAuthentication.Required,
        });
        await using Connected old = await Connected.Make(client, server);
        await old.Exchange();
        Certificate second = Write(new IssueOptions { Names = ["new.test"], ForServer = false, ForClient = true });
        await using Connected next = await Connected.Make(client, server);
        Assert.Equal(second, next.Server.Info.PeerCertificate);
        await old.Exchange();
    }

    [Fact]
    public void A_link_that_leads_to_other_files_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        string[] versions = ["v1", "v2"];
        var certificates = new List<Certificate>();
        foreach (string version in versions)
        {
            Directory.CreateDirectory(Path.Combine(_folder, version));
            certificates.Add(Write(new IssueOptions { Names = [TestAuthority.Host] }));
            File.Move(CertificatePath, Path.Combine(_folder, version, "tls.crt"));
            File.Move(KeyPath, Path.Combine(_folder, version, "tls.key"));
        }

        // As orchestrators mount secrets: the file is a link through a folder that is a link.
        string data = Path.Combine(_folder, "data");
        Directory.CreateSymbolicLink(data, Path.Combine(_folder, "v1"));
        File.CreateSymbolicLink(CertificatePath, Path.Combine(data, "tls.crt"));
        File.CreateSymbolicLink(KeyPath, Path.Combine(data, "tls.key"));
        var files = new ReloadingIdentity(CertificatePath, KeyPath, interval: TimeSpan.Zero);
        Assert.Equal(certificates[0], files.Current.Certificate);
        string newData = Path.Combine(_folder, "new-data");
        Directory.CreateSymbolicLink(newData, Path.Combine(_folder, "v2"));
        Directory.Delete(data);
        Directory.Move(newData, data);
        Assert.Equal(certificates[1], files.Current.Certificate);
    }

    [Fact]
    public void A_server_with_nothing_but_an_identity_in_files_is_complete()
    {
        Write(new IssueOptions { Names = [TestAuthority.Host] });
        var options = new TlsServerOptions { ReloadingIdentity = new ReloadingIdentity(CertificatePath, KeyPath) };
        Assert.Same(options, new TlsServer(options).Options);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Issues a certificate and puts it in place of the one before, the way deployments do: by renaming.</summary>
    private Certificate Write(IssueOptions options)
    {
        using Identity identity = TestAuthority.Authority.Issue(options, out Secret pkcs8);
        using (pkcs8)
        {
            Put(KeyPath, PemEncoding.WriteString("PRIVATE KEY", pkcs8.Span));
            Put(CertificatePath, string.Concat(identity.Chain.Select(static certificate => certificate.ToPem())));
        }

        return identity.Certificate;
    }

    /// <summary>Renames a new file over the old one, with a time of writing that is surely another.</summary>
    private void Put(string path, string content)
    {
        string temporary = path + ".new";
        File.WriteAllText(temporary, content);
        File.SetLastWriteTimeUtc(temporary, DateTime.UnixEpoch.AddSeconds(1_000_000 + (10 * ++_writes)));
        File.Move(temporary, path, overwrite: true);
    }
}
