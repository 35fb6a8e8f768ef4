using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The second rung of the key schedule (RFC 9846 §7.1): the key exchange is mixed in.</summary>
internal sealed class HandshakeSecret(Suite13 suite, Secret secret) : IDisposable
{
    /// <summary>Null when the next rung has its memory.</summary>
    private Secret? _secret = secret;

    private Secret Held => _secret ?? throw new ObjectDisposedException(nameof(HandshakeSecret));

    /// <summary>client_handshake_traffic_secret over ClientHello…ServerHello.</summary>
    public TrafficSecret DeriveClientTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, Held, "c hs traffic", transcriptHash);

    /// <summary>server_handshake_traffic_secret over ClientHello…ServerHello.</summary>
    public TrafficSecret DeriveServerTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, Held, "s hs traffic", transcriptHash);

    /// <summary>Consumes this rung: the next one is written over it.</summary>
    public MainSecret IntoMain()
    {
        HashFunction hash = suite.Hash;
        Span<byte> derived = stackalloc byte[HashFunction.MaxSize];
        derived = derived[..hash.Size];
        Secret memory = Held;
        DerivedSecrets.DeriveForNothing(hash, memory.Span, "derived", derived);
        Span<byte> zeros = stackalloc byte[HashFunction.MaxSize];
        zeros.Clear();
        Hkdf.Extract(hash, derived, zeros[..hash.Size], memory.Span);
        CryptographicOperations.ZeroMemory(derived);
        _secret = null;
        return new MainSecret(suite, memory);
    }

    public void Dispose() => _secret?.Dispose();
}
