using System.Globalization;
using System.Runtime.InteropServices;

namespace Aksu.Bench.Reports;

/// <summary>On what, and when, figures were taken.</summary>
internal sealed record Machine(string Processor, string System, string Runtime, string Date)
{
    public static Machine Current { get; } = new(
        ProcessorName() + $", {Environment.ProcessorCount} logical processors",
        RuntimeInformation.OSDescription,
        $"{RuntimeInformation.FrameworkDescription}, OpenSSL {OpenSslVersion()}",
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override string ToString() => $"{Processor}; {System}; {Runtime}; {Date}";

    private static string ProcessorName()
    {
        const string Info = "/proc/cpuinfo";
        string? line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        string name = line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
        string widest = global::System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? "AVX-512"
            : global::System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "AVX2" : "128-bit vectors";
        return $"{name} ({widest})";
    }

    private static string OpenSslVersion()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "not in use";
        }

        long version = global::System.Security.Cryptography.SafeEvpPKeyHandle.OpenSslVersion;
        return $"{version >> 28 & 0xf}.{version >> 20 & 0xff}.{version >> 4 & 0xff}";
    }
}
