using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The secret of one direction and epoch, from which record keys and Finished keys come (RFC 9846 §7.2, §7.3, §4.5.3).</summary>
/// <param name="suite">The suite.</param>
/// <param name="secret">The secret, which this object owns.</param>
/// <param name="generation">How many were before it.</param>
/// <param name="finishesHandshake">
/// Whether a Finished message will come under it, so that its key is derived along with the record keys and not under an HMAC of its own.
/// </param>
internal sealed class TrafficSecret(Suite13 suite, Secret secret, ulong generation = 0, bool finishesHandshake = false) : IDisposable
{
    /// <summary>A sender makes no more keys than these; a receiver does not count (RFC 9846 §4.7.3).</summary>
    public const ulong LastGeneration = (1UL << 48) - 1;

    private const int IvSize = 12;
    private const int MaxKeySize = 32;

    private Secret? _finishedKey;

    public Suite13 Suite { get; } = suite;

    /// <summary>The bytes, for the key log and for transports that make their own keys; valid until <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Span => secret.Span;

    /// <summary>Whether a sender may make no further key of this one.</summary>
    public bool IsLast => generation >= LastGeneration;

    public RecordSealer CreateSealer()
    {
        Span<byte> key = stackalloc byte[MaxKeySize];
        Span<byte> iv = stackalloc byte[IvSize];
        key = DeriveKeys(key, iv);
        RecordSealer sealer = Suite.CreateSealer(key, iv);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(iv);
        return sealer;
    }

    public RecordOpener CreateOpener()
    {
        Span<byte> key = stackalloc byte[MaxKeySize];
        Span<byte> iv = stackalloc byte[IvSize];
        key = DeriveKeys(key, iv);
        RecordOpener opener = Suite.CreateOpener(key, iv);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(iv);
        return opener;
    }

    /// <summary>verify_data of a Finished message under this secret (RFC 9846 §4.5.3); returns the bytes written.</summary>
    public Span<byte> ComputeFinished(scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination) =>
        _finishedKey is { } key
            ? FinishedMac.ComputeUnder(Suite.Hash, key.Span, transcriptHash, destination)
            : FinishedMac.Compute(Suite.Hash, secret.Span, transcriptHash, destination);

    /// <summary>Consumes this secret into the next generation (RFC 9846 §7.2).</summary>
    public TrafficSecret IntoNext()
    {
        var next = new Secret(Suite.Hash.Size);
        HkdfLabel.Expand(Suite.Hash, secret.Span, "traffic upd", [], next.Span);
        Dispose();
        return new TrafficSecret(Suite, next, generation + 1);
    }

    public void Dispose()
    {
        secret.Dispose();
        _finishedKey?.Dispose();
    }

    private Span<byte> DeriveKeys(Span<byte> key, Span<byte> iv)
    {
        key = key[..Suite.Aead.KeySize];
        using Hmac hmac = Suite.Hash.StartHmac(secret.Span);
        HkdfLabel.Expand(hmac, "key", [], key);
        HkdfLabel.Expand(hmac, "iv", [], iv);
        if (finishesHandshake && _finishedKey is null)
        {
            _finishedKey = new Secret(Suite.Hash.Size);
            FinishedMac.DeriveKey(hmac, _finishedKey.Span);
        }

        return key;
    }
}
