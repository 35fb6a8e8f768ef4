using System.Diagnostics;
using Aksu.Soak.Clients;
using Aksu.Tls;
using Aksu.Tls.Tests.Support;

namespace Aksu.Soak;

/// <summary>A peer that is another process, and is killed in the middle of what it says.</summary>
public sealed class KilledPeerTests
{
    [Fact]
    public async Task A_server_outlives_a_client_that_is_killed()
    {
        await using var server = new EchoServer();
        string root = Path.GetTempFileName();
        await File.WriteAllTextAsync(root, SoakAuthority.RootPem);
        try
        {
            using Process client = Start(root, server);
            try
            {
                await client.StandardInput.BaseStream.WriteAsync(new byte[100_000]);
                await client.StandardInput.BaseStream.FlushAsync();
                await TestTime.Until(() => server.Open == 1);
            }
            finally
            {
                client.Kill();
                await client.WaitForExitAsync().WaitAsync(TestTime.Limit);
            }

            await TestTime.Until(() => server.Open == 0);
            await new GoodClient(server.EndPoint, new TlsClient(SoakAuthority.ClientOptions)).Run(1000);
        }
        finally
        {
            File.Delete(root);
        }
    }

    private static Process Start(string root, EchoServer server)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string tool = Path.Combine(AppContext.BaseDirectory, "aksu.dll");
        foreach (string argument in (string[])[tool, "connect", $"127.0.0.1:{server.EndPoint.Port}", "--ca", root])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
