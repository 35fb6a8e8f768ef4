using System.Globalization;

namespace Aksu.Interop.Tests.Peers;

/// <summary>A running <c>openssl s_server</c> on a port of its own choice.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    private OpenSslServer(PeerProcess process, int port)
    {
        Process = process;
        Port = port;
    }

    public PeerProcess Process { get; }

    public int Port { get; }

    /// <summary>Starts it; with <c>-rev</c> among the arguments it sends each line back reversed.</summary>
    public static async Task<OpenSslServer> StartAsync(IssuedFiles certificate, params IEnumerable<string> arguments)
    {
        PeerProcess process = PeerProcess.Start(
            "openssl",
            [
                "s_server", "-accept", "127.0.0.1:0",
                "-cert", certificate.CertificateFile, "-cert_chain", certificate.CertificateFile, "-key", certificate.KeyFile,
                .. arguments,
            ]);
        string line = await process.WaitForAsync("ACCEPT");
        int port = int.Parse(line[(line.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
        return new OpenSslServer(process, port);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
