using System.Globalization;
using System.Text.RegularExpressions;

namespace Aksu.Interop.Tests.Peers;

/// <summary>Our own tool as a server process: <c>aksu serve</c> with a certificate authority of its own.</summary>
internal sealed partial class AksuServe : IAsyncDisposable
{
    private AksuServe(PeerProcess process, int port, string rootFile)
    {
        Process = process;
        Port = port;
        RootFile = rootFile;
    }

    public PeerProcess Process { get; }

    public int Port { get; }

    /// <summary>The root of the authority that the tool made for itself.</summary>
    public string RootFile { get; }

    /// <summary>Starts it with a fresh authority.</summary>
    public static Task<AksuServe> StartAsync(string folder, params IEnumerable<string> arguments)
    {
        string root = Path.Combine(folder, "aksu-root.pem");
        return RunAsync(root, ["--write-ca", root, .. arguments]);
    }

    /// <summary>Starts it with the certificate of an authority in a folder.</summary>
    public static Task<AksuServe> StartAsync(ToolAuthority authority, params IEnumerable<string> arguments) =>
        RunAsync(authority.RootFile, ["--cert", authority.ServerCertificate, "--key", authority.ServerKey, .. arguments]);

    private static async Task<AksuServe> RunAsync(string root, IReadOnlyList<string> arguments)
    {
        PeerProcess process = AksuTool.Start(["serve", "--listen", "127.0.0.1:0", .. arguments]);
        string line = await process.WaitForAsync("127.0.0.1:");
        int port = int.Parse(Address().Match(line).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return new AksuServe(process, port, root);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    [GeneratedRegex(@"127\.0\.0\.1:(\d+)")]
    private static partial Regex Address();
}
