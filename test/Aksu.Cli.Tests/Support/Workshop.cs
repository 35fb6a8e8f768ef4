using System.Security.Cryptography;
using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Cli.Tests.Support;

/// <summary>A folder of its own with an authority and the files it issues; all of it is gone afterwards.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly EmbeddedAuthority _authority = EmbeddedAuthority.Create("Tests of the tool");

    public Workshop()
    {
        Folder = Directory.CreateTempSubdirectory("aksu-cli-").FullName;
        Root = Write("root.pem", _authority.RootPem);
    }

    public string Folder { get; }

    /// <summary>The file of the root.</summary>
    public string Root { get; }

    public TrustStore Trust => _authority.Trust;

    /// <summary>Where a file of this name is or would be.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    public string Write(string name, string content)
    {
        string path = File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Issues a certificate and writes it with its chain, and the key.</summary>
    public (string Certificate, string Key) Issue(string name, IssueOptions options)
    {
        using Identity identity = _authority.Issue(options, out Secret pkcs8);
        using (pkcs8)
        {
            string chain = string.Concat(identity.Chain.Select(static certificate => certificate.ToPem()));
            return (Write(name + ".pem", chain), Write(name + ".key.pem", PemEncoding.WriteString("PRIVATE KEY", pkcs8.Span)));
        }
    }

    public (string Certificate, string Key) IssueServer(string name = "localhost") =>
        Issue("server-" + name, new IssueOptions { Names = [name] });

    public (string Certificate, string Key) IssueClient(string name = "client.example") =>
        Issue("client-" + name, new IssueOptions { Names = [name], ForServer = false, ForClient = true });

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
