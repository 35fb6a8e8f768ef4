namespace Aksu.Interop.Tests.Peers;

/// <summary>An authority that <c>aksu ca</c> made, and what it issued, in a folder that goes away with the tests.</summary>
public sealed class ToolAuthority : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("aksu-ca-").FullName;

    public string RootFile => File("ca/root.pem");

    public string ServerCertificate => File("localhost.pem");

    public string ServerKey => File("localhost.key.pem");

    public string ClientCertificate => File("alice@example.com.pem");

    public string ClientKey => File("alice@example.com.key.pem");

    /// <summary>A client's certificate of another authority.</summary>
    public string StrangerCertificate => File("mallory@example.com.pem");

    public string StrangerKey => File("mallory@example.com.key.pem");

    public string File(string name) => Path.Combine(Folder, name);

    public async ValueTask InitializeAsync()
    {
        await AksuTool.SucceedAsync("ca", "init", "--dir", File("ca"), "--name", "Interop");
        await AksuTool.SucceedAsync("ca", "issue", "localhost", "--ip", "127.0.0.1", "--dir", File("ca"), "--out", Folder);
        await AksuTool.SucceedAsync("ca", "issue", "alice@example.com", "--client", "--dir", File("ca"), "--out", Folder);
        await AksuTool.SucceedAsync("ca", "init", "--dir", File("other"), "--name", "Stranger");
        await AksuTool.SucceedAsync("ca", "issue", "mallory@example.com", "--client", "--dir", File("other"), "--out", Folder);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
