using Aksu.Inspection.KeyLogs;

namespace Aksu.Inspection.Tests.Support;

/// <summary>The captures of the folder Captures: traffic between openssl s_server and s_client over loopback, with its key logs.</summary>
internal static class SampleCapture
{
    public static TheoryData<string> All =>
    [
        "tls13", "tls13-retry", "tls13-resumed", "tls12-ecdhe", "tls12-rsa-cbc", "tls12-cbc-mte", "tls12-dhe-chacha", "tls12-resumed",
    ];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Captures", name + ".pcap"));

    public static KeyLogBook Keys(string name) =>
        KeyLogBook.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", name + ".keys")));

    public static TracedConnection Decode(string name, bool showSecrets = false)
    {
        using KeyLogBook keys = Keys(name);
        return Inspector.Read(Bytes(name), name, new TraceOptions { Keys = keys, ShowSecrets = showSecrets }).Connections.Single();
    }
}
