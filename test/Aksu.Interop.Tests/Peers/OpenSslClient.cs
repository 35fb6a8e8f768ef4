namespace Aksu.Interop.Tests.Peers;

/// <summary>Runs of <c>openssl s_client</c>.</summary>
internal static class OpenSslClient
{
    /// <summary>Starts it against a port of this machine, verifying the server.</summary>
    public static PeerProcess Start(int port, string rootFile, params IEnumerable<string> arguments) => PeerProcess.Start(
        "openssl",
        [
            "s_client", "-connect", $"127.0.0.1:{port}", "-servername", "localhost", "-CAfile", rootFile,
            "-verify_return_error", "-verify_hostname", "localhost", .. arguments,
        ]);
}
