namespace Aksu.Interop.Tests.Peers;

/// <summary>A TLS program that we did not write. Where it is not installed its tests are skipped; in CI that is a failure.</summary>
internal static class PeerProgram
{
    /// <summary>The full path of the program; skips the running test when it is absent.</summary>
    public static string Require(string name)
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{name} is not installed, and in CI every peer has to be there.");
        }

        Assert.Skip($"{name} is not installed.");
        return "";
    }
}
