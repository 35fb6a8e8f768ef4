using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>
/// The first rung of the key schedule (RFC 9846 §7.1): from a pre-shared key, or from none. Of the secret itself only what comes from it is
/// kept: the binder key, and the salt of the next rung.
/// </summary>
internal sealed class EarlySecret : IDisposable
{
    // Without a pre-shared key this rung holds no secret: what the next one is salted with is the same in every connection.
    private static readonly ConditionalWeakTable<HashFunction, byte[]> SaltsWithoutPreSharedKey = [];

    private readonly HashFunction _hash;

    /// <summary>The salt, then the binder key; null without a pre-shared key.</summary>
    private readonly Secret? _derived;

    private EarlySecret(HashFunction hash, Secret? derived)
    {
        _hash = hash;
        _derived = derived;
    }

    public static EarlySecret FromPreSharedKey(HashFunction hash, ReadOnlySpan<byte> psk, PskOrigin origin)
    {
        var derived = Secret.OfKeptMemory(2 * hash.Size);
        Span<byte> secret = stackalloc byte[HashFunction.MaxSize];
        secret = secret[..hash.Size];
        try
        {
            Hkdf.Extract(hash, salt: default, psk, secret);
            using Hmac hmac = hash.StartHmac(secret);
            DerivedSecrets.DeriveForNothing(hash, hmac, "derived"u8, derived.Span[..hash.Size]);
            DerivedSecrets.DeriveForNothing(hash, hmac, LabelOf(origin), derived.Span[hash.Size..]);
            return new EarlySecret(hash, derived);
        }
        catch
        {
            derived.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    public static EarlySecret WithoutPreSharedKey(HashFunction hash) => new(hash, derived: null);

    /// <summary>The binder that proves knowledge of the pre-shared key (RFC 9846 §4.3.11.2); returns the bytes written.</summary>
    /// <exception cref="InvalidOperationException">There is no pre-shared key.</exception>
    public Span<byte> ComputeBinder(scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        Secret derived = _derived ?? throw new InvalidOperationException("Without a pre-shared key there is no binder.");
        return FinishedMac.Compute(_hash, derived.Span[_hash.Size..], transcriptHash, destination);
    }

    /// <summary>Consumes this rung: what comes from the next one; <paramref name="sharedSecret"/> is null for psk_ke.</summary>
    public HandshakeKeySet IntoHandshake(Suite13 suite, Secret? sharedSecret, ReadOnlySpan<byte> transcriptHash)
    {
        ReadOnlySpan<byte> salt = _derived is null
            ? SaltsWithoutPreSharedKey.GetValue(_hash, static hash => SaltWithoutPreSharedKey(hash))
            : _derived.Span[.._hash.Size];
        HandshakeKeySet keys = HandshakeSecret.Derive(suite, salt, sharedSecret, transcriptHash);
        Dispose();
        return keys;
    }

    public void Dispose() => _derived?.Dispose();

    private static ReadOnlySpan<byte> LabelOf(PskOrigin origin) => origin switch
    {
        PskOrigin.Resumption => "res binder"u8,
        PskOrigin.External => "ext binder"u8,
        _ => "imp binder"u8,
    };

    private static byte[] SaltWithoutPreSharedKey(HashFunction hash)
    {
        Span<byte> secret = stackalloc byte[HashFunction.MaxSize];
        secret = secret[..hash.Size];
        Hkdf.Extract(hash, salt: default, new byte[hash.Size], secret);
        byte[] salt = new byte[hash.Size];
        using Hmac hmac = hash.StartHmac(secret);
        DerivedSecrets.DeriveForNothing(hash, hmac, "derived"u8, salt);
        return salt;
    }
}
