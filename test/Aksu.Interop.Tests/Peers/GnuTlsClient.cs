using System.Globalization;

namespace Aksu.Interop.Tests.Peers;

/// <summary>Runs of <c>gnutls-cli</c>.</summary>
internal static class GnuTlsClient
{
    /// <summary>Starts it against a port of this machine, verifying the server.</summary>
    public static PeerProcess Start(int port, string rootFile, string priority, params IEnumerable<string> arguments) => PeerProcess.Start(
        "gnutls-cli",
        [
            "--port", port.ToString(CultureInfo.InvariantCulture), "--x509cafile", rootFile, "--priority", priority,
            "--sni-hostname", "localhost", "--verify-hostname", "localhost", .. arguments, "127.0.0.1",
        ]);
}
