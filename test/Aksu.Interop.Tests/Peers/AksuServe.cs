using System.Globalization;
using System.Reflection;
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

    public static async Task<AksuServe> StartAsync(string folder, params IEnumerable<string> arguments)
    {
        string root = Path.Combine(folder, "aksu-root.pem");
        PeerProcess process = PeerProcess.Start(
            "dotnet", [ToolPath, "serve", "--listen", "127.0.0.1:0", "--write-ca", root, .. arguments]);
        string line = await process.WaitForAsync("127.0.0.1:");
        int port = int.Parse(Address().Match(line).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return new AksuServe(process, port, root);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    /// <summary>The tool beside the tests, in the same configuration.</summary>
    private static string ToolPath
    {
        get
        {
            string configuration = typeof(AksuServe).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Aksu.slnx")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
            }

            return Path.Combine(folder, "src", "Aksu.Cli", "bin", configuration, "net10.0", "aksu.dll");
        }
    }

    [GeneratedRegex(@"127\.0\.0\.1:(\d+)")]
    private static partial Regex Address();
}
