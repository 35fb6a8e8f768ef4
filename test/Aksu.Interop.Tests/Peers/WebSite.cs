using System.Security.Cryptography;

namespace Aksu.Interop.Tests.Peers;

/// <summary>Pages to serve, in a folder that goes away with the tests.</summary>
public sealed class WebSite : IDisposable
{
    /// <summary>A text that stands in the first page and nowhere else.</summary>
    public const string Marker = "hand in hand over TLS";

    private const int LargeFileLength = 8 * 1024 * 1024;

    public WebSite()
    {
        Directory.CreateDirectory(Pages);
        File.WriteAllText(Path.Combine(Pages, "index.html"), $"<!doctype html><title>Aksu</title><p id=\"m\">{Marker}</p>");
        File.WriteAllBytes(LargeFile, RandomNumberGenerator.GetBytes(LargeFileLength));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("aksu-web-").FullName;

    public string Pages => Path.Combine(Folder, "pages");

    public string LargeFile => Path.Combine(Pages, "large.bin");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
