using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The second rung of the key schedule (RFC 9846 §7.1): the key exchange is mixed in.</summary>
internal sealed class HandshakeSecret(Suite13 suite, Secret secret) : IDisposable
{
    /// <summary>client_handshake_traffic_secret over ClientHello…ServerHello.</summary>
    public TrafficSecret DeriveClientTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, secret, "c hs traffic", transcriptHash);

    /// <summary>server_handshake_traffic_secret over ClientHello…ServerHello.</summary>
    public TrafficSecret DeriveServerTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, secret, "s hs traffic", transcriptHash);

    /// <summary>Consumes this rung.</summary>
    public MainSecret IntoMain()
    {
        HashFunction hash = suite.Hash;
        Span<byte> derived = stackalloc byte[HashFunction.MaxSize];
        derived = derived[..hash.Size];
        DerivedSecrets.DeriveForNothing(hash, secret.Span, "derived", derived);
        Span<byte> zeros = stackalloc byte[HashFunction.MaxSize];
        zeros.Clear();
        var next = new Secret(hash.Size);
        Hkdf.Extract(hash, derived, zeros[..hash.Size], next.Span);
        CryptographicOperations.ZeroMemory(derived);
        Dispose();
        return new MainSecret(suite, next);
    }

    public void Dispose() => secret.Dispose();
}
