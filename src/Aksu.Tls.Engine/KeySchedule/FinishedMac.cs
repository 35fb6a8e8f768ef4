using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The code of Finished messages and PSK binders (RFC 9846 §4.5.3, §4.3.11.2).</summary>
internal static class FinishedMac
{
    private static ReadOnlySpan<byte> Label => "finished"u8;

    /// <summary>Under the finished key of a base key; returns the bytes written.</summary>
    public static Span<byte> Compute(
        HashFunction hash, scoped ReadOnlySpan<byte> baseKey, scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        Span<byte> key = stackalloc byte[HashFunction.MaxSize];
        key = key[..hash.Size];
        try
        {
            HkdfLabel.Expand(hash, baseKey, Label, [], key);
            return ComputeUnder(hash, key, transcriptHash, destination);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The finished key itself, under an HMAC that is keyed with the base key.</summary>
    public static void DeriveKey(Hmac baseKey, Span<byte> finishedKey) => HkdfLabel.Expand(baseKey, Label, [], finishedKey);

    /// <summary>Under a finished key; returns the bytes written.</summary>
    public static Span<byte> ComputeUnder(
        HashFunction hash, scoped ReadOnlySpan<byte> finishedKey, scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        hash.Hmac(finishedKey, transcriptHash, destination[..hash.Size]);
        return destination[..hash.Size];
    }
}
