using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Aksu.Bench.Contestants;
using Aksu.Bench.Scenarios;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.StartUp;

/// <summary>A server of ours on the loopback interface, and the root that its clients have to trust, in a file.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aksu-bench-");
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TlsServer _server = TlsStreams.Party(
        CertificateKind.EcdsaP256, ProtocolVersion.Tls13, hasClientCertificate: false, CipherSuite.Aes256GcmSha384).Server;

    public LocalServer()
    {
        File.WriteAllText(RootFile, CertificateSet.Of(CertificateKind.EcdsaP256).Root.ExportCertificatePem());
        _listener.Start();
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public string RootFile => Path.Combine(_folder.FullName, "root.pem");

    /// <summary>Takes the next connection; the result is the moment (of <see cref="Stopwatch"/>) at which its handshake was done.</summary>
    public async Task<long> ServeAsync()
    {
        using TcpClient accepted = await _listener.AcceptTcpClientAsync();
        await using TlsStream connection = await _server.AuthenticateAsync(accepted.GetStream());
        long done = Stopwatch.GetTimestamp();
        await connection.CopyToAsync(Stream.Null);
        return done;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Delete(recursive: true);
    }
}
