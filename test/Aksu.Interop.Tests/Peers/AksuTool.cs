using System.Reflection;

namespace Aksu.Interop.Tests.Peers;

/// <summary>Our own tool as a process: what its users have.</summary>
internal static class AksuTool
{
    public static PeerProcess Start(params IEnumerable<string> arguments) => PeerProcess.Start("dotnet", [ToolPath, .. arguments]);

    /// <summary>Runs it to its end and expects exit code 0.</summary>
    public static async Task SucceedAsync(params string[] arguments)
    {
        await using PeerProcess process = Start(arguments);
        int exitCode = await process.WaitForExitAsync();
        Assert.True(exitCode == 0, $"aksu {string.Join(' ', arguments)} ended with {exitCode}:\n{process.Output}");
    }

    /// <summary>The tool beside the tests, in the same configuration.</summary>
    private static string ToolPath
    {
        get
        {
            string configuration = typeof(AksuTool).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Aksu.slnx")))
            {
                folder = Path.GetDirectoryName(folder)
                    ?? throw new InvalidOperationException("The tests do not run inside the repository.");
            }

            return Path.Combine(folder, "src", "Aksu.Cli", "bin", configuration, "net10.0", "aksu.dll");
        }
    }
}
