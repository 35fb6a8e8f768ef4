using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The first rung of the key schedule (RFC 9846 §7.1): from a pre-shared key, or from none.</summary>
internal sealed class EarlySecret : IDisposable
{
    // Without a pre-shared key this rung holds no secret: what the next one is salted with is the same in every connection.
    private static readonly ConditionalWeakTable<HashFunction, byte[]> SaltsWithoutPreSharedKey = [];

    private readonly HashFunction _hash;

    /// <summary>Null without a pre-shared key.</summary>
    private readonly Secret? _secret;

    private EarlySecret(HashFunction hash, Secret? secret)
    {
        _hash = hash;
        _secret = secret;
    }

    public static EarlySecret FromPreSharedKey(HashFunction hash, Secret psk)
    {
        var secret = new Secret(hash.Size);
        Hkdf.Extract(hash, salt: default, psk.Span, secret.Span);
        return new EarlySecret(hash, secret);
    }

    public static EarlySecret WithoutPreSharedKey(HashFunction hash) => new(hash, secret: null);

    /// <summary>The binder that proves knowledge of the pre-shared key (RFC 9846 §4.3.11.2); returns the bytes written.</summary>
    /// <exception cref="InvalidOperationException">There is no pre-shared key.</exception>
    public Span<byte> ComputeBinder(PskOrigin origin, scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        Secret secret = _secret ?? throw new InvalidOperationException("Without a pre-shared key there is no binder.");
        Span<byte> binderKey = stackalloc byte[HashFunction.MaxSize];
        binderKey = binderKey[.._hash.Size];
        DerivedSecrets.DeriveForNothing(_hash, secret.Span, LabelOf(origin), binderKey);
        Span<byte> binder = FinishedMac.Compute(_hash, binderKey, transcriptHash, destination);
        CryptographicOperations.ZeroMemory(binderKey);
        return binder;
    }

    private static string LabelOf(PskOrigin origin) => origin switch
    {
        PskOrigin.Resumption => "res binder",
        PskOrigin.External => "ext binder",
        _ => "imp binder",
    };

    /// <summary>Consumes this rung; <paramref name="sharedSecret"/> is null for psk_ke.</summary>
    public HandshakeSecret IntoHandshake(Suite13 suite, Secret? sharedSecret)
    {
        Span<byte> salt = stackalloc byte[HashFunction.MaxSize];
        salt = salt[.._hash.Size];
        if (_secret is null)
        {
            SaltsWithoutPreSharedKey.GetValue(_hash, static hash => SaltWithoutPreSharedKey(hash)).CopyTo(salt);
        }
        else
        {
            DerivedSecrets.DeriveForNothing(_hash, _secret.Span, "derived", salt);
        }

        Span<byte> zeros = stackalloc byte[HashFunction.MaxSize];
        zeros.Clear();
        var next = new Secret(_hash.Size);
        Hkdf.Extract(_hash, salt, sharedSecret is null ? zeros[.._hash.Size] : sharedSecret.Span, next.Span);
        CryptographicOperations.ZeroMemory(salt);
        Dispose();
        return new HandshakeSecret(suite, next);
    }

    public void Dispose() => _secret?.Dispose();

    private static byte[] SaltWithoutPreSharedKey(HashFunction hash)
    {
        Span<byte> secret = stackalloc byte[HashFunction.MaxSize];
        secret = secret[..hash.Size];
        Hkdf.Extract(hash, salt: default, new byte[hash.Size], secret);
        byte[] salt = new byte[hash.Size];
        DerivedSecrets.DeriveForNothing(hash, secret, "derived", salt);
        return salt;
    }
}
