using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The first rung of the key schedule (RFC 9846 §7.1): from a pre-shared key, or from none.</summary>
internal sealed class EarlySecret : IDisposable
{
    private readonly HashFunction _hash;
    private readonly Secret _secret;

    private EarlySecret(HashFunction hash, ReadOnlySpan<byte> psk)
    {
        _hash = hash;
        _secret = new Secret(hash.Size);
        Hkdf.Extract(hash, salt: default, psk, _secret.Span);
    }

    public static EarlySecret FromPreSharedKey(HashFunction hash, Secret psk) => new(hash, psk.Span);

    public static EarlySecret WithoutPreSharedKey(HashFunction hash)
    {
        Span<byte> zeros = stackalloc byte[HashFunction.MaxSize];
        zeros.Clear();
        return new EarlySecret(hash, zeros[..hash.Size]);
    }

    /// <summary>The binder that proves knowledge of the pre-shared key (RFC 9846 §4.3.11.2); returns the bytes written.</summary>
    public Span<byte> ComputeBinder(PskOrigin origin, scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        Span<byte> binderKey = stackalloc byte[HashFunction.MaxSize];
        binderKey = binderKey[.._hash.Size];
        DerivedSecrets.DeriveForNothing(_hash, _secret.Span, origin == PskOrigin.Resumption ? "res binder" : "ext binder", binderKey);
        Span<byte> binder = FinishedMac.Compute(_hash, binderKey, transcriptHash, destination);
        CryptographicOperations.ZeroMemory(binderKey);
        return binder;
    }

    /// <summary>Consumes this rung; <paramref name="sharedSecret"/> is null for psk_ke.</summary>
    public HandshakeSecret IntoHandshake(Suite13 suite, Secret? sharedSecret)
    {
        Span<byte> derived = stackalloc byte[HashFunction.MaxSize];
        derived = derived[.._hash.Size];
        DerivedSecrets.DeriveForNothing(_hash, _secret.Span, "derived", derived);
        Span<byte> zeros = stackalloc byte[HashFunction.MaxSize];
        zeros.Clear();
        var next = new Secret(_hash.Size);
        Hkdf.Extract(_hash, derived, sharedSecret is null ? zeros[.._hash.Size] : sharedSecret.Span, next.Span);
        CryptographicOperations.ZeroMemory(derived);
        Dispose();
        return new HandshakeSecret(suite, next);
    }

    public void Dispose() => _secret.Dispose();
}
