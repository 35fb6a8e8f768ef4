using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Decisions;

/// <summary>Whether a certificate may be used for what the handshake does with its key (RFC 5280 §4.2.1.3).</summary>
internal static class KeyUsageRule
{
    /// <param name="leaf">The peer's certificate, DER.</param>
    /// <param name="suite">The cipher suite; null on a server, whose clients always sign.</param>
    public static bool Allows(ReadOnlyMemory<byte> leaf, CipherSuite? suite)
    {
        KeyUsage? usage = Certificate.Parse(leaf.Span).KeyUsage;
        bool isTransport = suite?.ToString().StartsWith("TLS_RSA_", StringComparison.Ordinal) == true;
        return usage is null || usage.Value.HasFlag(isTransport ? KeyUsage.KeyEncipherment : KeyUsage.DigitalSignature);
    }
}
