using System.Globalization;

namespace Aksu.Interop.Tests.Peers;

/// <summary>A running <c>gnutls-serv</c> that echoes.</summary>
internal sealed class GnuTlsServer : IAsyncDisposable
{
    private const int Attempts = 5;

    private GnuTlsServer(PeerProcess process, int port)
    {
        Process = process;
        Port = port;
    }

    public PeerProcess Process { get; }

    public int Port { get; }

    /// <summary>Starts it; it cannot choose a port itself, so another program may be faster: then it tries the next one.</summary>
    public static async Task<GnuTlsServer> StartAsync(IssuedFiles certificate, string priority, params IEnumerable<string> arguments)
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = FreePort.Take();
            PeerProcess process = PeerProcess.Start(
                "gnutls-serv",
                [
                    "--echo", "--port", port.ToString(CultureInfo.InvariantCulture), "--x509certfile", certificate.CertificateFile,
                    "--x509keyfile", certificate.KeyFile, "--priority", priority, .. arguments,
                ]);
            try
            {
                await process.WaitForAsync("listening on IPv4");
                await process.WaitForAsync("done");
                return new GnuTlsServer(process, port);
            }
            catch (TimeoutException) when (attempt < Attempts)
            {
                await process.DisposeAsync();
            }
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
