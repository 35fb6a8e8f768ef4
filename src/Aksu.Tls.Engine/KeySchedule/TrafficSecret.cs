using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The secret of one direction and epoch, from which record keys and Finished keys come (RFC 9846 §7.2, §7.3, §4.5.3).</summary>
/// <param name="suite">The suite.</param>
/// <param name="secret">
/// The secret, which this object owns; or the secret and as much room for the finished key behind it, where a Finished message will come
/// under it: that key is derived along with the record keys then, and not under an HMAC of its own.
/// </param>
/// <param name="generation">How many were before it.</param>
internal sealed class TrafficSecret(Suite13 suite, Secret secret, ulong generation = 0) : IDisposable
{
    /// <summary>A sender makes no more keys than these; a receiver does not count (RFC 9846 §4.7.3).</summary>
    public const ulong LastGeneration = (1UL << 48) - 1;

    private const int IvSize = 12;
    private const int MaxKeySize = 32;

    private bool _hasFinishedKey;

    public Suite13 Suite { get; } = suite;

    /// <summary>The bytes, for the key log and for transports that make their own keys; valid until <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Span => secret.Span[..Suite.Hash.Size];

    /// <summary>Whether a sender may make no further key of this one.</summary>
    public bool IsLast => generation >= LastGeneration;

    private Span<byte> FinishedKey => secret.Span[Suite.Hash.Size..];

    public RecordSealer CreateSealer()
    {
        Span<byte> key = stackalloc byte[MaxKeySize];
        Span<byte> iv = stackalloc byte[IvSize];
        try
        {
            return Suite.CreateSealer(DeriveKeys(key, iv), iv);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(iv);
        }
    }

    public RecordOpener CreateOpener()
    {
        Span<byte> key = stackalloc byte[MaxKeySize];
        Span<byte> iv = stackalloc byte[IvSize];
        try
        {
            return Suite.CreateOpener(DeriveKeys(key, iv), iv);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(iv);
        }
    }

    /// <summary>verify_data of a Finished message under this secret (RFC 9846 §4.5.3); returns the bytes written.</summary>
    public Span<byte> ComputeFinished(scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination) =>
        _hasFinishedKey
            ? FinishedMac.ComputeUnder(Suite.Hash, FinishedKey, transcriptHash, destination)
            : FinishedMac.Compute(Suite.Hash, Span, transcriptHash, destination);

    /// <summary>Consumes this secret into the next generation (RFC 9846 §7.2), also where that fails.</summary>
    public TrafficSecret IntoNext()
    {
        var next = Secret.OfKeptMemory(Suite.Hash.Size);
        try
        {
            HkdfLabel.Expand(Suite.Hash, Span, "traffic upd"u8, [], next.Span);
            return new TrafficSecret(Suite, next, generation + 1);
        }
        catch
        {
            next.Dispose();
            throw;
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose() => secret.Dispose();

    private Span<byte> DeriveKeys(Span<byte> key, Span<byte> iv)
    {
        key = key[..Suite.Aead.KeySize];
        using Hmac hmac = Suite.Hash.StartHmac(Span);
        HkdfLabel.Expand(hmac, "key"u8, [], key);
        HkdfLabel.Expand(hmac, "iv"u8, [], iv);
        if (!FinishedKey.IsEmpty)
        {
            FinishedMac.DeriveKey(hmac, FinishedKey);
            _hasFinishedKey = true;
        }

        return key;
    }
}
