using System.Diagnostics;
using System.Globalization;
using System.Net;
using Aksu.Cli.Settings;
using Aksu.Tls;

namespace Aksu.Cli.Serve;

/// <summary>What one connection came to be, for one line. One thread at a time.</summary>
internal sealed class ConnectionLog(TlsStream connection)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly string _remote = AddressText(connection.RemoteEndPoint);

    /// <summary>Requests that were answered; null for a service that has none.</summary>
    public int? Requests { get; set; }

    /// <summary>Bytes of content that came.</summary>
    public long BytesIn { get; set; }

    /// <summary>Bytes of content that went.</summary>
    public long BytesOut { get; set; }

    /// <summary>The line.</summary>
    /// <param name="result"><c>ok</c>, or what went wrong.</param>
    public string Line(string result)
    {
        TlsConnectionInfo info = connection.Info;
        string version = info.Version.ToString().Replace(" ", "", StringComparison.Ordinal);
        string requests = Requests is { } count ? string.Create(CultureInfo.InvariantCulture, $" requests={count}") : "";
        double seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ServerLog.Now} {_remote} {version} {info.CipherSuite} group={OrNone(info.Group)} name={OrNone(info.ServerName)} "
            + $"alpn={OrNone(info.ApplicationProtocol)} client={ClientName(info)} resumed={(info.IsResumed ? "yes" : "no")}"
            + $"{requests} in={BytesIn} out={BytesOut} seconds={seconds:0.000} result={result}");
    }

    /// <summary>The line of a connection that did not come to be.</summary>
    public static string FailedLine(EndPoint? remote, string why) => $"{ServerLog.Now} {AddressText(remote)} handshake failed: {why}";

    private static string OrNone(object? value) => value?.ToString() ?? "none";

    private static string AddressText(EndPoint? remote) => remote is IPEndPoint address ? ListenAddress.TextOf(address) : "unknown";

    private static string ClientName(TlsConnectionInfo info) =>
        info.PeerCertificate is { } certificate ? $"\"{certificate.Subject.CommonName ?? certificate.ToString()}\"" : "none";
}
