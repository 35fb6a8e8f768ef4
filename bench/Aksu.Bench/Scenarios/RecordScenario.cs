using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Scenarios;

/// <summary>Application data in pieces of one size from client to server: written, protected, opened, read. AES-128-GCM.</summary>
internal sealed record RecordScenario(string Title, int Size, ProtocolVersion Version)
{
    public static IReadOnlyList<RecordScenario> All { get; } =
    [
        new("16 KiB records", 16 * 1024, ProtocolVersion.Tls13),
        new("1 KiB records", 1024, ProtocolVersion.Tls13),
        new("100 B records", 100, ProtocolVersion.Tls13),
        new("TLS 1.2, 16 KiB records", 16 * 1024, ProtocolVersion.Tls12),
        new("TLS 1.2, 1 KiB records", 1024, ProtocolVersion.Tls12),
    ];

    /// <summary>The only suite.</summary>
    public CipherSuite Suite =>
        Version == ProtocolVersion.Tls13 ? CipherSuite.Aes128GcmSha256 : CipherSuite.EcdheEcdsaAes128GcmSha256;
}
